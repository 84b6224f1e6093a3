import { COMMAND_IDS } from '../words/teams-commands.ts';
import { words } from '../words/words.ts';
import type { Card } from './card.ts';
import { card, execute, heading, run, said } from './elements.ts';
import type { View } from './view.ts';

/** What one can type, with buttons that do it. */
export function helpCard(view: View, asked?: string): Card {
  const w = words(view.locale);
  const lines = COMMAND_IDS.map((id) => ({
    type: 'RichTextBlock' as const,
    spacing: 'Small' as const,
    inlines: [run(w.commands[id].example, { weight: 'Bolder' }), run(`  ${w.commands[id].means}`, { isSubtle: true })],
  }));
  const body = [heading(w.help), ...(asked ? [said(w.helpAsked)] : []), ...lines];
  return card(view, w.help, body, [
    execute(w.newLead, 'lead.new', {}, { style: 'positive' }),
    execute(w.leads['my-open'], 'lead.list', { view: 'my-open' }),
    execute(w.leads.open, 'lead.list', { view: 'open' }),
  ]);
}
