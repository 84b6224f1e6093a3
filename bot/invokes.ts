import type { InvokeResponse } from 'botbuilder';
import * as z from 'zod';
import { PEOPLE_DATASET } from '../src/cards/assign-cards.ts';
import { UnknownVerb } from '../src/cards/verbs.ts';
import { LeadError } from '../src/leads/lead-error.ts';
import type { Ask } from './ask.ts';
import { answerTaskFetch, answerTaskSubmit } from './dialogs.ts';
import { answerFetchTask, answerLink, answerQuery, answerSubmitAction } from './message-extension.ts';

/** Answers what Teams asks, by its value. @throws whatever the asking throws */
export type Invoke = (value: unknown, ask: Ask, publicUrl: string) => Promise<InvokeResponse>;

/** What Teams asks a bot for beside clicks on cards, by the name it asks under. */
const INVOKES: ReadonlyMap<string, Invoke> = new Map<string, Invoke>([
  ['composeExtension/query', answerQuery],
  ['composeExtension/queryLink', answerLink],
  ['composeExtension/fetchTask', answerFetchTask],
  ['composeExtension/submitAction', answerSubmitAction],
  ['task/fetch', answerTaskFetch],
  ['task/submit', answerTaskSubmit],
  ['application/search', answerSearch],
]);

/** Whether an invoke may write: then it does its work once in all server processes, however often it is delivered. */
export function isWriting(name: string | undefined): boolean {
  return name === 'composeExtension/submitAction' || name === 'task/submit';
}

/** The function that answers an invoke; what Teams would not send is refused as a bad request. */
export function invokeNamed(name: string | undefined): Invoke | undefined {
  const invoke = INVOKES.get(name ?? '');
  return (
    invoke &&
    (async (value, ask, publicUrl) => {
      try {
        return await invoke(value, ask, publicUrl);
      } catch (error) {
        if (error instanceof z.ZodError || error instanceof UnknownVerb || error instanceof LeadError) {
          return { status: 400 };
        }
        throw error;
      }
    })
  );
}

const search = z.object({ queryText: z.string().default(''), dataset: z.string().optional() });

/** `application/search`: colleagues while somebody types in the input that asks for one. */
async function answerSearch(value: unknown, ask: Ask): Promise<InvokeResponse> {
  const { queryText, dataset } = search.parse(value);
  const reply = dataset === PEOPLE_DATASET ? await ask('people.search', { q: queryText.slice(0, 500) }) : undefined;
  const results = reply?.kind === 'choices' ? reply.choices : [];
  const type = 'application/vnd.microsoft.search.searchResponse';
  return { status: 200, body: { statusCode: 200, type, value: { results } } };
}
