import type { Address, LeadFields } from './lead-fields.ts';
import type { PersonRef } from './person.ts';

type Made = {
  id: string;
  /** The lead it came from; null once that lead is deleted. */
  originatingLeadId: string | null;
  createdAt: string;
  createdBy: PersonRef;
};

/** A company we do business with. */
export type Account = Made & {
  name: string;
  phone: string | null;
  email: string | null;
  website: string | null;
  address: Address;
  description: string | null;
} & Pick<LeadFields, 'industry' | 'annualRevenue' | 'numberOfEmployees' | 'currency' | 'doNotEmail' | 'doNotPhone'>;

/** A person we do business with. */
export type Contact = Made & { accountId: string | null; fullName: string } & Pick<
    LeadFields,
    | 'firstName'
    | 'lastName'
    | 'jobTitle'
    | 'email'
    | 'businessPhone'
    | 'mobilePhone'
    | 'website'
    | 'address'
    | 'description'
    | 'preferredContactMethod'
    | 'doNotEmail'
    | 'doNotPhone'
  >;

/** A possible deal. Its customer is the account, else the contact. */
export type Opportunity = Made & {
  name: string;
  accountId: string | null;
  contactId: string | null;
  status: 'open' | 'won' | 'lost';
  currency: string;
} & Pick<
    LeadFields,
    | 'estimatedValue'
    | 'estimatedCloseDate'
    | 'budgetAmount'
    | 'budgetStatus'
    | 'purchaseTimeframe'
    | 'purchaseProcess'
    | 'need'
    | 'decisionMaker'
    | 'description'
    | 'qualificationComments'
  >;
