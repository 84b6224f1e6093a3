import { en, type PaneWords } from './en.ts';

export const es: PaneWords = en;
