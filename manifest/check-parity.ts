import { addinOnlyFacts } from './addin-only-facts.ts';
import { type LanguageFile, translated } from './language-file.ts';
import { ENGLISH, OTHER_LANGUAGES } from './languages.ts';
import { unifiedFacts } from './unified-facts.ts';
import type { Unified } from './unified-manifest.ts';
import { elementNamed, parseXml } from './xml-element.ts';

/** Both manifests have to promise the same, in every language, and to be told apart where both are installed. */
export function parityProblems(unified: Unified, addinOnly: string, languages: Record<string, LanguageFile>): string[] {
  const problems = differences(unified, addinOnly, ENGLISH.locales[0]);
  for (const { tag, locales } of OTHER_LANGUAGES) {
    const inLanguage = translated(unified, languages[`${tag}.json`] ?? {});
    problems.push(...locales.flatMap((locale) => differences(inLanguage, addinOnly, locale)));
  }
  // What has nothing to do with a language is told once.
  return [...new Set([...problems, ...twinProblems(unified, addinOnly)])];
}

function differences(unified: Unified, addinOnly: string, locale: string): string[] {
  const json = unifiedFacts(unified);
  const xml = addinOnlyFacts(addinOnly, locale);
  return [...new Set([...Object.keys(json), ...Object.keys(xml)])]
    .filter((what) => json[what] !== xml[what])
    .map(
      (what) =>
        `${what} is “${json[what] ?? 'missing'}” in manifest.json and “${xml[what] ?? 'missing'}” in manifest.xml`,
    );
}

function twinProblems(unified: Unified, addinOnly: string): string[] {
  const app = parseXml(addinOnly);
  const id = elementNamed('Id', app)?.text;
  const hidden = unified.extensions?.[0]?.alternates?.map(({ hide }) => hide?.customOfficeAddin?.officeAddinId) ?? [];
  const name = elementNamed('DisplayName', app)?.attributes.DefaultValue;
  return [
    ...(hidden.includes(id) ? [] : [`manifest.json does not hide ${id}: people would see two copies`]),
    ...(id === unified.id ? ['manifest.xml: the id must be another than that of manifest.json'] : []),
    ...(name === unified.name.short ? ['manifest.xml: the name must be another'] : []),
  ];
}
