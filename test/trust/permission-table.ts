import type { Verb } from '../../src/cards/verbs.ts';

/** The table of the contract, written down a second time: what the code says is held against it. */
export const CONTRACT = {
  read: { adele: 'all', alex: 'all', miriam: 'all', admin: 'all' },
  create: { adele: 'none', alex: 'all', miriam: 'all', admin: 'all' },
  change: { adele: 'none', alex: 'all', miriam: 'all', admin: 'all' },
  annotate: { adele: 'all', alex: 'all', miriam: 'all', admin: 'all' },
  assign: { adele: 'none', alex: 'own and unassigned', miriam: 'all', admin: 'all' },
  delete: { adele: 'none', alex: 'own', miriam: 'all', admin: 'all' },
  bulk: { adele: 'none', alex: 'own and unassigned', miriam: 'all', admin: 'all' },
  audit: { adele: 'none', alex: 'own', miriam: 'all', admin: 'all' },
  administer: { adele: 'none', alex: 'none', miriam: 'none', admin: 'all' },
  /** An entry somebody else wrote. */
  'others’ entries': { adele: 'none', alex: 'none', miriam: 'all', admin: 'all' },
} as const;

export const PEOPLE = ['adele', 'alex', 'miriam', 'admin'] as const;
export type Who = (typeof PEOPLE)[number];
export const OWNERS = ['own', 'another’s', 'unassigned'] as const;
export type Whose = (typeof OWNERS)[number];
export type Column = keyof typeof CONTRACT;

/** Whether the contract lets `who` do it to a lead that is `whose`. */
export function allows(column: Column, who: Who, whose: Whose): boolean {
  const reach: string = CONTRACT[column][who];
  return (
    reach === 'all' ||
    (whose === 'own' && reach.startsWith('own')) ||
    (whose === 'unassigned' && /unassigned/.test(reach))
  );
}

/** What is there before somebody tries: a lead and its entries, one of their own and one of somebody else. */
export type Scene = { leadId: string; ownEntry: string; otherEntry: string; taskId: string; attachmentId: string };

type Sent = { path?: string; body?: unknown; headers?: Record<string, string> };
export type Row = {
  column: Column;
  /** What is asked for: the path where it holds ids, and the body. */
  send?: (scene: Scene) => Sent;
  /** The lead is closed first. */
  closed?: true;
  /** Not about one lead, so that whose it is makes no difference. */
  anyLead?: true;
};

const QUALIFY = { createAccount: false, createContact: false, createOpportunity: false, currency: 'USD' };
const MAIL = {
  from: { address: 'jane@fabrikam.example' },
  subject: 'Mixers',
  sentAt: '2026-11-20T10:00:00Z',
  text: 'Hello',
};
const mailOf = (id: string) => ({ ...MAIL, internetMessageId: `<${id}@fabrikam.example>` });
const any = { 'if-match': '*' };
const about = (body?: unknown, headers?: Record<string, string>) => () => ({ body, ...(headers && { headers }) });
const NEW = { lastName: 'Doe', companyName: 'Fabrikam' };

/** Every address of the API. `GET /api/me` is everybody's, and actions have a table of their own. */
export const ROUTES: Record<string, Row> = {
  'get /api/me': { column: 'read', anyLead: true },
  'post /api/actions': { column: 'read', anyLead: true, send: about({ verb: 'help' }) },
  'get /api/leads': { column: 'read', anyLead: true },
  'get /api/pipeline': { column: 'read', anyLead: true, send: () => ({ path: '/api/pipeline?by=status' }) },
  'post /api/leads': {
    column: 'create',
    anyLead: true,
    send: () => ({ path: '/api/leads?duplicates=allow', body: NEW }),
  },
  'get /api/leads/:id': { column: 'read' },
  'patch /api/leads/:id': { column: 'change', send: about({ rating: 'hot' }, any) },
  'del /api/leads/:id': { column: 'delete', send: about(undefined, any) },
  'post /api/leads/:id/qualify': { column: 'change', send: about(QUALIFY) },
  'post /api/leads/:id/disqualify': { column: 'change', send: about({ reason: 'lost' }) },
  'post /api/leads/:id/reactivate': { column: 'change', closed: true, send: about({}) },
  'post /api/leads/:id/assign': { column: 'assign', send: about({ ownerId: '00000000-0000-4000-8000-000000000003' }) },
  'post /api/leads/qualify': { column: 'bulk', send: ({ leadId }) => ({ body: { leadIds: [leadId], ...QUALIFY } }) },
  'post /api/leads/disqualify': {
    column: 'bulk',
    send: ({ leadId }) => ({ body: { leadIds: [leadId], reason: 'lost' } }),
  },
  'post /api/leads/assign': {
    column: 'bulk',
    send: ({ leadId }) => ({ body: { leadIds: [leadId], ownerId: '00000000-0000-4000-8000-000000000003' } }),
  },
  'post /api/leads/import': {
    column: 'bulk',
    anyLead: true,
    send: about('Last Name,Company\nDoe,Litware\n', { 'content-type': 'text/csv' }),
  },
  'get /api/leads/:id/timeline': { column: 'read' },
  'post /api/leads/:id/timeline': { column: 'annotate', send: about({ kind: 'note', text: 'Hi' }) },
  'patch /api/timeline/:id': {
    column: 'others’ entries',
    send: ({ otherEntry }) => ({ path: `/api/timeline/${otherEntry}`, body: { text: 'New' } }),
  },
  'del /api/timeline/:id': {
    column: 'others’ entries',
    send: ({ otherEntry }) => ({ path: `/api/timeline/${otherEntry}` }),
  },
  'get /api/leads/:id/audit': { column: 'audit' },
  'post /api/leads/:id/attachments': {
    column: 'annotate',
    send: about('%PDF-1.7 x', { 'content-disposition': 'attachment; filename="a.txt"', 'content-type': 'text/plain' }),
  },
  'get /api/attachments/:id': {
    column: 'read',
    send: ({ attachmentId }) => ({ path: `/api/attachments/${attachmentId}` }),
  },
  'post /api/emails/draft': { column: 'read', anyLead: true, send: about(mailOf('draft')) },
  'post /api/emails/log': { column: 'annotate', send: ({ leadId }) => ({ body: { email: mailOf(leadId), leadId } }) },
  'get /api/people': { column: 'read', anyLead: true },
  'get /api/accounts/:id': { column: 'read' },
  'get /api/contacts/:id': { column: 'read' },
  'get /api/opportunities/:id': { column: 'read' },
  'get /api/leads/:id/export': { column: 'administer' },
  'get /api/people-data': {
    column: 'administer',
    anyLead: true,
    send: () => ({ path: '/api/people-data?email=jane@fabrikam.example' }),
  },
  'get /api/notifications': { column: 'administer', anyLead: true },
  'get /api/denials': { column: 'administer', anyLead: true },
  'post /api/erasures': { column: 'administer', send: ({ leadId }) => ({ body: { leadId } }) },
};

/** Entries of one's own, beside the table: everybody may change and remove those. */
export const OWN_ENTRIES: Record<string, Row> = {
  'patch /api/timeline/:id': {
    column: 'annotate',
    send: ({ ownEntry }) => ({ path: `/api/timeline/${ownEntry}`, body: { text: 'New' } }),
  },
  'del /api/timeline/:id': { column: 'annotate', send: ({ ownEntry }) => ({ path: `/api/timeline/${ownEntry}` }) },
};

type VerbRow = { column: Column; data?: (scene: Scene) => object; mail?: true; closed?: true; anyLead?: true };
const lead = ({ leadId }: Scene) => ({ leadId });
const versioned =
  (more: object) =>
  ({ leadId }: Scene) => ({ leadId, version: 1, ...more });

/** Every verb, with what makes it do its work. */
export const VERB_ROWS: Record<Verb, VerbRow> = {
  help: { column: 'read', anyLead: true },
  'lead.new': { column: 'create', anyLead: true },
  'lead.create': {
    column: 'create',
    anyLead: true,
    data: () => ({ topic: 'Mixers', lastName: 'Doe', duplicates: 'allow' }),
  },
  'lead.show': { column: 'read', data: lead },
  'lead.history': { column: 'audit', data: lead },
  'lead.edit': { column: 'change', data: lead },
  'lead.update': { column: 'change', data: versioned({ topic: 'Mixers', lastName: 'Roe', duplicates: 'allow' }) },
  'lead.qualify': {
    column: 'change',
    data: versioned({ currency: 'USD', createAccount: 'false', createContact: 'false', createOpportunity: 'false' }),
  },
  'lead.disqualify': { column: 'change', data: versioned({ reason: 'lost' }) },
  'lead.assign': { column: 'assign', data: versioned({ ownerId: '00000000-0000-4000-8000-000000000003' }) },
  'lead.reactivate': { column: 'change', closed: true, data: ({ leadId }) => ({ leadId, version: 2 }) },
  'lead.delete': { column: 'delete', data: versioned({ confirmed: 'yes' }) },
  'lead.list': { column: 'read', anyLead: true },
  'lead.search': { column: 'read', anyLead: true },
  'people.search': { column: 'read', anyLead: true },
  'leads.qualify': { column: 'bulk', anyLead: true },
  'note.add': { column: 'annotate', data: ({ leadId }) => ({ leadId, text: 'Hi' }) },
  'call.log': {
    column: 'annotate',
    data: ({ leadId }) => ({ leadId, text: 'Hi', direction: 'outgoing', durationMinutes: '5' }),
  },
  'task.add': {
    column: 'annotate',
    data: ({ leadId }) => ({ leadId, text: 'Call', dueAt: '2027-01-01', priority: 'normal' }),
  },
  'task.complete': { column: 'annotate', data: ({ leadId, taskId }) => ({ leadId, taskId }) },
  'notify.here': { column: 'read', anyLead: true },
  'notify.stop': { column: 'read', anyLead: true },
  'mail.open': { column: 'read', mail: true, anyLead: true },
  'mail.log': { column: 'annotate', mail: true, data: lead },
  'draft.log': { column: 'annotate', mail: true, data: lead },
  'draft.leave': { column: 'read', mail: true, data: lead },
  'thread.unfollow': { column: 'annotate', mail: true, data: lead },
};
