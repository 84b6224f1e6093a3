import { de } from '../src/words/manifest/de.ts';
import { en, type ManifestWords } from '../src/words/manifest/en.ts';
import { es } from '../src/words/manifest/es.ts';
import { fr } from '../src/words/manifest/fr.ts';
import { ja } from '../src/words/manifest/ja.ts';
import { pt } from '../src/words/manifest/pt.ts';

/** The default language, that of whoever has none of the others. */
export const ENGLISH = { words: en, locale: 'en-US' } as const;

/** The other languages: the tag the unified manifest knows each by, and the locales the add-in-only one wants. */
export const OTHER_LANGUAGES: readonly { tag: string; locales: readonly string[]; words: ManifestWords }[] = [
  { tag: 'de', locales: ['de-DE'], words: de },
  { tag: 'es', locales: ['es-ES'], words: es },
  { tag: 'fr', locales: ['fr-FR'], words: fr },
  { tag: 'ja', locales: ['ja-JP'], words: ja },
  { tag: 'pt', locales: ['pt-BR', 'pt-PT'], words: pt },
];
