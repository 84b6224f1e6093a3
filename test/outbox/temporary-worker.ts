import { createWorker } from '../../bot/create-worker.ts';
import { type Authorization, cardSender } from '../../bot/send-card.ts';
import type { Conversation } from '../../src/outbox/conversations.ts';
import type { PostedCard } from '../../src/outbox/posted-cards.ts';
import { createLog } from '../../src/platform/log.ts';
import { actor, type OpenedDesk } from '../temporary-desk.ts';

/**
 * A worker as the server runs it, with a clock of its own where a test passes one in the desk.
 * @param authorization what signs its requests
 */
export function temporaryWorker(desk: OpenedDesk, authorization: Authorization = async () => undefined) {
  const log = createLog({ level: process.env.TEST_LOG ?? 'silent', local: false });
  return createWorker({ desk, log, defaultRole: 'salesperson', send: cardSender(authorization, log) });
}

/** A chat of several people behind the connector at `serviceUrl`. */
export function groupChat(serviceUrl: string, id: string): Conversation {
  return {
    ...{ id, kind: 'group', tenantId: actor('alex').tenantId, personId: null, serviceUrl, channelId: 'msteams' },
    ...{ botId: '28:bot', locale: 'en', timeZone: 'UTC', members: ['29:alex', '29:megan'] },
  };
}

/** Somebody's own chat with the bot. */
export function personalChat(serviceUrl: string, personId: string): Conversation {
  return { ...groupChat(serviceUrl, `a:${personId}`), kind: 'personal', personId, members: [] };
}

/** A message in a chat of several people that shows a lead. */
export function postedCard(leadId: string, conversationId: string, activityId = 'posted'): PostedCard {
  return {
    ...{ conversationId, activityId, leadId, audience: 'many', personId: null },
    ...{ locale: 'en', timeZone: 'UTC', reason: null, shown: null },
  };
}
