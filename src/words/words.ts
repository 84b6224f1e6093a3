import { en, type Words } from './en.ts';

/** The words for a reader's language; English where there are none yet. */
export function words(_locale: string): Words {
  return en;
}

/** The label of an option: 'trade-show' → 'Trade Show'. */
export function optionLabel(w: Words, option: string): string {
  return (
    w.options[option] ??
    option.replace(/(^|-)(\p{L})/gu, (_match, dash, letter) => `${dash ? ' ' : ''}${letter.toUpperCase()}`)
  );
}
