import { en, type PaneWords } from './en.ts';

export const pt: PaneWords = en;
