import type { Activity } from 'botbuilder';
import type { People } from '../src/leads/desk.ts';
import type { Actor, Role } from '../src/leads/person.ts';

/** Who acts in Teams: by Entra object id, never by name. The role is the one remembered, else the default. */
export async function teamsActor(people: People, activity: Activity, defaultRole: Role): Promise<Actor> {
  const { from, conversation, channelData } = activity;
  const id = from.aadObjectId ?? from.id;
  const known = await people.find(id);
  const person = await people.remember({
    id,
    tenantId: conversation.tenantId ?? channelData?.tenant?.id ?? '',
    name: from.name || known?.name || id,
    email: known?.email ?? null,
    role: known?.role ?? defaultRole,
  });
  return { ...person, surface: 'teams' };
}
