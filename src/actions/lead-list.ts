import { leadListCard } from '../cards/lead-list-card.ts';
import type { DataOf } from '../cards/verbs.ts';
import type { Lead } from '../leads/lead.ts';
import type { Page } from '../leads/lead-store.ts';
import { listLeads } from '../leads/list-leads.ts';
import { may } from '../leads/permissions.ts';
import type { Actor } from '../leads/person.ts';
import { isCalled } from '../leads/search-words.ts';
import { words } from '../words/words.ts';
import { goOnWith } from './go-on-with.ts';
import type { Context, Handler } from './handler.ts';
import type { CardReply, GoesOn } from './reply.ts';

const PAGE = 8;

export const leadList: Handler<'lead.list'> = {
  work: async (context, data) => {
    const page = await pageOf(context, data);
    const [only] = page.items;
    if (data.open && only && page.items.length === 1 && isMeant(only, data)) return goOnWith(only, data);
    return !only && data.q && data.view === 'open' ? closedOnes(context, data) : listed(context, data, page);
  },
};

/** The open leads of whoever asks, as a list. */
export async function ownLeads(context: Context): Promise<CardReply> {
  const data = { view: 'my-open' } as const;
  return listed(context, data, await pageOf(context, data));
}

function pageOf({ desk, actor }: Context, data: DataOf<'lead.list'>): Promise<Page<Lead>> {
  const { view, q, cursor } = data;
  return listLeads(desk, actor, { view, q, cursor, owner: ownerOf(actor, data), limit: PAGE });
}

function ownerOf(actor: Actor, { view, owner }: DataOf<'lead.list'>): string | undefined {
  return view === 'my-open' ? (owner ?? actor.id) : undefined;
}

async function listed(context: Context, data: DataOf<'lead.list'>, page: Page<Lead>): Promise<CardReply> {
  const owner = ownerOf(context.actor, data);
  const ownerName = await nameOf(context, owner);
  const shown = { ...data, next: page.next, owner, ownerName, offersNew: offersNew(context) };
  return { kind: 'card', card: leadListCard(context.view, page.items, shown) };
}

/** Giving a lead away shows nothing to look at before: one that has the words only in its notes or longer words is offered. */
function isMeant(lead: Lead, { q = '', intent, to }: DataOf<'lead.list'>): boolean {
  return !(intent === 'assign' && to) || isCalled(lead, q);
}

/** None of the open leads: where a closed one has the words, that is the answer. */
async function closedOnes(context: Context, data: DataOf<'lead.list'>): Promise<CardReply | GoesOn> {
  const { desk, actor, view } = context;
  const { q, to, open } = data;
  const isAssigned = data.intent === 'assign';
  const page = await listLeads(desk, actor, { view: 'closed', q, limit: PAGE });
  const [only] = page.items;
  // A closed lead can be given to somebody as well.
  if (open && only && isAssigned && page.items.length === 1 && isMeant(only, data)) return goOnWith(only, data);
  const notice = only && !isAssigned ? words(view.locale).problem['lead-closed'] : undefined;
  const intent = isAssigned ? 'assign' : 'show';
  const shown = {
    view: only ? ('closed' as const) : data.view,
    q,
    to,
    intent,
    next: page.next,
    notice,
    offersNew: offersNew(context),
  } as const;
  return { kind: 'card', card: leadListCard(view, page.items, shown) };
}

/** A card that others read as well has everybody's buttons. */
function offersNew({ actor, view }: Context): boolean {
  return view.audience !== 'one' || may(actor, 'create');
}

/** Whose leads they are, where others read it too. */
async function nameOf({ desk, actor, view }: Context, owner: string | undefined): Promise<string | undefined> {
  if (!owner || view.audience === 'one') return undefined;
  return owner === actor.id ? actor.name : (await desk.people.find(owner))?.name;
}
