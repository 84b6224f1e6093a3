import type { TeamsManifestV1D29 } from '@microsoft/app-manifest';
import { APP, type Installation, tokenResource } from './app.ts';
import { ENGLISH, type ManifestLanguage, OTHER_LANGUAGES } from './languages.ts';
import { outlookExtension } from './outlook-extension.ts';
import { bots, composeExtensions, staticTabs } from './teams-parts.ts';

export type Unified = TeamsManifestV1D29.TeamsManifestV1D29;

/** The unified manifest: bot, message extension and tab in Teams, the add-in in Outlook on the web and on Windows. */
export function unifiedManifest(installation: Installation, language: ManifestLanguage = ENGLISH): Unified {
  const { words } = language;
  const { publicUrl, clientId } = installation;
  const { host } = new URL(publicUrl);
  return {
    $schema: 'https://developer.microsoft.com/json-schemas/teams/v1.29/MicrosoftTeams.schema.json',
    manifestVersion: '1.29',
    version: APP.version,
    id: APP.id,
    developer: {
      name: APP.developer,
      websiteUrl: publicUrl,
      privacyUrl: `${publicUrl}/privacy`,
      termsOfUseUrl: `${publicUrl}/terms`,
    },
    localizationInfo: {
      defaultLanguageTag: 'en',
      additionalLanguages: OTHER_LANGUAGES.map(({ tag }) => ({ languageTag: tag, file: `${tag}.json` })),
    },
    name: { short: APP.name, full: words.fullName },
    description: { short: words.short, full: words.description },
    icons: { color: 'color.png', outline: 'outline.png', color32x32: 'color32.png' },
    accentColor: APP.accentColor,
    staticTabs: staticTabs(installation, language),
    bots: bots(installation, language),
    composeExtensions: composeExtensions(installation, language),
    permissions: ['identity', 'messageTeamMembers'],
    validDomains: [host],
    webApplicationInfo: { id: clientId, resource: tokenResource(installation) },
    authorization: {
      permissions: {
        resourceSpecific: [
          { name: 'MailboxItem.ReadWrite.User', type: 'Delegated' },
          { name: 'Mailbox.SharedFolder', type: 'Delegated' },
        ],
      },
    },
    extensions: [outlookExtension(installation, words)],
  };
}
