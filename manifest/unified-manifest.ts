import type { TeamsManifestV1D29 } from '@microsoft/app-manifest';
import { APP, type Installation, iconUrl, paneUrl, RIBBON_ICONS } from './app.ts';

/** The unified manifest: the bot in Teams, the pane in Outlook on the web and on Windows. */
export function unifiedManifest(installation: Installation): TeamsManifestV1D29.TeamsManifestV1D29 {
  const { publicUrl, botId, clientId } = installation;
  const { host } = new URL(publicUrl);
  const mailbox = { capabilities: [{ name: 'Mailbox', minVersion: APP.mailboxVersion }] };
  const icons = RIBBON_ICONS.map((size) => ({ size, url: iconUrl(installation, size) }));
  const commands = APP.commands.map((command) => ({ ...command }));
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
    localizationInfo: { defaultLanguageTag: 'en' },
    name: { short: APP.name, full: APP.fullName },
    description: { short: APP.short, full: APP.description },
    icons: { color: 'color.png', outline: 'outline.png', color32x32: 'color32.png' },
    accentColor: APP.accentColor,
    bots: [
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
    ],
    permissions: ['identity', 'messageTeamMembers'],
    validDomains: [host],
    webApplicationInfo: { id: clientId, resource: `api://${host}/botid-${botId}` },
    authorization: {
      permissions: { resourceSpecific: [{ name: 'MailboxItem.ReadWrite.User', type: 'Delegated' }] },
    },
    extensions: [
      {
        requirements: { scopes: ['mail'], ...mailbox },
        runtimes: [
          {
            id: 'pane',
            type: 'general',
            code: { page: paneUrl(installation) },
            lifetime: 'short',
            requirements: mailbox,
            actions: [{ id: APP.pane.action, type: 'openPage', view: 'lead', pinnable: true, displayName: APP.button }],
          },
        ],
        ribbons: [
          {
            contexts: ['mailRead'],
            requirements: mailbox,
            tabs: [
              {
                builtInTabId: 'TabDefault',
                groups: [
                  {
                    id: 'leadRead',
                    label: APP.group,
                    icons,
                    controls: [
                      {
                        id: 'openLead',
                        type: 'button',
                        label: APP.button,
                        actionId: APP.pane.action,
                        icons,
                        supertip: { title: APP.button, description: APP.tip },
                      },
                    ],
                  },
                ],
              },
            ],
          },
        ],
        alternates: [
          {
            requirements: { scopes: ['mail'] },
            hide: { customOfficeAddin: { officeAddinId: APP.addinOnlyId } },
            alternateIcons: {
              icon: { size: 64, url: iconUrl(installation, 64) },
              highResolutionIcon: { size: 64, url: iconUrl(installation, 128) },
            },
          },
        ],
        audienceClaimUrl: paneUrl(installation),
      },
    ],
  };
}
