import * as z from 'zod';
import { createLead, isLeadField } from './create-lead.ts';
import type { Desk } from './desk.ts';
import type { Lead } from './lead.ts';
import { addressShape, EMPTY_ADDRESS, leadDraft, mergeAddress } from './lead-fields.ts';
import { parseInput } from './parse-input.ts';
import type { Actor } from './person.ts';

/**
 * What a website form may send: what a visitor can know of themselves, and their message. Whatever else is the form's own,
 * such as a captcha's token, is ignored.
 */
export const inquiryInput = leadDraft
  .pick({
    topic: true,
    firstName: true,
    lastName: true,
    jobTitle: true,
    companyName: true,
    businessPhone: true,
    mobilePhone: true,
    email: true,
    website: true,
    address: true,
    description: true,
    productInterest: true,
    sourceCampaign: true,
  })
  .extend({
    /** A field people do not see; whoever fills it in is a program. */
    homepage: z.string().max(1000).optional(),
    /** The parts of an address, which forms as browsers send them cannot put into an object. */
    ...z.object(addressShape).partial().shape,
  })
  .strip();
const visitorsOnly = inquiryInput.strict();

/**
 * Makes an unassigned lead of a website inquiry. Nobody who asks is turned away as a duplicate, and a program that
 * filled in the hidden field is thanked and forgotten. A lead's fields that no visitor sets are refused, not ignored: a
 * site that sends one is to learn that it has no effect.
 * @throws LeadError `invalid-input`
 */
export async function receiveInquiry(desk: Desk, site: string, input: object): Promise<Lead | undefined> {
  const known = Object.entries(input).filter(([name]) => isLeadField(name) || Object.hasOwn(inquiryInput.shape, name));
  const { homepage, address, street, city, stateOrProvince, postalCode, country, ...fields } = parseInput(
    visitorsOnly,
    Object.fromEntries(known),
  );
  if (homepage) return undefined;
  const website: Actor = {
    id: `site:${site}`,
    tenantId: '',
    name: site,
    email: null,
    role: 'salesperson',
    surface: 'api',
  };
  const parts = { street, city, stateOrProvince, postalCode, country };
  const whole = mergeAddress(mergeAddress(EMPTY_ADDRESS, address ?? {}), parts);
  const inquiry = { source: 'web', ...fields, address: whole };
  const { lead } = await createLead(desk, website, inquiry, { via: 'form', owner: null, duplicates: 'allow' });
  return lead;
}
