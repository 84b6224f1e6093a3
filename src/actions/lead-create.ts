import { leadFormCard } from '../cards/lead-form-card.ts';
import { LEAD_FORM_INPUTS } from '../cards/verbs.ts';
import { typedLead } from '../email/typed-lead.ts';
import { createLead } from '../leads/create-lead.ts';
import { LeadError } from '../leads/lead-error.ts';
import { mustBeAllowed } from '../leads/permissions.ts';
import { words } from '../words/words.ts';
import type { Handler } from './handler.ts';
import { fieldsFromForm } from './lead-form-values.ts';
import { readAmounts } from './read-amounts.ts';
import { draftFrom, readBody } from './read-mail.ts';
import { readMessage } from './read-message.ts';
import { showLead } from './show-lead.ts';

export const leadNew: Handler<'lead.new'> = {
  work: async (context, { draft: given, said, message }) => {
    const { desk, actor, view, mail } = context;
    mustBeAllowed(actor, 'create');
    const draft = said ? typedLead(said) : given;
    const reading = message
      ? await readMessage(context, message)
      : mail && !draft
        ? draftFrom(context, mail)
        : undefined;
    const card = leadFormCard(view, {
      kind: 'new',
      values: { rating: 'warm', preferredContactMethod: 'any', ...(reading?.draft ?? draft) },
      provenance: reading?.provenance,
      requestId: desk.newId(),
      mail,
      ...(message && { via: 'message', notice: words(view.locale).messageBy(message.author) }),
    });
    return { kind: 'card', card };
  },
};

/** How a lead got in that no mail or message was read for. */
const TYPED_IN = { teams: 'chat', outlook: 'outlook', tab: 'tab' } as const;

export const leadCreate: Handler<'lead.create'> = {
  inputs: LEAD_FORM_INPUTS,
  form: async ({ desk, view, mail }, { requestId, duplicates: _answered, files, via, ...values }, problem) =>
    leadFormCard(view, { kind: 'new', values, requestId: requestId ?? desk.newId(), problem, mail, files, via }),
  work: async (context, { requestId, duplicates, files: _shownAgain, via: given, ...values }) => {
    const { desk, actor, mail, view } = context;
    const w = words(view.locale);
    const fields = fieldsFromForm(readAmounts(view, values, values.currency || null));
    // Forms ask for the topic; other systems may leave it out.
    if (!fields.topic) throw new LeadError('invalid-input', missing(fields));
    const email = mail && !mail.draft ? readBody(mail) : undefined;
    const via = given ?? (mail ? 'email' : TYPED_IN[view.host]);
    const { lead, inserted } = await createLead(desk, actor, dropNulls(fields), {
      via,
      id: requestId,
      email,
      duplicates,
    });
    const beside = mail?.draft && { ...mail, draft: { ...mail.draft, logsOn: lead.id } };
    return {
      kind: 'card',
      card: await showLead({ ...context, mail: beside ?? mail }, lead),
      toast: inserted ? (email ? w.createdAndLogged : w.created) : w.createdBefore,
      changed: lead.id,
      shows: lead.id,
      ...(beside && { logsOn: lead.id }),
    };
  },
};

function missing(fields: Record<string, unknown>) {
  return (['topic', 'lastName'] as const)
    .filter((field) => !fields[field])
    .map((field) => ({ field, rule: 'required' as const }));
}

/** A new lead takes its defaults where nothing was entered. */
function dropNulls(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}
