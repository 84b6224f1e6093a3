import { de } from '../src/words/manifest/de.ts';
import { en, type ManifestWords } from '../src/words/manifest/en.ts';
import { es } from '../src/words/manifest/es.ts';
import { fr } from '../src/words/manifest/fr.ts';
import { ja } from '../src/words/manifest/ja.ts';
import { pt } from '../src/words/manifest/pt.ts';

/** A language: the tag the unified manifest knows it by, and the locales the add-in-only one wants. */
export type ManifestLanguage = { tag: string; locales: readonly string[]; words: ManifestWords };

/** The default language, that of whoever has none of the others. */
export const ENGLISH = { tag: 'en', locales: ['en-US'], words: en } as const satisfies ManifestLanguage;

export const OTHER_LANGUAGES: readonly ManifestLanguage[] = [
  { tag: 'de', locales: ['de-DE'], words: de },
  { tag: 'es', locales: ['es-ES'], words: es },
  { tag: 'fr', locales: ['fr-FR'], words: fr },
  { tag: 'ja', locales: ['ja-JP'], words: ja },
  { tag: 'pt', locales: ['pt-BR', 'pt-PT'], words: pt },
];
