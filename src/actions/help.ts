import { helpCard } from '../cards/help-card.ts';
import type { Handler } from './handler.ts';

export const help: Handler<'help'> = {
  work: async ({ view }, { asked }) => ({ kind: 'card', card: helpCard(view, asked) }),
};
