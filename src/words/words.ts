import { en, type Words } from './en.ts';
import { pseudoOf } from './pseudo.ts';

const LANGUAGES = new Map<string, Words>([
  ['en', en],
  ['qps', pseudoOf(en)],
]);

/** The words for a reader's language, such as `de` or `pt-BR`; English where there are none. */
export function words(locale: string): Words {
  const [language = ''] = locale.toLowerCase().split('-');
  return LANGUAGES.get(language) ?? en;
}

/** The label of an option: 'trade-show' → 'Trade Show'. */
export function optionLabel(w: Words, option: string): string {
  return (
    w.options[option] ??
    option.replace(/(^|-)(\p{L})/gu, (_match, dash, letter) => `${dash ? ' ' : ''}${letter.toUpperCase()}`)
  );
}
