import type { Reply } from '../src/actions/reply.ts';
import type { View } from '../src/cards/view.ts';

/** Asks Lead Desk as whoever the activity comes from. */
export type Ask = (
  verb: string,
  data: object,
  how?: { dialog?: boolean; audience?: View['audience'] },
) => Promise<Reply>;
