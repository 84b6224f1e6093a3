import { leadListCard } from '../cards/lead-list-card.ts';
import type { DataOf } from '../cards/verbs.ts';
import type { Lead } from '../leads/lead.ts';
import { listLeads } from '../leads/list-leads.ts';
import { may } from '../leads/permissions.ts';
import { isCalled } from '../leads/search-words.ts';
import { words } from '../words/words.ts';
import { goOnWith } from './go-on-with.ts';
import type { Context, Handler } from './handler.ts';

const PAGE = 8;

export const leadList: Handler<'lead.list'> = {
  work: async (context, data) => {
    const { desk, actor, view } = context;
    const { view: list, q, cursor, intent, open, to } = data;
    const owner = list === 'my-open' ? (data.owner ?? actor.id) : undefined;
    const page = await listLeads(desk, actor, { view: list, q, cursor, owner, limit: PAGE });
    const [only] = page.items;
    if (open && only && page.items.length === 1 && isMeant(only, data)) return goOnWith(context, only, intent, to);
    if (!only && q && list === 'open') return closedOnes(context, data);
    const shown = {
      ...data,
      next: page.next,
      owner,
      ownerName: await nameOf(context, owner),
      offersNew: offersNew(context),
    };
    return { kind: 'card', card: leadListCard(view, page.items, shown) };
  },
};

/** Giving a lead away shows nothing to look at before: one that has the words only in its notes or longer words is offered. */
function isMeant(lead: Lead, { q = '', intent, to }: DataOf<'lead.list'>): boolean {
  return !(intent === 'assign' && to) || isCalled(lead, q);
}

/** None of the open leads: where a closed one has the words, that is the answer. */
async function closedOnes(context: Context, data: DataOf<'lead.list'>): ReturnType<Handler<'lead.list'>['work']> {
  const { desk, actor, view } = context;
  const { q, to, open } = data;
  const isAssigned = data.intent === 'assign';
  const page = await listLeads(desk, actor, { view: 'closed', q, limit: PAGE });
  const [only] = page.items;
  // A closed lead can be given to somebody as well.
  if (open && only && isAssigned && page.items.length === 1 && isMeant(only, data))
    return goOnWith(context, only, 'assign', to);
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
