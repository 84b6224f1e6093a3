import type { DataOf } from '../cards/verbs.ts';
import type { Lead } from '../leads/lead.ts';
import type { GoesOn } from './reply.ts';

/** The one lead that was meant: shown, or with the form of what is to be done, or given to whom it is to be given. */
export function goOnWith({ id, version }: Lead, { intent = 'show', to }: DataOf<'lead.list'>): GoesOn {
  const whom = intent === 'assign' && to ? { to } : {};
  return { kind: 'goes-on', verb: `lead.${intent}`, data: { leadId: id, version, ...whom } };
}
