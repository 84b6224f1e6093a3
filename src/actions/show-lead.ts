import type { Card } from '../cards/card.ts';
import { leadCard } from '../cards/lead-card.ts';
import type { Desk } from '../leads/desk.ts';
import type { Lead } from '../leads/lead.ts';
import { loggedCopy } from '../leads/log-email.ts';
import type { MatchReason } from '../leads/match.ts';
import type { Qualified } from '../leads/qualification.ts';
import type { Task } from '../leads/timeline.ts';
import type { Context } from './handler.ts';

const ENTRIES = 3;
const MOST_TASKS = 100;

type Options = {
  /** Why the card is not what was asked for. */
  notice?: string;
  /** Why the card stands here, where nobody asked for it. */
  told?: string;
  /** What was just done, where a surface says it on the card. */
  done?: string;
  match?: MatchReason;
  /** Records of the lead that are at hand already. */
  records?: Omit<Qualified, 'lead'>;
  tasksFirst?: boolean;
};

/** A lead's card with everything on it: last entries, records, and the mail beside it. */
export async function showLead(
  { desk, actor, view, mail }: Context,
  lead: Lead,
  { notice, told, done, match, records = {}, tasksFirst = false }: Options = {},
): Promise<Card> {
  const { store } = desk;
  const [timeline, tasks, account, contact, opportunity, logged] = await Promise.all([
    store.timeline(lead.id, { limit: ENTRIES }),
    tasksFirst ? openTasks(desk, lead.id) : [],
    records.account ?? (lead.accountId ? store.account(lead.accountId) : undefined),
    records.contact ?? (lead.contactId ? store.contact(lead.contactId) : undefined),
    records.opportunity ?? (lead.opportunityId ? store.opportunity(lead.opportunityId) : undefined),
    mail && !mail.draft ? loggedCopy(desk, actor, lead.id, mail) : undefined,
  ]);
  const others = timeline.items.filter(({ id }) => !tasks.some((task) => task.id === id));
  const parts = { timeline: [...tasks, ...others], account, contact, opportunity, notice, told, done };
  return leadCard(lead, actor, view, mail ? { ...parts, mail: { match, logged, message: mail } } : parts);
}

/** Those due soonest, so that a card that reminds of one has its button. */
async function openTasks(desk: Desk, leadId: string): Promise<Task[]> {
  const { items } = await desk.store.timeline(leadId, { kind: 'task', limit: MOST_TASKS });
  const open = items.flatMap((item) => (item.kind === 'task' && item.status === 'open' && item.dueAt ? [item] : []));
  return open.sort((one, other) => (String(one.dueAt) < String(other.dueAt) ? -1 : 1)).slice(0, ENTRIES);
}
