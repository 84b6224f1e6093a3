import { leadFor } from '../leads/lead-for.ts';
import type { Handler } from './handler.ts';
import { showLead } from './show-lead.ts';

/** The draft beside the card is to be logged on this lead when it is sent. The surface remembers it with the draft. */
export const draftLog: Handler<'draft.log'> = {
  work: (context, { leadId }) => decided(context, leadId, leadId),
};

/** The draft is to be logged nowhere. */
export const draftLeave: Handler<'draft.leave'> = {
  work: (context, { leadId }) => decided(context, leadId, null),
};

async function decided(
  { mail, ...context }: Parameters<Handler<'draft.log'>['work']>[0],
  leadId: string,
  logsOn: string | null,
): ReturnType<Handler<'draft.log'>['work']> {
  const lead = await leadFor(context.desk, context.actor, leadId, 'annotate');
  const draft = mail && { ...mail, draft: { always: false, ...mail.draft, logsOn } };
  return { kind: 'card', card: await showLead({ ...context, mail: draft }, lead), logsOn };
}
