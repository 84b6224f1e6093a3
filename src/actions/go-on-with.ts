import type { DataOf } from '../cards/verbs.ts';
import type { Lead } from '../leads/lead.ts';
import type { Context } from './handler.ts';
import { leadAssign } from './lead-assign.ts';
import { leadDisqualify } from './lead-disqualify.ts';
import { leadQualify } from './lead-qualify.ts';
import type { CardReply } from './reply.ts';
import { showLead } from './show-lead.ts';

/** The one lead that was meant: shown, or with the form of what is to be done, or given to whom it is to be given. */
export async function goOnWith(
  context: Context,
  lead: Lead,
  intent: DataOf<'lead.list'>['intent'],
  to: string | undefined,
): Promise<CardReply> {
  const data = { leadId: lead.id, version: lead.version };
  if (intent === 'assign' && to) return leadAssign.work(context, { ...data, to });
  const { form } =
    { show: undefined, qualify: leadQualify, disqualify: leadDisqualify, assign: leadAssign }[intent ?? 'show'] ?? {};
  if (form) return { kind: 'card', card: await form(context, data) };
  return { kind: 'card', card: await showLead(context, lead), shows: lead.id };
}
