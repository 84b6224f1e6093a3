import * as z from 'zod';
import { fullName, type Lead } from './lead.ts';
import { type FieldProblem, LeadError } from './lead-error.ts';
import { currencyCode, leadChanges } from './lead-fields.ts';
import { nextStatus } from './lead-status.ts';
import { withMoneyIn } from './money-fields.ts';
import type { PersonRef } from './person.ts';
import type { Account, Contact, Opportunity } from './records.ts';

/** What the Qualify stage asks: which records to make or link, and the currency, which must be chosen. */
export const qualifyInput = z.strictObject({
  createAccount: z.boolean().default(false),
  createContact: z.boolean().default(false),
  createOpportunity: z.boolean().default(false),
  accountId: z.uuid().nullish(),
  contactId: z.uuid().nullish(),
  currency: currencyCode,
  duplicates: z.enum(['ask', 'allow']).default('ask'),
  opportunity: leadChanges
    .pick({ estimatedValue: true, estimatedCloseDate: true })
    .extend({ name: leadChanges.shape.topic })
    .optional(),
});
export type QualifyInput = z.output<typeof qualifyInput>;

/** A decided qualification: the lead as it will stand, and the records proposed for it. */
export type Qualification = { lead: Lead; account?: Account; contact?: Contact; opportunity?: Opportunity };

/** What a qualification made or linked. */
export type Qualified = Qualification;

type Circumstances = {
  by: PersonRef;
  at: string;
  newId: () => string;
  /** The records the lead or the input link to, as far as they exist. */
  existing: Omit<Qualification, 'lead'>;
};

/**
 * Qualifies a lead: closes it and maps its fields to the records asked for, as Dynamics 365's default mappings do.
 * Records the lead is linked to already are reused, never made again; an open opportunity is brought up to date.
 * @throws LeadError `lead-closed`, or `invalid-input` when an account has no name or an opportunity no customer
 */
export function qualify(asked: Lead, input: QualifyInput, { by, at, newId, existing }: Circumstances): Qualification {
  const { estimatedValue, estimatedCloseDate } = input.opportunity ?? {};
  const lead = withMoneyIn({
    ...withFigures(asked, existing.opportunity),
    // What is said of the deal is kept on the lead; what was emptied is not what it was before.
    ...(estimatedValue !== undefined && { estimatedValue }),
    ...(estimatedCloseDate !== undefined && { estimatedCloseDate }),
    currency: input.currency,
  });
  const status = nextStatus(lead.status, 'qualify');
  const made = { originatingLeadId: lead.id, createdAt: at, createdBy: by };

  const createAccount = input.createAccount && !existing.account;
  const createContact = input.createContact && !existing.contact;
  const createOpportunity = input.createOpportunity && !existing.opportunity;
  const problems: FieldProblem[] = [];
  if (createAccount && !lead.companyName) problems.push({ field: 'createAccount', rule: 'needs-company' });
  const hasCustomer = createAccount || createContact || existing.account || existing.contact;
  if (createOpportunity && !hasCustomer) problems.push({ field: 'createOpportunity', rule: 'needs-customer' });
  if (problems.length) throw new LeadError('invalid-input', problems);

  const account = createAccount ? accountFrom(lead, input, { id: newId(), ...made }) : existing.account;
  const contact = createContact ? contactFrom(lead, account, { id: newId(), ...made }) : existing.contact;
  const opportunity =
    createOpportunity || existing.opportunity?.status === 'open'
      ? opportunityFrom(lead, input, {
          ...(existing.opportunity ?? { id: newId(), name: lead.topic, ...made }),
          accountId: account?.id ?? null,
          contactId: contact?.id ?? null,
        })
      : existing.opportunity;

  return {
    lead: {
      ...lead,
      version: lead.version + 1,
      status,
      statusReason: 'qualified',
      accountId: account?.id ?? lead.accountId,
      contactId: contact?.id ?? lead.contactId,
      opportunityId: opportunity?.id ?? lead.opportunityId,
      modifiedAt: at,
      modifiedBy: by,
    },
    ...(account && { account }),
    ...(contact && { contact }),
    ...(opportunity && { opportunity }),
  };
}

/** A lead with the value and the date of the opportunity it has, where it has none itself. */
export function withFigures(lead: Lead, opportunity: Opportunity | undefined): Lead {
  return {
    ...lead,
    estimatedValue: lead.estimatedValue ?? opportunity?.estimatedValue ?? null,
    estimatedCloseDate: lead.estimatedCloseDate ?? opportunity?.estimatedCloseDate ?? null,
  };
}

type Made = Pick<Account, 'id' | 'originatingLeadId' | 'createdAt' | 'createdBy'>;

function accountFrom(lead: Lead, input: QualifyInput, made: Made): Account {
  return {
    ...made,
    name: lead.companyName ?? '',
    phone: lead.businessPhone,
    email: lead.email,
    website: lead.website,
    address: lead.address,
    description: lead.description,
    industry: lead.industry,
    annualRevenue: lead.annualRevenue,
    numberOfEmployees: lead.numberOfEmployees,
    currency: input.currency,
    doNotEmail: lead.doNotEmail,
    doNotPhone: lead.doNotPhone,
  };
}

function contactFrom(lead: Lead, account: Account | undefined, made: Made): Contact {
  return {
    ...made,
    accountId: account?.id ?? null,
    fullName: fullName(lead),
    firstName: lead.firstName,
    lastName: lead.lastName,
    jobTitle: lead.jobTitle,
    email: lead.email,
    businessPhone: lead.businessPhone,
    mobilePhone: lead.mobilePhone,
    website: lead.website,
    address: lead.address,
    description: lead.description,
    preferredContactMethod: lead.preferredContactMethod,
    doNotEmail: lead.doNotEmail,
    doNotPhone: lead.doNotPhone,
  };
}

function opportunityFrom(
  lead: Lead,
  input: QualifyInput,
  made: Made & Pick<Opportunity, 'name' | 'accountId' | 'contactId'>,
): Opportunity {
  return {
    ...made,
    name: input.opportunity?.name ?? made.name,
    status: 'open',
    currency: input.currency,
    estimatedValue: lead.estimatedValue,
    estimatedCloseDate: lead.estimatedCloseDate,
    budgetAmount: lead.budgetAmount,
    budgetStatus: lead.budgetStatus,
    purchaseTimeframe: lead.purchaseTimeframe,
    purchaseProcess: lead.purchaseProcess,
    need: lead.need,
    decisionMaker: lead.decisionMaker,
    description: lead.description,
    qualificationComments: lead.qualificationComments,
  };
}
