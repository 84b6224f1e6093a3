import type { InvokeResponse } from 'botbuilder';
import type { Reply } from '../src/actions/reply.ts';
import { UnknownVerb } from '../src/cards/verbs.ts';
import { LeadError } from '../src/leads/lead-error.ts';
import { words } from '../src/words/words.ts';

const CARD = 'application/vnd.microsoft.card.adaptive';
const MESSAGE = 'application/vnd.microsoft.activity.message';

/** A reply as the answer to a click on a card, which it takes the place of. */
export function actionAnswer(reply: Reply): InvokeResponse {
  switch (reply.kind) {
    case 'card':
    case 'dialog':
      return answer(200, CARD, reply.card);
    case 'results':
      return answer(200, MESSAGE, reply.results.map(({ title }) => title).join('\n'));
    case 'choices':
      return answer(200, MESSAGE, reply.choices.map(({ title }) => title).join('\n'));
    case 'text':
      return answer(200, MESSAGE, reply.text);
  }
}

/** What is said of a button that sends what none of ours does, in the reader's language; undefined of any other fault. */
export function badButton(error: unknown, locale: string | undefined): string | undefined {
  const isBad = error instanceof UnknownVerb || (error instanceof LeadError && error.code !== 'store-unavailable');
  return isBad ? words(locale ?? 'en').badButton : undefined;
}

/** What no button of ours sends. */
export function refuseAction(message: string): InvokeResponse {
  return answer(400, 'application/vnd.microsoft.error', { code: 'BadRequest', message });
}

// HTTP stays 200 whatever the card's own status is; the SDK would copy it into the HTTP status.
function answer(statusCode: number, type: string, value: unknown): InvokeResponse {
  return { status: 200, body: { statusCode, type, value } };
}
