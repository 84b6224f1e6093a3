import type { Activity } from 'botbuilder';
import { baseConversation, type Conversation } from '../src/outbox/conversations.ts';

const KINDS = { personal: 'personal', groupChat: 'group', channel: 'channel' } as const;

/** The chat an activity comes from, as it is kept: ids only, nobody's name. */
export function chatOf(activity: Activity): Conversation {
  const { conversation, channelData, from, recipient, serviceUrl, channelId, locale, localTimezone } = activity;
  const said = KINDS[(conversation.conversationType ?? 'personal') as keyof typeof KINDS] ?? 'group';
  // Two people among themselves are a personal chat to Teams, too, but not theirs with the bot.
  const kind = said === 'personal' && conversation.id.startsWith('19:') ? 'group' : said;
  return {
    id: baseConversation(conversation.id),
    kind,
    tenantId: conversation.tenantId ?? channelData?.tenant?.id ?? '',
    personId: kind === 'personal' ? (from.aadObjectId ?? from.id) : null,
    serviceUrl,
    channelId,
    botId: recipient.id,
    locale: locale ?? 'en',
    timeZone: localTimezone ?? 'UTC',
    members: kind === 'personal' ? [] : [from.id],
  };
}
