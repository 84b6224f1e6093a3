import { CardFactory, type InvokeResponse } from 'botbuilder';
import * as z from 'zod';
import type { Reply } from '../src/actions/reply.ts';
import type { Ask } from './ask.ts';

const opened = z.object({ data: z.looseObject({ verb: z.string() }) });

/** `task/fetch`: a button of a card opens the form of its verb as a dialog. */
export async function answerTaskFetch(value: unknown, ask: Ask): Promise<InvokeResponse> {
  const { verb, msteams: _opens, ...data } = opened.parse(value).data;
  return dialogAnswer(await ask(verb, data, { dialog: true }));
}

/** `task/submit`: the dialog goes on, or closes: the cards of its lead are brought up to date where they are. */
export async function answerTaskSubmit(value: unknown, ask: Ask): Promise<InvokeResponse> {
  const { verb, ...data } = opened.parse(value).data;
  const reply = await ask(verb, data, { dialog: true });
  return reply.kind === 'card' ? { status: 200 } : dialogAnswer(reply);
}

/** A reply where a dialog is open or asked for. */
export function dialogAnswer(reply: Reply): InvokeResponse {
  switch (reply.kind) {
    case 'card':
    case 'dialog': {
      const title = reply.kind === 'dialog' ? reply.title : reply.card.fallbackText;
      const value = { title, height: 'large', width: 'medium', card: CardFactory.adaptiveCard(reply.card) };
      return { status: 200, body: { task: { type: 'continue', value } } };
    }
    case 'results':
      return message(reply.results.map(({ title }) => title).join('\n'));
    case 'choices':
      return message(reply.choices.map(({ title }) => title).join('\n'));
    case 'text':
      return message(reply.text);
  }
}

function message(text: string): InvokeResponse {
  return { status: 200, body: { task: { type: 'message', value: text } } };
}
