import { type Activity, ActivityTypes, CardFactory } from 'botbuilder';
import type { Reply } from '../src/actions/reply.ts';

/** A reply as a message of the bot. What people wrote is in cards; the rest is sent as plain text. */
export function replyMessage(reply: Reply): Partial<Activity> {
  switch (reply.kind) {
    case 'card':
    case 'dialog':
      return {
        type: ActivityTypes.Message,
        attachments: [CardFactory.adaptiveCard(reply.card)],
        summary: reply.card.fallbackText,
      };
    case 'results':
      return {
        type: ActivityTypes.Message,
        attachmentLayout: 'list',
        attachments: reply.results.map(({ card }) => CardFactory.adaptiveCard(card)),
      };
    case 'choices':
      return plain(reply.choices.map(({ title }) => title).join('\n'));
    case 'text':
      return plain(reply.text);
  }
}

function plain(text: string): Partial<Activity> {
  return { type: ActivityTypes.Message, text, textFormat: 'plain' };
}
