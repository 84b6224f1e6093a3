import type { Card } from '../cards/card.ts';
import type { LeadErrorCode } from '../leads/lead-error.ts';

/** What a surface gets back: the card to draw, a line to say, and what was refused or changed. */
export type Reply = {
  kind: 'card';
  card: Card;
  toast?: string;
  refused?: LeadErrorCode;
  /** The id of a lead that was written: cards on it posted elsewhere are out of date now. */
  changed?: string;
  /** Beside a draft: the lead it is to be logged on when it is sent, or that it is not to be logged. */
  logsOn?: string | null;
};
