import { doneCard } from '../cards/done-card.ts';
import { notifyCard } from '../cards/notify-card.ts';
import { problemCard } from '../cards/problem-card.ts';
import { mustBeAllowed } from '../leads/permissions.ts';
import { words } from '../words/words.ts';
import type { Handler } from './handler.ts';
import { readFilters } from './read-filters.ts';

export const notifyHere: Handler<'notify.here'> = {
  work: async (context, { filters = '' }) => {
    const { actor, view, chat } = context;
    mustBeAllowed(actor, 'read');
    if (!chat) return { kind: 'card', card: problemCard(view, words(view.locale).notify.onlyInChat) };
    const { ownerName, ...wanted } = await readFilters(context, filters);
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
