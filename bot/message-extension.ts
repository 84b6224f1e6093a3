import { type Attachment, CardFactory, type InvokeResponse } from 'botbuilder';
import * as z from 'zod';
import type { FoundLead, Reply } from '../src/actions/reply.ts';
import type { Card } from '../src/cards/card.ts';
import { leadInLink } from '../src/cards/lead-link.ts';
import { MESSAGE_COMMANDS } from '../src/words/teams-commands.ts';
import type { Ask } from './ask.ts';
import { dialogAnswer } from './dialogs.ts';
import { readMessagePayload } from './read-message-payload.ts';

const query = z.object({
  parameters: z.array(z.object({ name: z.string().optional(), value: z.unknown().optional() })).default([]),
  queryOptions: z.object({ skip: z.number().optional(), count: z.number().optional() }).default({}),
});

/** `composeExtension/query`: leads while somebody types; those worked on last before that. */
export async function answerQuery(value: unknown, ask: Ask): Promise<InvokeResponse> {
  const { parameters, queryOptions } = query.parse(value);
  // Before anything is typed Teams sends 'initialRun' instead; the Playground calls what is typed as it likes.
  const named = parameters.find(({ name }) => name === MESSAGE_COMMANDS.search.parameter);
  const typed = (named ?? parameters.find(({ name }) => name !== 'initialRun'))?.value;
  const q = typeof typed === 'string' ? typed.slice(0, 500) : '';
  const { skip = 0, count = 10 } = queryOptions;
  const page = { skip: Math.max(0, Math.trunc(skip)), count: Math.max(1, Math.trunc(count)) };
  return extensionAnswer(await ask('lead.search', { q, ...page }));
}

const fetched = z.object({ messagePayload: z.unknown().optional() });

/** `composeExtension/fetchTask`: the form of a new lead in a dialog, filled in from the message it was opened on. */
export async function answerFetchTask(value: unknown, ask: Ask): Promise<InvokeResponse> {
  const message = readMessagePayload(fetched.parse(value).messagePayload);
  return dialogAnswer(await ask('lead.new', message ? { message } : {}, { dialog: true }));
}

const submitted = z.object({ data: z.looseObject({ verb: z.string() }) });

/** `composeExtension/submitAction`: the dialog goes on, or its lead's card is put where the message is written. */
export async function answerSubmitAction(value: unknown, ask: Ask): Promise<InvokeResponse> {
  const { verb, ...data } = submitted.parse(value).data;
  return extensionAnswer(await ask(verb, data, { dialog: true, audience: 'many' }));
}

const link = z.object({ url: z.string() });

/** `composeExtension/queryLink`: the card of the lead whose address was pasted; of anything else, nothing. */
export async function answerLink(value: unknown, ask: Ask, publicUrl: string): Promise<InvokeResponse> {
  const leadId = leadInLink(publicUrl, link.parse(value).url);
  const reply = leadId && (await ask('lead.show', { leadId }, { audience: 'many' }));
  return reply && reply.kind === 'card' && !reply.refused ? extensionAnswer(reply) : { status: 200, body: {} };
}

function extensionAnswer(reply: Reply): InvokeResponse {
  switch (reply.kind) {
    case 'card':
      return results([inserted(reply.card, preview(reply.card.fallbackText, ''))]);
    case 'results':
      return results(reply.results.map((found) => inserted(found.card, previewOf(found))));
    case 'dialog':
      return dialogAnswer(reply);
    case 'choices':
      return message(reply.choices.map(({ title }) => title).join('\n'));
    case 'text':
      return message(reply.text);
  }
}

function results(attachments: Attachment[]): InvokeResponse {
  return { status: 200, body: { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } } };
}

function message(text: string): InvokeResponse {
  return { status: 200, body: { composeExtension: { type: 'message', text } } };
}

/** What is inserted, and how it is shown in the list before. */
function inserted(card: Card, shown: Attachment): Attachment & { preview: Attachment } {
  return { ...CardFactory.adaptiveCard(card), preview: shown };
}

function previewOf({ title, details }: FoundLead): Attachment {
  return preview(title, details);
}

/** Teams reads the texts of a thumbnail card as HTML. */
function preview(title: string, text: string): Attachment {
  return CardFactory.thumbnailCard(escaped(title), [], [], { text: escaped(text) });
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
