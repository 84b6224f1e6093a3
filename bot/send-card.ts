import { type Activity, ActivityTypes, CardFactory } from 'botbuilder';
import type { Card } from '../src/cards/card.ts';
import type { Conversation } from '../src/outbox/conversations.ts';
import type { Outcome } from '../src/outbox/deliverer.ts';
import { sendToConnector } from './connector.ts';

/** Posts a card in a chat, or puts it in place of what a message there shows. */
export type SendCard = (
  message: { conversationId: string; activityId?: string },
  chat: Conversation,
  card: Card,
) => Promise<Outcome>;

/** @param authorization what signs a request to the connector of a chat; it throws when the bot may not write there */
export function cardSender(authorization: (chat: Conversation) => Promise<string | undefined>): SendCard {
  return async ({ conversationId, activityId }, chat, card) =>
    sendToConnector({
      serviceUrl: chat.serviceUrl,
      conversationId,
      activity: message(chat, conversationId, card),
      authorization: await authorization(chat),
      ...(activityId && { activityId }),
    });
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
