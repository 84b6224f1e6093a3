import type { Installation } from './app.ts';
import { OTHER_LANGUAGES } from './languages.ts';
import { type Unified, unifiedManifest } from './unified-manifest.ts';

/** The strings of one language, by where each stands in the manifest, such as `bots[0].commandLists[0].commands[1].title`. */
export type LanguageFile = Record<string, string>;

/** Every one of these has to be in every file, though it is the same in all languages. */
const REQUIRED = new Set(['name.short', 'description.short', 'description.full']);

/** The files of every language but English, by their names. */
export function languageFiles(installation: Installation): Record<string, LanguageFile> {
  const english = unifiedManifest(installation);
  const files = OTHER_LANGUAGES.map((language) => {
    return [`${language.tag}.json`, languageFile(english, unifiedManifest(installation, language))];
  });
  return Object.fromEntries(files);
}

/** What of a manifest in another language differs from the one in English. */
function languageFile(english: Unified, other: Unified): LanguageFile {
  const schema = 'https://developer.microsoft.com/json-schemas/teams/v1.29/MicrosoftTeams.Localization.schema.json';
  return { $schema: schema, ...differences('', english, other) };
}

function differences(path: string, one: unknown, other: unknown): LanguageFile {
  if (typeof one === 'string' && typeof other === 'string') {
    return one !== other || REQUIRED.has(path) ? { [path]: other } : {};
  }
  if (!isObject(one) || !isObject(other)) return {};
  const parts = Object.keys(one).map((name) => {
    const place = Array.isArray(one) ? `${path}[${name}]` : path ? `${path}.${name}` : name;
    return differences(place, one[name], other[name]);
  });
  return Object.assign({}, ...parts);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** The manifest as somebody of that language sees it. */
export function translated(manifest: Unified, file: LanguageFile): Unified {
  // As text, so that two lists of the same commands become two.
  const copy: Unified = JSON.parse(JSON.stringify(manifest));
  const { $schema, ...texts } = file;
  for (const [path, text] of Object.entries(texts)) {
    const steps = path.split(/[.[\]]+/).filter(Boolean);
    const last = steps.pop() ?? '';
    const place = steps.reduce<unknown>((part, step) => (isObject(part) ? part[step] : undefined), copy);
    if (isObject(place) && typeof place[last] === 'string') place[last] = text;
  }
  return copy;
}
