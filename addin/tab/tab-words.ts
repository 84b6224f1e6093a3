import { en as service } from '../../src/words/en.ts';
import { en } from '../../src/words/tab/en.ts';
import { turnPage } from '../shared/turn-page.ts';

type ServiceWords = typeof service;
type TabWords = typeof en;

/** What the tab says itself, and what the lead service calls things; English until `showLanguage`. */
export let t: TabWords = en;
export let w: ServiceWords = service;
let chosen = 'en';

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
  const language = wanted.split('-')[0]?.toLowerCase() ?? '';
  chosen = known(wanted);
  turnPage(wanted, Object.hasOwn(languages, language));
  if (!Object.hasOwn(languages, language)) return;
  // Without its file the tab speaks English.
  [t, w] = (await languages[language]?.().catch(() => undefined)) ?? [en, service];
}

/** The reader's locale, as `Intl` takes it. */
export function locale(): string {
  return chosen;
}

export function optionLabel(option: string): string {
  return w.options[option] ?? w.otherOption(option);
}

function known(wanted: string): string {
  try {
    return Intl.getCanonicalLocales(wanted)[0] ?? 'en';
  } catch {
    return 'en'; // Hosts send all sorts of things.
  }
}
