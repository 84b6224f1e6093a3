import { dialogCard } from '../cards/dialog-card.ts';
import { problemCard } from '../cards/problem-card.ts';
import { type DataOf, isVerb, UnknownVerb, VERBS, type Verb } from '../cards/verbs.ts';
import type { View } from '../cards/view.ts';
import type { Desk } from '../leads/desk.ts';
import { DuplicatesFound } from '../leads/duplicates.ts';
import { emailMessage } from '../leads/email-message.ts';
import { LeadError } from '../leads/lead-error.ts';
import { parseInput } from '../leads/parse-input.ts';
import type { Actor } from '../leads/person.ts';
import { words } from '../words/words.ts';
import { callLog } from './call-log.ts';
import type { Chat } from './chat.ts';
import { draftLeave, draftLog } from './draft-log.ts';
import type { Context, Handler, Handlers } from './handler.ts';
import { help } from './help.ts';
import { leadAssign } from './lead-assign.ts';
import { leadCreate, leadNew } from './lead-create.ts';
import { leadDelete } from './lead-delete.ts';
import { leadDisqualify } from './lead-disqualify.ts';
import { leadHistory } from './lead-history.ts';
import { leadList } from './lead-list.ts';
import { leadQualify } from './lead-qualify.ts';
import { leadReactivate } from './lead-reactivate.ts';
import { leadSearch } from './lead-search.ts';
import { leadShow } from './lead-show.ts';
import { leadEdit, leadUpdate } from './lead-update.ts';
import { leadsQualify } from './leads-qualify.ts';
import { mailLog } from './mail-log.ts';
import { mailOpen } from './mail-open.ts';
import { noteAdd } from './note-add.ts';
import { notifyHere, notifyStop } from './notify.ts';
import { peopleSearch } from './people-search.ts';
import type { CardReply, Reply } from './reply.ts';
import { showLead } from './show-lead.ts';
import { storeAway } from './store-away.ts';
import { taskAdd, taskComplete } from './task.ts';
import { threadUnfollow } from './thread-unfollow.ts';

const HANDLERS: Handlers = {
  help,
  'lead.new': leadNew,
  'lead.create': leadCreate,
  'lead.show': leadShow,
  'lead.history': leadHistory,
  'lead.edit': leadEdit,
  'lead.update': leadUpdate,
  'lead.qualify': leadQualify,
  'lead.disqualify': leadDisqualify,
  'lead.assign': leadAssign,
  'lead.reactivate': leadReactivate,
  'lead.delete': leadDelete,
  'lead.list': leadList,
  'lead.search': leadSearch,
  'people.search': peopleSearch,
  'leads.qualify': leadsQualify,
  'note.add': noteAdd,
  'call.log': callLog,
  'task.add': taskAdd,
  'task.complete': taskComplete,
  'mail.open': mailOpen,
  'mail.log': mailLog,
  'draft.log': draftLog,
  'draft.leave': draftLeave,
  'thread.unfollow': threadUnfollow,
  'notify.here': notifyHere,
  'notify.stop': notifyStop,
};

/** What somebody did on a surface. `data` and `mail` are as they came in, unchecked. */
export type ActionRequest = {
  actor: Actor;
  verb: string;
  data: unknown;
  view: View;
  mail?: unknown;
  /** Where it happened in a chat. */
  chat?: Chat | undefined;
  /** Asked in a dialog: what is not done yet stays there. */
  dialog?: boolean;
};

/**
 * The one function behind every surface: a verb in, a reply out. What the business refuses is a card that says why.
 * @throws UnknownVerb; LeadError `invalid-input` when data or mail are not what the verb takes
 */
export async function handleAction(desk: Desk, request: ActionRequest): Promise<Reply> {
  const { actor, verb, view } = request;
  if (!isVerb(verb)) throw new UnknownVerb(verb);
  const mail = request.mail === undefined ? undefined : parseInput(emailMessage, request.mail);
  const data = parseInput(VERBS[verb], request.data ?? {});
  const reply = await answer(
    verb,
    HANDLERS[verb] as Handler<Verb>,
    { desk, actor, view, mail, chat: request.chat },
    data as DataOf<Verb>,
  );
  return request.dialog && reply.kind === 'card' && !reply.changed ? inDialog(reply) : reply;
}

function inDialog({ card, refused }: CardReply): Reply {
  return { kind: 'dialog', title: card.fallbackText, card: dialogCard(card), ...(refused && { refused }) };
}

async function answer<V extends Verb>(verb: V, handler: Handler<V>, context: Context, data: DataOf<V>): Promise<Reply> {
  const { inputs, form } = handler;
  try {
    if (form && inputs?.every((input) => data[input] === undefined)) {
      return { kind: 'card', card: await form(context, data) };
    }
    const reply = await handler.work(context, data);
    if (reply.kind !== 'goes-on') return reply;
    return answer(reply.verb, HANDLERS[reply.verb] as Handler<Verb>, context, reply.data as DataOf<Verb>);
  } catch (error) {
    return refused(verb, form, context, data, error);
  }
}

/** Why not: on the form, where that can be mended there. @throws what is no refusal */
function refused<V extends Verb>(
  verb: V,
  form: Handler<V>['form'],
  context: Context,
  data: DataOf<V>,
  error: unknown,
): Promise<Reply> {
  if (!(error instanceof LeadError)) throw error;
  const w = words(context.view.locale);
  if (error.code === 'not-permitted') {
    context.desk.denied?.({ by: context.actor, tried: verb, leadId: leadIdOf(data) });
  }
  if (form && (error.code === 'invalid-input' || error instanceof DuplicatesFound)) {
    const problem = {
      title: w.problem[error.code],
      fields: error.fields,
      ...(error instanceof DuplicatesFound && { candidates: error.candidates }),
    };
    return form(context, data, problem).then(
      (card) => ({ kind: 'card', card, refused: error.code }),
      // The form is refused, too: the lead is not what it was when it was drawn.
      (why) => refused(verb, undefined, context, data, why),
    );
  }
  return ANSWERED_WITHOUT_A_CARD.has(verb)
    ? Promise.resolve({ kind: 'text', text: w.problem[error.code], refused: error.code })
    : refusal(context, verb, data, error);
}

/** Asked while somebody types: there is no place for a card that says what is wrong. */
const ANSWERED_WITHOUT_A_CARD: ReadonlySet<Verb> = new Set(['lead.search', 'people.search']);

/** The lead as it stands with the reason above it; a problem card where there is no lead to show. */
async function refusal(context: Context, verb: Verb, data: object, error: LeadError): Promise<Reply> {
  const w = words(context.view.locale);
  const leadId = leadIdOf(data);
  const isThere = error.code !== 'lead-not-found' && error.code !== 'store-unavailable';
  const lead = leadId && isThere ? await context.desk.store.lead(leadId) : undefined;
  if (!lead) {
    const away = error.code === 'store-unavailable' && storeAway(context.view, verb, data);
    return away || { kind: 'card', card: problemCard(context.view, w.problem[error.code]), refused: error.code };
  }
  const who = error.code === 'not-permitted' ? '' : ` ${w.changedByWhom(lead.modifiedBy.name)}`;
  const card = await showLead(context, lead, { notice: `${w.problem[error.code]}${who}` });
  return { kind: 'card', card, refused: error.code, shows: lead.id };
}

function leadIdOf(data: object): string | undefined {
  return 'leadId' in data ? String(data.leadId) : undefined;
}
