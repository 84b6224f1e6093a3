import type { Lead } from '../leads/lead.ts';
import { may, type Permission } from '../leads/permissions.ts';
import type { Actor } from '../leads/person.ts';
import { COMMAND_IDS, type CommandId } from '../words/teams-commands.ts';
import { words } from '../words/words.ts';
import type { Card, Element, Execute } from './card.ts';
import { card, execute, heading, label, run, said } from './elements.ts';
import { leadLine } from './lead-list-card.ts';
import type { View } from './view.ts';

/** What was said and not understood, and the leads it may have been about. */
type Asked = { asked: string; found: readonly Lead[] };

/**
 * What one can type, each line a button that does it; before that what was probably meant by what was not understood.
 * Whoever reads it alone is offered what their role allows.
 */
export function helpCard(actor: Actor, view: View, asked?: Asked): Card {
  const w = words(view.locale);
  const can = (id: CommandId) => view.audience === 'many' || may(actor, NEEDS[id]);
  const buttons = (id: CommandId, button: Execute) => (can(id) ? [button] : []);
  const help = execute(w.commands.help.title, 'help', {});
  const isFound = Boolean(asked?.found.length);
  const body: Element[] = [
    heading(w.help),
    ...(asked ? meantElements(view, asked, can('new-lead')) : []),
    ...(isFound ? [] : COMMAND_IDS.filter(can).map((id) => commandLine(view, id))),
    ...(view.audience === 'many' ? [label(w.mentionMe)] : []),
  ];
  return card(view, w.help, body, [
    ...buttons('new-lead', execute(w.newLead, 'lead.new', {}, asked ? {} : { style: 'positive' })),
    execute(w.leads['my-open'], 'lead.list', { view: 'my-open' }),
    ...(isFound
      ? [help]
      : [
          execute(w.leads.open, 'lead.list', { view: 'open' }),
          ...buttons('bulk-qualify', execute(w.qualifyMany, 'leads.qualify', {})),
        ]),
  ]);
}

/** What is refused to whoever may not. */
const NEEDS: Record<CommandId, Permission> = {
  'new-lead': 'create',
  'my-leads': 'read',
  'open-leads': 'read',
  find: 'read',
  lead: 'read',
  qualify: 'change',
  disqualify: 'change',
  'bulk-qualify': 'bulk',
  assign: 'assign',
  'notify-here': 'read',
  'stop-notifying': 'read',
  help: 'read',
};

function meantElements(view: View, { asked, found }: Asked, offersNew: boolean): Element[] {
  const w = words(view.locale);
  const newLead = execute(w.newLeadFromThat, 'lead.new', { said: asked.slice(0, 2000) });
  const buttons: Execute[] = [
    execute(w.findThat, 'lead.list', { view: 'all', q: asked.slice(0, 500) }),
    ...(offersNew ? [newLead] : []),
  ];
  return [
    said(found.length ? w.helpFound : w.helpAsked),
    ...found.map((lead) => leadLine(view, lead, { isOwnerTold: true })),
    { type: 'ActionSet', actions: buttons },
  ];
}

/** What to type and what it does; pressed, it does it, as far as that goes without a name. */
function commandLine(view: View, id: CommandId): Element {
  const { title, example, means } = words(view.locale).commands[id];
  return {
    type: 'Container',
    spacing: 'Small',
    selectAction: BUTTONS[id](title),
    items: [
      {
        type: 'RichTextBlock',
        inlines: [run(example, { weight: 'Bolder', color: 'Accent' }), run(`  ${means}`, { isSubtle: true })],
      },
    ],
  };
}

const BUTTONS: Record<CommandId, (title: string) => Execute> = {
  'new-lead': (title) => execute(title, 'lead.new', {}),
  'my-leads': (title) => execute(title, 'lead.list', { view: 'my-open' }),
  'open-leads': (title) => execute(title, 'lead.list', { view: 'open' }),
  find: (title) => execute(title, 'lead.list', { view: 'all' }),
  lead: (title) => execute(title, 'lead.list', { view: 'open' }),
  qualify: (title) => execute(title, 'lead.list', { view: 'my-open', intent: 'qualify' }),
  disqualify: (title) => execute(title, 'lead.list', { view: 'my-open', intent: 'disqualify' }),
  'bulk-qualify': (title) => execute(title, 'leads.qualify', {}),
  assign: (title) => execute(title, 'lead.list', { view: 'my-open', intent: 'assign' }),
  'notify-here': (title) => execute(title, 'notify.here', {}),
  'stop-notifying': (title) => execute(title, 'notify.stop', {}),
  help: (title) => execute(title, 'help', {}),
};
