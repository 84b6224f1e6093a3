import { en, type PaneWords } from './en.ts';

export const fr: PaneWords = en;
