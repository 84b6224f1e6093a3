import type { Card } from '../cards/card.ts';
import type { LeadErrorCode } from '../leads/lead-error.ts';

/** What a surface gets back. Every surface answers all of them. */
export type Reply = CardReply | DialogReply | ResultsReply | ChoicesReply | TextReply;

/** The card to draw, a line to say, and what was refused or changed. */
export type CardReply = {
  kind: 'card';
  card: Card;
  toast?: string;
  refused?: LeadErrorCode;
  /** The id of a lead that was written: cards on it posted elsewhere are out of date now. */
  changed?: string;
  /** The id of the lead whose card this is: where it is posted it is kept up to date. */
  shows?: string;
  /** Beside a draft: the lead it is to be logged on when it is sent, or that it is not to be logged. */
  logsOn?: string | null;
};

/**
 * Not an answer yet: another verb has it, as if its button had been pressed, so that what it refuses is refused, shown
 * and put on record as its own. No surface gets to see this.
 */
export type GoesOn = {
  kind: 'goes-on';
  verb: 'lead.show' | 'lead.qualify' | 'lead.disqualify' | 'lead.assign';
  data: { leadId: string; version: number; to?: string };
};

/** A form that has to be filled in before anything is done, asked for as a dialog. */
export type DialogReply = { kind: 'dialog'; title: string; card: Card; refused?: LeadErrorCode };

/** Leads found while somebody types, each with the card that is inserted when it is chosen. */
export type ResultsReply = { kind: 'results'; results: readonly FoundLead[] };
export type FoundLead = { leadId: string; title: string; details: string; card: Card };

/** What an input offers while somebody types. */
export type ChoicesReply = { kind: 'choices'; choices: readonly { title: string; value: string }[] };

/** A sentence where there is no place for a card. */
export type TextReply = { kind: 'text'; text: string; refused?: LeadErrorCode };
