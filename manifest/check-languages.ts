import { createRequire } from 'node:module';
import type { LanguageFile } from './language-file.ts';
import type { Unified } from './unified-manifest.ts';

type Rule = { maxLength?: number };

const SCHEMA: { properties: Record<string, Rule>; patternProperties: Record<string, Rule> } = createRequire(
  import.meta.url,
)('@microsoft/app-manifest/build/json-schemas/teams/v1.29/MicrosoftTeams.Localization.schema.json');
const PLACES = Object.entries(SCHEMA.patternProperties).map(([pattern, rule]) => ({
  pattern: new RegExp(pattern),
  rule,
}));

/** Every language named has a file and the other way round; every text stands where it may, and fits there. */
export function languageProblems(unified: Unified, languages: Record<string, LanguageFile>): string[] {
  const named = (unified.localizationInfo?.additionalLanguages ?? []).map(({ file }) => file);
  const given = Object.keys(languages);
  const texts = Object.entries(languages).flatMap(([file, { $schema, ...rest }]) =>
    Object.entries(rest).flatMap(([path, text]) => textProblems(path, text).map((problem) => `${file}: ${problem}`)),
  );
  return [
    ...named.filter((file) => !given.includes(file)).map((file) => `manifest.json names ${file}, which there is not`),
    ...given.filter((file) => !named.includes(file)).map((file) => `manifest.json does not name ${file}`),
    ...texts,
  ];
}

/** As Microsoft's schema for these files has it. */
function textProblems(path: string, text: string): string[] {
  const rule = Object.hasOwn(SCHEMA.properties, path)
    ? SCHEMA.properties[path]
    : PLACES.find(({ pattern }) => pattern.test(path))?.rule;
  if (!rule) return [`${path} cannot be translated`];
  return text.length > (rule.maxLength ?? Number.POSITIVE_INFINITY)
    ? [`${path} is longer than ${rule.maxLength} characters`]
    : [];
}
