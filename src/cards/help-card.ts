import type { Lead } from '../leads/lead.ts';
import { COMMAND_IDS, type CommandId } from '../words/teams-commands.ts';
import { words } from '../words/words.ts';
import type { Card, Element, Execute } from './card.ts';
import { card, execute, heading, run, said } from './elements.ts';
import { leadLine } from './lead-list-card.ts';
import type { View } from './view.ts';

/** What was said and not understood, and the leads it may have been about. */
type Asked = { asked: string; found: readonly Lead[] };

/** What one can type, with buttons that do it; before that what was probably meant by what was not understood. */
export function helpCard(view: View, asked?: Asked): Card {
  const w = words(view.locale);
  const body: Element[] = [
    heading(w.help),
    ...(asked ? meantElements(view, asked) : []),
    ...COMMAND_IDS.map((id) => commandLine(view, id)),
  ];
  return card(view, w.help, body, [
    execute(w.newLead, 'lead.new', {}, { style: 'positive' }),
    execute(w.leads['my-open'], 'lead.list', { view: 'my-open' }),
    execute(w.leads.open, 'lead.list', { view: 'open' }),
    execute(w.qualifyMany, 'leads.qualify', {}),
  ]);
}

function meantElements(view: View, { asked, found }: Asked): Element[] {
  const w = words(view.locale);
  const query = asked.slice(0, 500);
  const buttons: Execute[] = [
    execute(w.findThat, 'lead.list', { view: 'all', q: query }),
    execute(w.newLeadFromThat, 'lead.new', { said: asked.slice(0, 2000) }),
  ];
  return [
    said(found.length ? w.helpFound : w.helpAsked),
    ...found.map((lead) => leadLine(view, lead, { isOwnerTold: true })),
    { type: 'ActionSet', actions: buttons },
  ];
}

/** What to type and what it does. In a chat, the line can be typed as it stands. */
function commandLine(view: View, id: CommandId): Element {
  const { example, means } = words(view.locale).commands[id];
  return {
    type: 'RichTextBlock',
    spacing: 'Small',
    inlines: [run(example, { weight: 'Bolder' }), run(`  ${means}`, { isSubtle: true })],
  };
}
