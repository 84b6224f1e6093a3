import { en as service } from '../../src/words/en.ts';
import { en } from '../../src/words/tab/en.ts';
import { languageOf, turnPage } from '../shared/turn-page.ts';
import { type ServiceWords, speak, type TabWords } from './tab-words.ts';

// Named one by one, so that the bundler makes a file of each and the tab loads what it speaks.
const languages: Record<string, () => Promise<[TabWords, ServiceWords]>> = {
  de: async () => [(await import('../../src/words/tab/de.ts')).de, (await import('../../src/words/de.ts')).de],
  es: async () => [(await import('../../src/words/tab/es.ts')).es, (await import('../../src/words/es.ts')).es],
  fr: async () => [(await import('../../src/words/tab/fr.ts')).fr, (await import('../../src/words/fr.ts')).fr],
  ja: async () => [(await import('../../src/words/tab/ja.ts')).ja, (await import('../../src/words/ja.ts')).ja],
  pt: async () => [(await import('../../src/words/tab/pt.ts')).pt, (await import('../../src/words/pt.ts')).pt],
  qps: async () => {
    const { pseudoOf } = await import('../../src/words/pseudo.ts');
    return [pseudoOf(en), pseudoOf(service)];
  },
};

/** Turns the tab to the reader's language, direction, and way of writing money and dates. */
export async function showLanguage(wanted: string): Promise<void> {
  const language = languageOf(wanted);
  turnPage(wanted, Object.hasOwn(languages, language));
  const words = Object.hasOwn(languages, language) ? await languages[language]?.().catch(() => undefined) : undefined;
  // Without its file the tab speaks English.
  speak(wanted, words ?? [en, service]);
}
