import { en, type PaneWords } from './en.ts';

export const ja: PaneWords = en;
