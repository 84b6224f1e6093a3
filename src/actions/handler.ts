import type { Card } from '../cards/card.ts';
import type { FormProblem } from '../cards/elements.ts';
import type { DataOf, Verb } from '../cards/verbs.ts';
import type { View } from '../cards/view.ts';
import type { Desk } from '../leads/desk.ts';
import type { EmailMessage } from '../leads/email-message.ts';
import type { Actor } from '../leads/person.ts';
import type { Chat } from './chat.ts';
import type { CardReply, ChoicesReply, GoesOn, ResultsReply } from './reply.ts';

/** Everything a handler may use: who acts, how they see, and the mail open beside the card. */
export type Context = {
  desk: Desk;
  actor: Actor;
  view: View;
  mail?: EmailMessage | undefined;
  chat?: Chat | undefined;
};

/** What a verb answers when nothing is refused. */
export type ReplyOf<V extends Verb> = V extends 'lead.search'
  ? ResultsReply
  : V extends 'people.search'
    ? ChoicesReply
    : V extends 'lead.list'
      ? CardReply | GoesOn
      : CardReply;

/**
 * What a verb means. With `inputs`, the verb sent without any of them answers with its form, and a refused input with
 * the same form, what was typed still in it.
 */
export type Handler<V extends Verb> = {
  inputs?: readonly (keyof DataOf<V>)[];
  form?: (context: Context, data: DataOf<V>, problem?: FormProblem) => Promise<Card>;
  work: (context: Context, data: DataOf<V>) => Promise<ReplyOf<V>>;
};

export type Handlers = { [V in Verb]: Handler<V> };
