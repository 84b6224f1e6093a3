import * as z from 'zod';
import { LEAD_VIEWS } from '../leads/lead-query.ts';

const leadId = z.uuid();
const version = z.coerce.number().int().min(1);
// What people type comes flat from the card and is checked by the use case it is meant for. The bound keeps a form that
// is shown again with what was typed below what Teams takes as a message.
const typed = z.string().max(12_000).optional();

// A form that was refused for likely duplicates carries that they are accepted now.
const duplicates = z.enum(['ask', 'allow']).optional();

/** The input of cards beside a mail that names the files to keep, by their places in it: '0,2'. The pane reads it too. */
export const FILES_INPUT = 'files';

const leadForm = {
  topic: typed,
  firstName: typed,
  lastName: typed,
  jobTitle: typed,
  companyName: typed,
  businessPhone: typed,
  mobilePhone: typed,
  email: typed,
  website: typed,
  street: typed,
  city: typed,
  stateOrProvince: typed,
  postalCode: typed,
  country: typed,
  description: typed,
  source: typed,
  rating: typed,
  industry: typed,
  preferredContactMethod: typed,
  productInterest: typed,
  budgetAmount: typed,
  currency: typed,
};
export type LeadFormValues = { [K in keyof typeof leadForm]?: string | undefined };
export const LEAD_FORM_INPUTS = Object.keys(leadForm) as (keyof LeadFormValues)[];

const chatMessage = z.object({
  authorId: z.string().max(200).optional(),
  author: z.string().max(500).default(''),
  subject: z.string().max(10_000).default(''),
  sentAt: z.iso.datetime({ offset: true }),
  html: z.string().max(200_000).optional(),
  text: z.string().max(200_000).optional(),
  link: z
    .url({ protocol: /^https$/ })
    .max(2000)
    .optional(),
});

/** How many leads are shown, chosen from and asked about at once when many are qualified. */
export const MANY_AT_ONCE = 10;

export const ANSWER_INPUTS = [
  'answer0',
  'answer1',
  'answer2',
  'answer3',
  'answer4',
  'answer5',
  'answer6',
  'answer7',
  'answer8',
  'answer9',
] as const;
export type AnswerInput = (typeof ANSWER_INPUTS)[number];

/** Every button there is: the data it carries out and is parsed by on its way in. */
export const VERBS = {
  help: z.object({ asked: z.string().max(10_000).optional() }),
  'lead.new': z.object({
    draft: z.object(leadForm).optional(),
    // What somebody typed or said: a line typed behind 'new lead', or a message of a chat.
    said: z.string().max(2000).optional(),
    message: chatMessage.optional(),
  }),
  'lead.create': z.object({
    requestId: z.uuid().optional(),
    duplicates,
    files: typed,
    via: z.literal('message').optional(),
    ...leadForm,
  }),
  'lead.show': z.object({ leadId }),
  'lead.history': z.object({ leadId, cursor: z.string().max(500).optional() }),
  'lead.edit': z.object({ leadId }),
  'lead.update': z.object({ leadId, version, duplicates, ...leadForm }),
  'lead.qualify': z.object({
    leadId,
    version,
    duplicates,
    accountId: typed,
    contactId: typed,
    createAccount: typed,
    createContact: typed,
    createOpportunity: typed,
    currency: typed,
    estimatedValue: typed,
    estimatedCloseDate: typed,
    purchaseTimeframe: typed,
    budgetAmount: typed,
    purchaseProcess: typed,
    decisionMaker: typed,
    description: typed,
  }),
  'lead.disqualify': z.object({ leadId, version, reason: typed, note: typed }),
  'lead.assign': z.object({ leadId, version, ownerId: typed, to: typed }),
  'lead.reactivate': z.object({ leadId, version }),
  'lead.delete': z.object({ leadId, version, confirmed: z.literal('yes').optional() }),
  'lead.list': z.object({
    view: z.enum(LEAD_VIEWS).default('open'),
    q: z.string().max(500).optional(),
    cursor: z.string().max(500).optional(),
    // What is to be done with the lead that is found, and for whom; done at once where there is only one.
    intent: z.enum(['show', 'qualify', 'disqualify', 'assign']).optional(),
    open: z.literal('true').optional(),
    to: z.string().max(2000).optional(),
    // Whose leads 'my' are where several people turn the pages; the pages before this one, by where they begin.
    owner: z.string().max(100).optional(),
    trail: z.string().max(4000).optional(),
  }),
  'lead.search': z.object({
    q: z.string().max(500).default(''),
    skip: z.coerce.number().int().min(0).max(1000).default(0),
    count: z.coerce.number().int().min(1).default(10),
  }),
  'people.search': z.object({ q: z.string().max(500).default('') }),
  'leads.qualify': z.object({
    of: z.enum(['my-open', 'unassigned', 'open']).optional(),
    // Whose leads 'my' are where several people turn the pages.
    owner: z.string().max(100).optional(),
    q: z.string().max(2000).optional(),
    cursor: z.string().max(500).optional(),
    trail: z.string().max(4000).optional(),
    // What is there to tick is asked for: whatever a host sends of the inputs beside it is not meant.
    look: z.literal('true').optional(),
    leadIds: typed,
    currency: typed,
    createAccount: typed,
    createContact: typed,
    createOpportunity: typed,
    // Leads that are asked about, each with the version it was shown in, and what is to become of them, in their order.
    asked: typed,
    // Leads that were chosen with them and have their answer already.
    done: typed,
    ...(Object.fromEntries(ANSWER_INPUTS.map((id) => [id, typed])) as Record<AnswerInput, typeof typed>),
  }),
  'note.add': z.object({ leadId, requestId: z.uuid().optional(), text: typed }),
  'call.log': z.object({
    leadId,
    requestId: z.uuid().optional(),
    text: typed,
    direction: typed,
    durationMinutes: typed,
  }),
  'task.add': z.object({ leadId, requestId: z.uuid().optional(), text: typed, dueAt: typed, priority: typed }),
  'task.complete': z.object({ leadId, taskId: z.uuid() }),
  'mail.open': z.object({}),
  'mail.log': z.object({ leadId, files: typed }),
  'draft.log': z.object({ leadId }),
  'draft.leave': z.object({ leadId }),
  'thread.unfollow': z.object({ leadId }),
  'notify.here': z.object({
    // As somebody said them, or as they were chosen.
    filters: z.string().max(2000).optional(),
    rating: typed,
    source: typed,
    owner: typed,
  }),
  'notify.stop': z.object({}),
} as const;

export type Verb = keyof typeof VERBS;
export type DataOf<V extends Verb> = z.output<(typeof VERBS)[V]>;
/** What a button may carry: the verb's data without what the card's inputs add. */
export type ButtonData<V extends Verb> = { [K in keyof z.input<(typeof VERBS)[V]>]: string | number | undefined } & {
  draft?: undefined;
  message?: undefined;
};

/**
 * Verbs that only show: answering one of them twice does no harm. `lead.list` writes only where somebody typed whom a
 * lead is to be given to, and goes on with `lead.assign` then: given twice, the lead is theirs already.
 */
export const SHOWING_VERBS: ReadonlySet<string> = new Set<Verb>([
  ...(['help', 'lead.new', 'lead.show', 'lead.history', 'lead.edit', 'lead.list', 'mail.open'] as const),
]);

/** A verb that no button of ours sends. */
export class UnknownVerb extends Error {
  readonly verb: string;
  constructor(verb: string) {
    super('unknown verb');
    this.name = 'UnknownVerb';
    this.verb = verb;
  }
}

export function isVerb(verb: string): verb is Verb {
  return Object.hasOwn(VERBS, verb);
}
