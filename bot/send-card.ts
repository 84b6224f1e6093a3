import { type Activity, ActivityTypes, CardFactory } from 'botbuilder';
import type { Card } from '../src/cards/card.ts';
import type { Conversation } from '../src/outbox/conversations.ts';
import type { Outcome } from '../src/outbox/deliverer.ts';
import type { Log } from '../src/platform/log.ts';
import { sendToConnector } from './connector.ts';
import { NotOurs } from './teams-adapter.ts';

/** Posts a card in a chat, or puts it in place of what a message there shows. */
export type SendCard = (
  message: { conversationId: string; activityId?: string },
  chat: Conversation,
  card: Card,
) => Promise<Outcome>;

/** What signs a request to the connector of a chat. @throws NotOurs when the bot may not write there */
export type Authorization = (chat: Conversation) => Promise<string | undefined>;

/** Sends what `authorization` signs; without a token nothing leaves, and that is an outcome like others. */
export function cardSender(authorization: Authorization, log: Log): SendCard {
  return async ({ conversationId, activityId }, chat, card) => {
    const signed = await authorization(chat).then(
      (value) => ({ value }),
      (error) => unsigned(error, log),
    );
    if ('kind' in signed) return signed;
    return sendToConnector({
      serviceUrl: chat.serviceUrl,
      conversationId,
      activity: message(chat, conversationId, card),
      authorization: signed.value,
      ...(activityId && { activityId }),
    });
  };
}

/** A chat may be ours again when the settings are put right; a token is to be had when Entra is back or the secret new. */
function unsigned(error: unknown, log: Log): Outcome {
  if (error instanceof NotOurs) return { kind: 'refused', detail: error.code };
  log.warn({ err: error }, 'no token for Teams');
  return { kind: 'later', afterMs: null, detail: 'no-token' };
}

function message(chat: Conversation, conversationId: string, card: Card): Partial<Activity> {
  const { channelId, serviceUrl, tenantId, botId, kind } = chat;
  return {
    type: ActivityTypes.Message,
    channelId,
    serviceUrl,
    from: { id: botId, name: '' },
    conversation: {
      id: conversationId,
      tenantId,
      conversationType: kind === 'group' ? 'groupChat' : kind,
      isGroup: kind !== 'personal',
      name: '',
    },
    attachments: [CardFactory.adaptiveCard(card)],
    summary: card.fallbackText,
  };
}
