import { unfurlDomains } from '../src/cards/lead-link.ts';
import { COMMAND_IDS, MESSAGE_COMMANDS } from '../src/words/teams-commands.ts';
import { words as wordsOf } from '../src/words/words.ts';
import { APP, type Installation } from './app.ts';
import type { ManifestLanguage } from './languages.ts';
import type { Unified } from './unified-manifest.ts';

type Part<Name extends keyof Unified> = NonNullable<Unified[Name]>;

/** The bot, and what it offers while somebody types to it. */
export function bots({ botId }: Installation, { tag }: ManifestLanguage): Part<'bots'> {
  const told = wordsOf(tag).commands;
  const commands = COMMAND_IDS.map((id) => ({ title: told[id].title, description: told[id].means }));
  return [
    {
      botId,
      scopes: ['personal', 'team', 'groupChat'],
      supportsFiles: false,
      isNotificationOnly: false,
      commandLists: [
        { scopes: ['personal'], commands },
        { scopes: ['team', 'groupChat'], commands },
      ],
    },
  ];
}

/** Finding a lead while one writes, making one of a message, and links to leads that unfold. */
export function composeExtensions(
  { publicUrl, botId }: Installation,
  { words }: ManifestLanguage,
): Part<'composeExtensions'> {
  const { search, newLead } = MESSAGE_COMMANDS;
  return [
    {
      botId,
      commands: [
        {
          id: search.id,
          type: 'query',
          title: words.search,
          description: words.searchTells,
          initialRun: true,
          context: [...search.contexts],
          parameters: [
            { name: search.parameter, title: words.button, description: words.searchFor, inputType: 'text' },
          ],
        },
        {
          id: newLead.id,
          type: 'action',
          title: words.newLead,
          description: words.newLeadTells,
          context: [...newLead.contexts],
          fetchTask: true,
        },
      ],
      messageHandlers: [
        { type: 'link', value: { domains: unfurlDomains(publicUrl), supportsAnonymizedPayloads: false } },
      ],
    },
  ];
}

/** The tab with all leads; Teams adds the chat with the bot, and what the app is. */
export function staticTabs({ publicUrl }: Installation, { words }: ManifestLanguage): Part<'staticTabs'> {
  const contentUrl = publicUrl + APP.tab.path;
  return [
    {
      entityId: APP.tab.entityId,
      name: words.tab,
      contentUrl,
      websiteUrl: contentUrl,
      scopes: ['personal'],
    },
    { entityId: 'conversations', scopes: ['personal'] },
    { entityId: 'about', scopes: ['personal'] },
  ];
}
