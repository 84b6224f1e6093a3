import type { Verb } from '../../src/cards/verbs.ts';

/** A verb with the data it takes. */
export type Command = { verb: Verb; data: Record<string, string> };
