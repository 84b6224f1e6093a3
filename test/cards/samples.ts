import type { ManyOutcome } from '../../src/cards/many-results-card.ts';
import type { Duplicate } from '../../src/leads/duplicates.ts';
import type { EmailMessage } from '../../src/leads/email-message.ts';
import type { Lead } from '../../src/leads/lead.ts';
import { EMPTY_ADDRESS, EMPTY_FIELDS } from '../../src/leads/lead-fields.ts';
import type { Task, TimelineItem } from '../../src/leads/timeline.ts';
import { actor } from '../temporary-desk.ts';

/** What text a lead's people typed: `plain` for examples, anything else to see what hosts make of it. */
export type Said = (plain: string, max: number) => string;

export const AT = '2026-11-24T09:30:00.000Z';
export const ID = '01990000-0000-7000-8000-000000000001';
export const by = { id: 'p1', name: 'Alex Wilber' };

/** Ten leads whose account and contact are likely there already. */
export function manyAsked(lead: Lead, said: Said): ManyOutcome[] {
  const likely: Duplicate[] = (['account', 'contact', 'contact'] as const).map((kind) => ({
    ...{ kind, id: ID, name: said('Contoso', 100), companyName: null, email: null },
    reasons: ['same-name-and-company', 'same-name-and-domain'],
  }));
  return Array(10).fill({ kind: 'asked', leadId: ID, lead, candidates: likely });
}

/** As many likely duplicates of a kind as there can be. */
export function likely(kind: Duplicate['kind'], said: Said): Duplicate[] {
  const called = {
    name: said('Jane Doe', 100),
    companyName: said('Contoso', 100),
    email: said('jane@contoso.com', 100),
  };
  return Array(5).fill({ kind, id: ID, ...called, reasons: ['same-email', 'same-phone', 'same-name-and-company'] });
}

/** Ids as long as those Teams gives people within a conversation. */
export function sixtyMembers(): string[] {
  return Array.from({ length: 60 }, (_, nth) => `29:1${String(nth).padStart(2, '0')}${'aZ9_-bQ4'.repeat(10)}`);
}

/** An open lead with everything filled in. */
export function sampleLead(said: Said): Lead {
  return {
    ...EMPTY_FIELDS,
    id: ID,
    version: 1,
    status: 'open',
    statusReason: 'new',
    topic: said('Twelve espresso machines', 300),
    firstName: said('Jane', 50),
    lastName: said('Doe', 50),
    jobTitle: said('Head of Facilities', 100),
    companyName: said('Contoso', 100),
    email: said('jane@contoso.com', 100),
    businessPhone: said('+1 425 555 0100', 50),
    mobilePhone: said('+1 425 555 0101', 50),
    website: said('www.contoso.com', 200),
    description: said('We need twelve machines by March.', 2000),
    address: { ...EMPTY_ADDRESS, city: said('Redmond', 80), country: said('United States', 80) },
    source: 'trade-show',
    industry: 'agriculture-and-non-petrol-natural-resource-extraction',
    currency: 'USD',
    budgetAmount: '48000.00',
    ownerId: actor('alex').id,
    ownerName: said('Alex Wilber', 100),
    opportunityId: null,
    createdVia: 'chat',
    createdAt: AT,
    createdBy: by,
    modifiedAt: AT,
    modifiedBy: by,
  };
}

/** A mail with files that may be kept, that are too big, and that may not be kept. */
export function sampleMail(said: Said): EmailMessage {
  const file = (name: string, size: number, isInline = false) => ({
    ...{ name: said(name, 1000), contentType: 'application/pdf', size, isInline },
  });
  return {
    from: { name: said('Jane Doe', 100), address: 'jane@contoso.com' },
    ...{ to: [], cc: [], bcc: [], subject: said('Twelve espresso machines', 300), sentAt: AT, direction: 'received' },
    attachments: [
      file('Floor plan.pdf', 480_000),
      file('Photos.zip', 21_000_000),
      file('Drawings.zip', 30_000_000),
      { ...file('logo.png', 4_000, true) },
      { ...file('x', 100), name: 'setup.exe' },
    ],
  };
}

/** An entry of most kinds. */
export function sampleTimeline(said: Said): TimelineItem[] {
  const entry = {
    leadId: ID,
    subject: null,
    createdAt: AT,
    createdBy: { id: 'p1', name: said('Alex Wilber', 100) },
    occurredAt: null,
  };
  const nobody = { to: [], cc: [], bcc: [], conversationId: null, internetMessageId: null, mailbox: null };
  return [
    { ...entry, id: 't1', kind: 'note', text: said('Prefers calls in the morning.', 10_000), attachments: [] },
    {
      ...entry,
      ...nobody,
      id: 't2',
      kind: 'email',
      subject: said('Twelve espresso machines', 300),
      text: said('We met at the fair.', 10_000),
      messageKey: 'k',
      from: { name: said('Jane Doe', 100), address: 'jane@contoso.com' },
      sentAt: AT,
      direction: 'received',
      html: null,
      attachments: [
        { id: 'a1', name: said('Floor plan.pdf', 255), contentType: 'application/pdf', size: 9, contentId: null },
      ],
      leftOut: [
        { name: said('logo.png', 255), contentType: 'image/png', size: 9, contentId: null, leftOut: 'not-chosen' },
      ],
    },
    {
      ...entry,
      id: 't3',
      kind: 'phone-call',
      text: said('Called back.', 10_000),
      direction: 'outgoing',
      durationMinutes: 5,
    },
    { ...entry, id: 't4', kind: 'event', text: '', event: 'disqualified', reason: 'lost' },
  ];
}

/** A task that is due. */
export function sampleTask(said: Said): Task {
  const entry = {
    id: '01990000-0000-7000-8000-000000000005',
    leadId: ID,
    subject: null,
    createdAt: AT,
    createdBy: by,
    occurredAt: null,
  };
  const text = said('Call Jane about the floor plan.', 10_000);
  return { ...entry, kind: 'task', text, dueAt: AT, priority: 'high', status: 'open' };
}
