import { Decimal } from 'decimal.js';
import * as z from 'zod';
import { CURRENCIES } from './money.ts';
import {
  BUDGET_STATUSES,
  CONTACT_METHODS,
  INDUSTRIES,
  NEEDS,
  PURCHASE_PROCESSES,
  PURCHASE_TIMEFRAMES,
  RATINGS,
  SOURCES,
} from './option-sets.ts';
import { cleanLine, cleanLines } from './text.ts';

/** Money as the wire accepts it; `toMoney` gives it its currency's decimals. */
const amount = (max: number) =>
  z
    .union([z.string(), z.number()])
    .transform((value, context) => {
      const text = String(value).trim();
      if (text === '') return null;
      if (!/^-?\d+(\.\d+)?$/.test(text)) {
        context.addIssue({ code: 'custom', params: { rule: 'not-a-number' } });
        return z.NEVER;
      }
      const number = new Decimal(text);
      if (number.isNegative() || number.gt(max)) {
        const rule = number.isNegative() ? 'too-small' : 'too-large';
        context.addIssue({ code: 'custom', params: { rule, limit: number.isNegative() ? '0' : String(max) } });
        return z.NEVER;
      }
      return text;
    })
    .nullable();

/** Text as it comes in. What is kept of it is measured once it is cleaned; the length is told here, where it is described. */
const text = (max: number) => z.string().meta({ maxLength: max });
const requiredLine = (max: number) => text(max).transform(cleanLine).pipe(z.string().min(1).max(max));
export const requiredLines = (max: number) => text(max).transform(cleanLines).pipe(z.string().min(1).max(max));
export const optionalLine = (max: number) =>
  text(max).transform(cleanLine).pipe(z.string().max(max)).transform(emptyToNull).nullable();
const lines = (max: number) =>
  text(max).transform(cleanLines).pipe(z.string().max(max)).transform(emptyToNull).nullable();
const option = <const T extends readonly [string, ...string[]]>(options: T) => z.enum(options).nullable();

const EMAIL = /^[^\s@<>"(),;:]+@[^\s@<>"(),;:]+\.[^\s@<>"(),;:.]+$/;
const WEB_ADDRESS = /^(https?:\/\/)?[^\s/:@.<>"]+(\.[^\s/:@.<>"]+)+(:\d+)?([/?#][^\s<>"]*)?$/i;

const email = optionalLine(100).refine((value) => value === null || EMAIL.test(value), {
  params: { rule: 'not-an-email' },
});
const website = optionalLine(200).refine((value) => value === null || WEB_ADDRESS.test(value), {
  params: { rule: 'not-a-web-address' },
});

export const currencyCode = z
  .string()
  .transform((value) => value.trim().toUpperCase())
  .refine((value) => CURRENCIES.has(value), { params: { rule: 'not-a-currency' } });

export const addressShape = {
  street: optionalLine(250),
  city: optionalLine(80),
  stateOrProvince: optionalLine(50),
  postalCode: optionalLine(20),
  country: optionalLine(80),
};

/** Every field people fill in, with Dynamics 365's lengths and ranges; `''` and `null` both mean empty. */
const shape = {
  topic: requiredLine(300),
  firstName: optionalLine(50),
  lastName: requiredLine(50),
  jobTitle: optionalLine(100),
  companyName: optionalLine(100),
  businessPhone: optionalLine(50),
  mobilePhone: optionalLine(50),
  email,
  website,
  description: lines(2000),
  source: option(SOURCES),
  rating: option(RATINGS),
  industry: option(INDUSTRIES),
  annualRevenue: amount(1e14),
  numberOfEmployees: z.int().min(0).max(1_000_000).nullable(),
  preferredContactMethod: option(CONTACT_METHODS),
  doNotEmail: z.boolean(),
  doNotPhone: z.boolean(),
  productInterest: optionalLine(200),
  sourceCampaign: optionalLine(200),
  purchaseTimeframe: option(PURCHASE_TIMEFRAMES),
  budgetAmount: amount(1e12),
  budgetStatus: option(BUDGET_STATUSES),
  need: option(NEEDS),
  purchaseProcess: option(PURCHASE_PROCESSES),
  decisionMaker: z.boolean().nullable(),
  qualificationComments: lines(2000),
  currency: currencyCode.nullable(),
  estimatedValue: amount(1e12),
  estimatedCloseDate: z.iso.date().nullable(),
  accountId: z.uuid().nullable(),
  contactId: z.uuid().nullable(),
};

/** A change to a lead: whatever is there replaces what the lead has, `null` empties it. */
export const leadChanges = z
  .strictObject({
    ...shape,
    address: z.strictObject(addressShape).partial().nullable(),
    statusReason: z.enum(['new', 'contacted']),
  })
  .partial();
export type LeadChanges = z.output<typeof leadChanges>;

/** What a new lead is made of. Only the last name is indispensable, an empty topic is a missing one; forms require both. */
export const leadDraft = z
  .strictObject({ ...shape, address: z.strictObject(addressShape).partial().nullable() })
  .partial()
  .extend({ lastName: shape.lastName, topic: optionalLine(300).optional() });
export type LeadDraft = z.input<typeof leadDraft>;

type Shape = { [K in keyof typeof shape]: z.output<(typeof shape)[K]> };
export type Address = { [K in keyof typeof addressShape]: string | null };
export type LeadFields = Shape & { address: Address };

export const EMPTY_ADDRESS: Address = {
  street: null,
  city: null,
  stateOrProvince: null,
  postalCode: null,
  country: null,
};

/** An address with some of its parts replaced. */
export function mergeAddress(address: Address, parts: { [K in keyof Address]?: string | null | undefined }): Address {
  const given = Object.entries(parts).filter(([, part]) => part !== undefined);
  return { ...address, ...Object.fromEntries(given) };
}

/** A lead nobody has written anything into yet. Warm and Any are the defaults of Dynamics 365. */
export const EMPTY_FIELDS: Omit<LeadFields, 'topic' | 'lastName'> = {
  firstName: null,
  jobTitle: null,
  companyName: null,
  businessPhone: null,
  mobilePhone: null,
  email: null,
  website: null,
  address: EMPTY_ADDRESS,
  description: null,
  source: null,
  rating: 'warm',
  industry: null,
  annualRevenue: null,
  numberOfEmployees: null,
  preferredContactMethod: 'any',
  doNotEmail: false,
  doNotPhone: false,
  productInterest: null,
  sourceCampaign: null,
  purchaseTimeframe: null,
  budgetAmount: null,
  budgetStatus: null,
  need: null,
  purchaseProcess: null,
  decisionMaker: null,
  qualificationComments: null,
  currency: null,
  estimatedValue: null,
  estimatedCloseDate: null,
  accountId: null,
  contactId: null,
};

export const MONEY_FIELDS = ['annualRevenue', 'budgetAmount', 'estimatedValue'] as const;

function emptyToNull(value: string): string | null {
  return value === '' ? null : value;
}
