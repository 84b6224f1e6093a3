import type { FieldProblem, LeadErrorCode } from '../leads/lead-error.ts';
import type { CommandId } from './teams-commands.ts';

/** Labels of a lead's fields, as Dynamics 365 shows them. */
const fields = {
  topic: 'Topic',
  firstName: 'First name',
  lastName: 'Last name',
  jobTitle: 'Job title',
  companyName: 'Company',
  businessPhone: 'Business phone',
  mobilePhone: 'Mobile phone',
  email: 'Email',
  website: 'Website',
  street: 'Street',
  city: 'City',
  stateOrProvince: 'State or province',
  postalCode: 'ZIP or postal code',
  country: 'Country/Region',
  description: 'Description',
  source: 'Source',
  rating: 'Rating',
  industry: 'Industry',
  preferredContactMethod: 'Preferred contact method',
  productInterest: 'Product interest',
  purchaseTimeframe: 'Purchase timeframe',
  budgetAmount: 'Estimated budget',
  purchaseProcess: 'Purchase process',
  decisionMaker: 'Decision maker identified',
  summary: 'Capture summary',
  currency: 'Currency',
  estimatedValue: 'Estimated value',
  estimatedCloseDate: 'Estimated close date',
  owner: 'Owner',
  created: 'Created',
  reason: 'Reason',
  text: 'Text',
  note: 'Note',
  direction: 'Direction',
  durationMinutes: 'Duration (minutes)',
  dueAt: 'Due',
  priority: 'Priority',
  ownerId: 'Owner',
  leadIds: 'Leads',
  account: 'Account',
  contact: 'Contact',
  opportunity: 'Opportunity',
};

/** Labels that are not simply the option's own words with a capital letter. */
const options: Record<string, string> = {
  'agriculture-and-non-petrol-natural-resource-extraction': 'Agriculture and Non-petrol Natural Resource Extraction',
  'doctors-offices-and-clinics': 'Doctor’s Offices and Clinics',
  'non-durable-merchandise-retail': 'Non-Durable Merchandise Retail',
  'sig-affiliations': 'SIG Affiliations',
};

const problem: Record<LeadErrorCode, string> = {
  'invalid-input': 'Some of what was entered cannot be used. Mend the fields named below and try again.',
  'lead-not-found': 'This lead does not exist any more. It may have been deleted.',
  'record-not-found': 'There is no record with that id.',
  'timeline-item-not-found': 'This timeline entry does not exist any more.',
  'not-permitted': 'Your role does not allow this. Ask a sales manager or an administrator.',
  'lead-changed': 'This lead was changed in the meantime. This is how it stands now; decide again.',
  'lead-closed': 'This lead is closed. Reactivate it first.',
  'lead-open': 'This lead is open already.',
  'duplicate-lead': 'This looks like somebody you know already. Open the record below, or create the lead anyway.',
  'duplicate-customer': 'There is a likely account or contact already. Choose it, or create a new one anyway.',
  'attachment-refused': 'This file cannot be attached.',
  'store-unavailable': 'The leads cannot be reached just now. Nothing was lost; try again in a moment.',
  'lead-has-opportunity':
    'This lead has an open opportunity, so it cannot be disqualified. With “Qualify” it is qualified again and keeps that opportunity.',
};

function rule(found: FieldProblem): string {
  switch (found.rule) {
    case 'required':
      return 'is required';
    case 'unknown-field':
      return 'is not a field that can be written';
    case 'not-text':
      return 'must be text';
    case 'not-a-number':
      return 'must be a number';
    case 'not-an-amount':
      return `must be an amount such as ${found.example}`;
    case 'not-yes-or-no':
      return 'must be true or false';
    case 'not-a-date':
      return 'must be a date such as 2026-12-31';
    case 'not-a-time':
      return 'must be a time such as 2026-12-31T09:30:00Z';
    case 'not-an-email':
      return 'must be an email address such as jane@contoso.com';
    case 'not-a-currency':
      return 'must be a currency such as USD or EUR';
    case 'not-an-id':
      return 'does not name a record that exists';
    case 'not-a-web-address':
      return 'must be a web address such as www.contoso.com';
    case 'too-long':
      return `must be at most ${found.limit} characters long`;
    case 'too-small':
      return `must be at least ${found.limit}`;
    case 'too-large':
      return `must be at most ${found.limit}`;
    case 'too-many':
      return `must have at most ${found.limit} entries`;
    case 'not-an-option':
      return `must be one of ${found.options.join(', ')}`;
    case 'needs-company':
      return 'needs a company name on the lead';
    case 'needs-customer':
      return 'needs an account or a contact as its customer';
    case 'no-column':
      return 'has no column: name one “Last Name” or “Full Name” in the first line';
    case 'not-yours-to-give':
      return 'is somebody else, and leads of others are for a Sales Manager to give';
    case 'not-unique':
      return 'is the name of several people: write the email address instead';
    case 'file-empty':
      return 'is empty';
    case 'file-too-large':
      return 'is larger than 25 MB';
    case 'file-type-not-allowed':
      return 'is a kind of file that runs when opened';
    case 'not-sent':
      return 'has not been sent yet';
    case 'before-start':
      return 'must not be before the start';
    case 'malformed':
      return 'is not in the right form';
    case 'quote-not-closed':
      return 'belongs to a cell whose quotation mark is not closed';
  }
}

export const en = {
  fields,
  options,
  /** The label of an option that is not listed: 'trade-show' → 'Trade Show'. */
  otherOption: (option: string) =>
    option.replace(/(^|-)(\p{L})/gu, (_match, dash, letter) => `${dash ? ' ' : ''}${letter.toUpperCase()}`),
  problem,
  rule,
  status: { open: 'Open', qualified: 'Qualified', disqualified: 'Disqualified' },
  newLead: 'New lead',
  summary: 'Summary',
  details: 'Details',
  address: 'Website and address',
  create: 'Create',
  createAndLog: 'Create and log email',
  createAnyway: 'Create anyway',
  saveAnyway: 'Save anyway',
  createNew: 'Create new',
  record: { lead: 'Lead', contact: 'Contact', account: 'Account' },
  duplicate: {
    'same-email': 'same email',
    'same-phone': 'same phone',
    'same-name-and-company': 'same name and company',
    'same-name-and-domain': 'same name and mail domain',
    'same-company': 'same company',
    'same-domain': 'same domain',
  },
  posted: {
    assigned: (by?: string) => `This lead was assigned to you${by ? ` by ${by}` : ''}.`,
    'new-lead': 'New lead',
    'task-due': 'A task on this lead is due.',
  },
  notify: {
    on: 'New leads are posted here.',
    only: 'Only those with:',
    unread: (said: string) => `I did not understand “${said}”. Nothing was changed.`,
    which: 'Which new leads should be posted here? What is left empty does not narrow them down.',
    off: 'New leads are no longer posted here.',
    wasOff: 'Nothing was posted here anyway.',
    here: 'Notify here',
    stop: 'Stop notifying',
    onlyInChat: 'Notifications can be asked for in a chat or channel of Teams.',
  },
  assign: 'Assign',
  assignLead: 'Assign lead',
  assignedTo: (name: string) => `Assigned to ${name}`,
  addTask: 'Add task',
  taskAdded: 'Task added',
  complete: 'Complete',
  taskCompleted: 'Task completed',
  save: 'Save',
  cancel: 'Cancel',
  edit: 'Edit',
  editInDialog: 'Edit in a dialog',
  openInTab: 'Open in the Leads tab',
  qualify: 'Qualify',
  disqualify: 'Disqualify',
  reactivate: 'Reactivate',
  addNote: 'Add note',
  logCall: 'Log call',
  logEmail: 'Log email',
  delete: 'Delete',
  more: 'More',
  show: 'Show',
  editLead: 'Edit lead',
  qualifyLead: 'Qualify lead',
  disqualifyLead: 'Disqualify lead',
  deleteLead: 'Delete lead',
  deleteWarning: 'This also deletes its notes, calls, emails and attachments. Account, contact and opportunity stay.',
  deleted: 'The lead and its timeline were deleted.',
  whatToCreate: 'What should be created?',
  currencyRequired: 'Choose a currency.',
  required: 'This is required.',
  timeline: 'Timeline',
  history: 'History',
  backToLead: 'Back to the lead',
  tryAgain: 'Try again',
  andMore: (count: number) => `and ${count} more`,
  audit: {
    create: 'created the lead',
    update: 'changed the lead',
    qualify: 'qualified the lead',
    disqualify: 'disqualified the lead',
    reactivate: 'reactivated the lead',
    assign: 'assigned the lead',
    delete: 'deleted the lead',
    'timeline-add': 'added to the timeline',
    'timeline-update': 'changed a timeline entry',
    'timeline-delete': 'removed a timeline entry',
    unfollow: 'said that a conversation is not about the lead',
    denied: 'tried something that was not permitted',
  },
  auditFields: {
    tried: 'Tried',
    times: 'Times',
    status: 'Status',
    createdVia: 'Created through',
    annualRevenue: 'Annual revenue',
    numberOfEmployees: 'Number of employees',
    doNotEmail: 'Do not allow emails',
    doNotPhone: 'Do not allow phone calls',
    sourceCampaign: 'Source campaign',
    budgetStatus: 'Budget status',
    need: 'Need',
    qualificationComments: 'Qualification comments',
    fullName: 'Full name',
    kind: 'Kind',
    subject: 'Subject',
    occurredAt: 'When',
    sentAt: 'Sent',
    startAt: 'Start',
    endAt: 'End',
    location: 'Location',
    event: 'What happened',
    mailbox: 'Mailbox',
  },
  createdVia: {
    chat: 'Chat',
    email: 'Email',
    message: 'Message in Teams',
    outlook: 'Outlook',
    tab: 'Leads tab',
    api: 'API',
    form: 'Website form',
    csv: 'CSV file',
  },
  surface: { teams: 'Teams', outlook: 'Outlook', tab: 'Leads tab', api: 'API' },
  noEntries: 'Nothing yet.',
  unassigned: 'Unassigned',
  attachments: 'Attachments to keep with the email',
  picturesLeftOut: (count: string) => `Small pictures in the text, not kept: ${count}`,
  kept: 'Attachments',
  notKept: 'Not kept',
  leftOut: {
    'not-chosen': 'not chosen',
    'not-readable': 'could not be read from the mailbox',
    'file-empty': 'empty',
    'file-too-large': 'larger than 25 MB',
    'file-type-not-allowed': 'runs when opened',
  },
  guessed: 'Read from the mail, please check',
  guessedInMessage: 'Read from the message, please check',
  messageBy: (author: string) => `From a message by ${author || 'somebody'}`,
  guessedFrom: {
    header: 'sender',
    recipient: 'recipient',
    subject: 'subject',
    body: 'text',
    'forwarded-header': 'forwarded mail',
    'phone-number': 'phone number',
    signature: 'signature',
    form: 'web form',
    domain: 'mail domain',
  },
  notALead: 'This mail does not look like an inquiry. You can still create a lead from it.',
  matched: {
    'this-mail': 'This mail is on this lead’s timeline.',
    'same-thread': 'Matched: same conversation.',
    'same-address': 'Matched: same address.',
    'same-domain': 'Same company.',
  },
  matchedRecipient: (address: string) => `Matched: ${address} is among the recipients.`,
  known: { 'same-address': 'same address', 'same-domain': 'same mail domain' },
  openLeadsOfCompany: (count: string) => `Open leads of the same company: ${count}`,
  whereFrom: 'Where from?',
  line: (line: number) => `line ${line}`,
  sure: (percent: number) => `${percent} % sure`,
  several: 'Several leads match this mail. Which one is it about?',
  noneOfThese: 'None of these: new lead',
  unfollow: 'Not about this lead',
  unfollowed: 'This conversation no longer leads to that lead',
  findLead: 'Find a lead',
  createAndLogWhenSent: 'Create, log when sent',
  logWhenSent: 'Log when sent',
  dontLog: 'Do not log',
  logsWhenSent: 'This mail is logged here when it is sent.',
  staysUnlogged: 'This mail is not logged when it is sent.',
  logged: 'Email logged',
  loggedBefore: 'This email was logged already',
  created: 'Lead created',
  createdAndLogged: 'Lead created, email logged',
  createdBefore: 'This lead was created already',
  saved: 'Saved',
  noteAdded: 'Note added',
  callLogged: 'Call logged',
  qualifiedDone: 'Lead qualified',
  disqualifiedDone: 'Lead disqualified',
  reactivatedDone: 'Lead reactivated',
  leads: {
    'my-open': 'My open leads',
    open: 'Open leads',
    closed: 'Closed leads',
    all: 'Leads',
    unassigned: 'Unassigned leads',
    'this-week': 'Leads opened this week',
    'last-week': 'Leads opened last week',
  },
  searchFor: 'Find',
  noLeadForMail: 'No lead for this mail yet',
  noLeadForMailText: 'A salesperson can make one of it. You can add notes and mails to the leads there are.',
  noLeads: 'No leads here yet.',
  nothingFound: 'No lead found.',
  nextPage: 'Next page',
  qualifyMany: 'Qualify several leads',
  qualifyOthers: 'Qualify others',
  chooseLeads: 'Choose at least one lead.',
  accountOfCompany: 'Account, where there is a company',
  currencyOfOthers: 'Amounts keep the currency they are in; this one is for leads without.',
  manyQualified: (done: number, of: number) => `${done} of ${of} qualified`,
  useRecords: (names: string) => `Use ${names}`,
  skip: 'Skip',
  skipped: 'Skipped',
  goOn: 'Go on',
  previousPage: 'Previous page',
  nobodyCalled: (name: string) => `I know nobody called “${name}”. Choose from the list.`,
  whoIsMeant: 'Who is meant?',
  findThat: 'Find that',
  newLeadFromThat: 'New lead from that',
  helpFound: 'I did not understand that as a command. Is it one of these?',
  which: 'Which lead do you mean?',
  kind: {
    note: 'Note',
    'phone-call': 'Phone call',
    email: 'Email',
    task: 'Task',
    appointment: 'Appointment',
    event: '',
  },
  taskStatus: { open: 'open', completed: 'completed', canceled: 'canceled' },
  due: 'due',
  event: {
    created: 'created the lead',
    qualified: 'qualified the lead',
    disqualified: 'disqualified the lead',
    reactivated: 'reactivated the lead',
  },
  direction: { outgoing: 'Outgoing', incoming: 'Incoming' },
  minutes: 'min',
  help: 'Leads, without leaving the conversation',
  helpAsked: 'I did not understand that. This is what I can do:',
  /** Where others talk as well. */
  mentionMe: 'Here I only see messages that mention me, such as “@Lead Desk my leads”.',
  commands: {
    'new-lead': {
      title: 'new lead',
      example: 'new lead Jane Doe, Contoso, jane@contoso.com',
      means: 'the form for a new lead, filled in with what you say',
    },
    'my-leads': { title: 'my leads', example: 'my leads', means: 'your open leads' },
    'open-leads': { title: 'open leads', example: 'open leads', means: 'everybody’s open leads' },
    find: { title: 'find', example: 'find contoso', means: 'leads by name, company, mail or phone' },
    lead: { title: 'lead', example: 'lead jane doe', means: 'one lead with its buttons' },
    qualify: { title: 'qualify', example: 'qualify jane doe', means: 'make it an opportunity' },
    disqualify: { title: 'disqualify', example: 'disqualify jane doe', means: 'close it with a reason' },
    'bulk-qualify': {
      title: 'bulk qualify',
      example: 'bulk qualify',
      means: 'choose several and qualify them at once',
    },
    assign: { title: 'assign', example: 'assign jane doe to megan', means: 'give it to a colleague' },
    'notify-here': { title: 'notify here', example: 'notify here', means: 'tell this conversation about new leads' },
    'stop-notifying': { title: 'stop notifying', example: 'stop notifying', means: 'no more of that here' },
    help: { title: 'help', example: 'help', means: 'what I can do' },
  } satisfies Record<CommandId, { title: string; example: string; means: string }>,
  choose: 'Choose…',
  findPerson: 'Name or email address',
  choosePerson: 'Choose somebody from the list.',
  problemTitle: 'That did not work',
  /** Said of a button that carries what none of ours does. */
  badButton: 'This button cannot be used any more. Open the lead again.',
  brokeHere: (reference: string) => `Something broke on our side. Reference ${reference}.`,
  /** A field and what is wrong with it, as a sentence. */
  fieldProblem: (field: string, rule: string) => `${field} ${rule}.`,
  changedByWhom: (name: string) => `Last changed by ${name}.`,
};
export type Words = typeof en;
