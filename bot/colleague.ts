import { TeamsInfo, type TurnContext } from 'botbuilder';
import type { People } from '../src/leads/desk.ts';
import type { Role } from '../src/leads/person.ts';
import { inTime } from './in-time.ts';

const ROSTER_PATIENCE_MS = 5000;
const LONGEST_ADDRESS = 320;

type Options = { people: People; defaultRole: Role; tenants: readonly string[] };

/**
 * Whether a member of the organisation is acting. Whom we have not met is looked up in the conversation's roster, and
 * remembered with the address it has; its guests, and callers without an account in Entra ID, are nobody to us.
 * @throws TooLate when Teams does not answer
 */
export async function isColleague(context: TurnContext, { people, defaultRole, tenants }: Options): Promise<boolean> {
  const { from, conversation, channelData } = context.activity;
  const id = from.aadObjectId;
  if (!id) return false;
  if (await people.find(id)) return true;
  const member = await inTime(TeamsInfo.getMember(context, from.id), ROSTER_PATIENCE_MS);
  if (member.userRole && member.userRole !== 'user') return false;
  // In shared channels and chats with other organisations people keep their own tenant.
  if (member.tenantId && !tenants.includes(member.tenantId.toLowerCase())) return false;
  const address = (member.email || member.userPrincipalName || '').toLowerCase();
  await people.remember({
    id,
    tenantId: conversation.tenantId ?? channelData?.tenant?.id ?? '',
    name: member.name || from.name || id,
    email: address.includes('@') && address.length <= LONGEST_ADDRESS ? address : null,
    role: defaultRole,
  });
  return true;
}
