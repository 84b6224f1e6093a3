/** What an activity or a kept reference says of where it comes from. */
type Origin = {
  channelId?: string | undefined;
  serviceUrl?: string | undefined;
  conversation?: { tenantId?: string | undefined } | undefined;
  channelData?: { tenant?: { id?: string } };
};

/** Teams, and Outlook and Microsoft 365 where they show what a bot offers. */
const CHANNELS = new Set(['msteams', 'm365extensions']);
/**
 * The connectors of Teams in Microsoft's clouds. Others may have names under trafficmanager.net, so that one is spelt out.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
 */
const CONNECTORS =
  /^(smba\.trafficmanager\.net|smba\.onyx\.prod\.teams\.trafficmanager\.net|([\w-]+\.)*(teams\.microsoft\.com|teams\.microsoft\.us|botframework\.com|botframework\.azure\.us))$/;
const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/** Which conversations the bot serves: Teams' of these tenants; without any, in local mode, those on this machine. */
export type Reach = { tenants: readonly string[] | undefined; isConnector?: (url: URL) => boolean };

/** Why nothing is taken from or sent to a conversation; undefined where it is one of ours. */
export function foreign(origin: Origin, { tenants, isConnector = isTeams }: Reach): string | undefined {
  const url = URL.parse(origin.serviceUrl ?? '');
  // Where there is none, the SDK would send to Microsoft's.
  if (!tenants) return url && LOOPBACK.test(url.hostname) ? undefined : 'service URL';
  if (!CHANNELS.has(origin.channelId ?? '')) return 'channel';
  const tenant = origin.conversation?.tenantId ?? origin.channelData?.tenant?.id;
  const other = origin.channelData?.tenant?.id ?? tenant;
  const known = (id: string | undefined) => id !== undefined && tenants.includes(id.toLowerCase());
  if (!known(tenant) || !known(other)) return 'tenant';
  return url && isConnector(url) ? undefined : 'service URL';
}

function isTeams({ protocol, hostname, port }: URL): boolean {
  return protocol === 'https:' && port === '' && CONNECTORS.test(hostname);
}
