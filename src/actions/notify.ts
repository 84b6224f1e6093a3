import { doneCard } from '../cards/done-card.ts';
import { chooseFiltersCard, notifyCard } from '../cards/notify-card.ts';
import { problemCard } from '../cards/problem-card.ts';
import { mustBeAllowed } from '../leads/permissions.ts';
import { words } from '../words/words.ts';
import type { Handler } from './handler.ts';
import { readFilters } from './read-filters.ts';

const MOST_SAID = 2000;

export const notifyHere: Handler<'notify.here'> = {
  work: async (context, { filters, rating, source, owner }) => {
    const { actor, view, chat } = context;
    mustBeAllowed(actor, 'read');
    const w = words(view.locale);
    if (!chat) return { kind: 'card', card: problemCard(view, w.notify.onlyInChat) };
    // What was chosen is read like what is said.
    const said = [filters, rating, source, owner && `${w.fields.owner} ${owner}`].filter(Boolean).join(', ');
    const { read, unread } = await readFilters(context, said.slice(0, MOST_SAID));
    // A filter that is left out tells of leads nobody asked for.
    if (unread) return { kind: 'card', card: chooseFiltersCard(view, read, unread) };
    const { ownerName, ...wanted } = read;
    await chat.subscribe(wanted);
    return { kind: 'card', card: notifyCard(view, { ...wanted, ownerName }) };
  },
};

export const notifyStop: Handler<'notify.stop'> = {
  work: async ({ view, chat }) => {
    const { notify } = words(view.locale);
    if (!chat) return { kind: 'card', card: problemCard(view, notify.onlyInChat) };
    return { kind: 'card', card: doneCard(view, (await chat.unsubscribe()) ? notify.off : notify.wasOff) };
  },
};
