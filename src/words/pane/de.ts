import { en, type PaneWords } from './en.ts';

export const de: PaneWords = en;
