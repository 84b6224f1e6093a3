import { de } from './de.ts';
import { en, type Words } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { pseudoOf } from './pseudo.ts';
import { pt } from './pt.ts';

/** Every language there is, with the pseudo language that shows what was never translated. */
export const LANGUAGES = new Map<string, Words>([
  ['de', de],
  ['en', en],
  ['es', es],
  ['fr', fr],
  ['ja', ja],
  ['pt', pt],
  ['qps', pseudoOf(en)],
]);

/** The words for a reader's language, such as `de` or `pt-BR`; English where there are none. */
export function words(locale: string): Words {
  const [language = ''] = locale.toLowerCase().split('-');
  return LANGUAGES.get(language) ?? en;
}

/** The label of an option in the reader's language. */
export function optionLabel(w: Words, option: string): string {
  return w.options[option] ?? w.otherOption(option);
}
