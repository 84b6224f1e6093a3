import * as z from 'zod';
import { LEFT_OUT } from '../leads/attachment.ts';
import { fullName, type Lead } from '../leads/lead.ts';
import { LEAD_ERROR_CODES } from '../leads/lead-error.ts';
import { STATUS_REASONS } from '../leads/lead-status.ts';
import { CUSTOMER_REASONS } from '../leads/match-keys.ts';
import {
  BUDGET_STATUSES,
  CONTACT_METHODS,
  CREATED_VIA,
  INDUSTRIES,
  NEEDS,
  PURCHASE_PROCESSES,
  PURCHASE_TIMEFRAMES,
  RATINGS,
  SOURCES,
} from '../leads/option-sets.ts';
import { PERMISSIONS } from '../leads/permissions.ts';
import { ROLES } from '../leads/person.ts';
import { PIPELINE_BY } from '../leads/pipeline.ts';

/** What the API answers, as schemas: the description is made from them and the tests hold every answer against them. */

const text = z.string().nullable();
const time = z.iso.datetime();
const person = z.object({ id: z.string(), name: z.string() });
const money = z
  .string()
  .regex(/^\d+(\.\d+)?$/)
  .nullable();
const address = z.object({ street: text, city: text, stateOrProvince: text, postalCode: text, country: text });

export const leadWire = z.object({
  id: z.uuid(),
  version: z.int().min(1),
  topic: z.string(),
  fullName: z.string(),
  firstName: text,
  lastName: z.string(),
  jobTitle: text,
  companyName: text,
  businessPhone: text,
  mobilePhone: text,
  email: text,
  website: text,
  address,
  description: text,
  source: z.enum(SOURCES).nullable(),
  rating: z.enum(RATINGS).nullable(),
  industry: z.enum(INDUSTRIES).nullable(),
  annualRevenue: money,
  numberOfEmployees: z.int().nullable(),
  preferredContactMethod: z.enum(CONTACT_METHODS).nullable(),
  doNotEmail: z.boolean(),
  doNotPhone: z.boolean(),
  productInterest: text,
  sourceCampaign: text,
  purchaseTimeframe: z.enum(PURCHASE_TIMEFRAMES).nullable(),
  budgetAmount: money,
  budgetStatus: z.enum(BUDGET_STATUSES).nullable(),
  need: z.enum(NEEDS).nullable(),
  purchaseProcess: z.enum(PURCHASE_PROCESSES).nullable(),
  decisionMaker: z.boolean().nullable(),
  qualificationComments: text,
  currency: text,
  estimatedValue: money,
  estimatedCloseDate: text,
  accountId: text,
  contactId: text,
  opportunityId: text,
  ownerId: text,
  ownerName: text,
  status: z.enum(['open', 'qualified', 'disqualified']),
  statusReason: z.enum([...STATUS_REASONS.open, ...STATUS_REASONS.qualified, ...STATUS_REASONS.disqualified]),
  createdVia: z.enum(CREATED_VIA),
  createdAt: time,
  createdBy: person,
  modifiedAt: time,
  modifiedBy: person,
});

/** A lead as the API answers it. */
export function onWire(lead: Lead): z.output<typeof leadWire> {
  return { ...lead, fullName: fullName(lead) };
}

const entry = {
  id: z.string(),
  leadId: z.string(),
  subject: text,
  text: z.string(),
  createdAt: time,
  createdBy: person,
  occurredAt: time.nullable(),
};
export const attachmentWire = z.object({
  id: z.string(),
  name: z.string(),
  contentType: z.string(),
  size: z.int(),
  contentId: text,
});
const party = z.object({ name: z.string(), address: z.string() });
export const timelineWire = z.discriminatedUnion('kind', [
  z.object({ ...entry, kind: z.literal('note'), attachments: z.array(attachmentWire) }),
  z.object({
    ...entry,
    kind: z.literal('phone-call'),
    direction: z.enum(['outgoing', 'incoming']),
    durationMinutes: z.int().nullable(),
  }),
  z.object({
    ...entry,
    kind: z.literal('task'),
    dueAt: time.nullable(),
    priority: z.enum(['low', 'normal', 'high']),
    status: z.enum(['open', 'completed', 'canceled']),
  }),
  z.object({ ...entry, kind: z.literal('appointment'), startAt: time, endAt: time, location: text }),
  z.object({
    ...entry,
    kind: z.literal('event'),
    event: z.enum(['created', 'qualified', 'disqualified', 'reactivated']),
    reason: z.enum(STATUS_REASONS.disqualified).optional(),
  }),
  z.object({
    ...entry,
    kind: z.literal('email'),
    internetMessageId: text.optional(),
    conversationId: text.optional(),
    from: party,
    to: z.array(party),
    cc: z.array(party),
    bcc: z.array(party),
    sentAt: z.string(),
    mailbox: text.optional(),
    direction: z.enum(['received', 'sent']),
    html: text,
    attachments: z.array(attachmentWire),
    leftOut: z.array(attachmentWire.omit({ id: true }).extend({ leftOut: z.enum(LEFT_OUT) })),
  }),
]);

export const personWire = z.object({ id: z.string(), name: z.string(), address: text, role: z.enum(ROLES) });
export const meWire = personWire.extend({ tenantId: z.string(), permissions: z.array(z.enum(PERMISSIONS)) });

export const auditWire = z.object({
  at: time,
  by: person,
  surface: z.enum(['teams', 'outlook', 'tab', 'api']),
  requestId: text,
  action: z.string(),
  field: text,
  old: z.unknown(),
  new: z.unknown(),
});

export const denialWire = auditWire.pick({ at: true, by: true, surface: true, requestId: true }).extend({
  leadId: text,
  tried: z.string(),
  times: z.int().min(1),
});

const record = { id: z.string(), originatingLeadId: text, createdAt: time, createdBy: person };
export const accountWire = z.object({ ...record, name: z.string(), phone: text, email: text, website: text, address });
export const contactWire = z.object({ ...record, fullName: z.string(), accountId: text, email: text, address });
export const opportunityWire = z.object({
  ...record,
  name: z.string(),
  accountId: text,
  contactId: text,
  status: z.enum(['open', 'won', 'lost']),
  currency: z.string(),
  estimatedValue: money,
  estimatedCloseDate: text,
});
export const qualifiedWire = z.object({
  lead: leadWire,
  account: accountWire.optional(),
  contact: contactWire.optional(),
  opportunity: opportunityWire.optional(),
});

export const duplicateWire = z.object({
  kind: z.enum(['lead', 'contact', 'account']),
  id: z.string(),
  name: z.string(),
  companyName: text,
  email: text,
  status: leadWire.shape.status.optional(),
  reasons: z.array(z.enum(CUSTOMER_REASONS)),
});

export const problemWire = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  candidates: z.array(duplicateWire).optional(),
});

export const manyWire = z.object({
  results: z.array(
    z.object({
      leadId: z.string(),
      lead: leadWire.optional(),
      error: z
        .object({ code: z.enum(LEAD_ERROR_CODES), detail: z.string(), candidates: z.array(duplicateWire).optional() })
        .optional(),
    }),
  ),
});

export const pipelineWire = z.object({
  by: z.enum(PIPELINE_BY),
  groups: z.array(
    z.object({
      key: text,
      name: text.optional(),
      count: z.int(),
      value: z.array(z.object({ currency: text, amount: z.string() })),
    }),
  ),
});

export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: text });
