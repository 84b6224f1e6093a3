import { pseudoOf } from '../pseudo.ts';
import { en, type PaneWords } from './en.ts';

export const pseudo: PaneWords = pseudoOf(en);
