import { en, type PaneWords } from '../../src/words/pane/en.ts';
import { languageOf, turnPage } from '../shared/turn-page.ts';

/** What the panel says, in the language of `showLanguage`; English until then. */
export let words: PaneWords = en;

// Named one by one, so that the bundler makes a file of each and the panel loads one at most.
const languages: Record<string, () => Promise<PaneWords>> = {
  de: async () => (await import('../../src/words/pane/de.ts')).de,
  es: async () => (await import('../../src/words/pane/es.ts')).es,
  fr: async () => (await import('../../src/words/pane/fr.ts')).fr,
  ja: async () => (await import('../../src/words/pane/ja.ts')).ja,
  pt: async () => (await import('../../src/words/pane/pt.ts')).pt,
  qps: async () => (await import('../../src/words/pseudo.ts')).pseudoOf(en),
};

/** Turns the page to the reader's language and direction. */
export async function showLanguage(locale: string): Promise<void> {
  const language = languageOf(locale);
  const isKnown = Object.hasOwn(languages, language);
  // Without its file the panel speaks English.
  words = (await languages[language]?.().catch(() => undefined)) ?? en;
  turnPage(locale, isKnown);
  for (const element of document.querySelectorAll<HTMLElement>('[data-word]')) {
    const word = words[element.dataset.word as keyof PaneWords];
    if (typeof word !== 'string') continue;
    const label = element.getAttribute('aria-label');
    // What says so already is left alone: it would be laid out anew.
    if ((label ?? element.textContent) === word) continue;
    if (label === null) element.textContent = word;
    else element.setAttribute('aria-label', word);
  }
}
