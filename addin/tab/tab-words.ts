import { en as service } from '../../src/words/en.ts';
import { en } from '../../src/words/tab/en.ts';

export type ServiceWords = typeof service;
export type TabWords = typeof en;

/** What the tab says itself, and what the lead service calls things; English until `speak`. */
export let t: TabWords = en;
export let w: ServiceWords = service;
let chosen = 'en';

/** From now on the tab speaks so. `wanted` is the reader's locale, as a host or a browser names it. */
export function speak(wanted: string, words: readonly [TabWords, ServiceWords]): void {
  [t, w] = words;
  chosen = known(wanted);
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
