import * as z from 'zod';
import { createLead } from './create-lead.ts';
import type { Desk } from './desk.ts';
import type { Lead } from './lead.ts';
import { leadDraft } from './lead-fields.ts';
import { parseInput } from './parse-input.ts';
import type { Actor } from './person.ts';

/** What a website form may send: what a visitor can know of themselves, and their message. */
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
  });

/**
 * Makes an unassigned lead of a website inquiry. Nobody who asks is turned away as a duplicate, and a program that
 * filled in the hidden field is thanked and forgotten.
 * @throws LeadError `invalid-input`
 */
export async function receiveInquiry(desk: Desk, site: string, input: unknown): Promise<Lead | undefined> {
  const { homepage, ...draft } = parseInput(inquiryInput, input);
  if (homepage) return undefined;
  const website: Actor = {
    id: `site:${site}`,
    tenantId: '',
    name: site,
    email: null,
    role: 'salesperson',
    surface: 'api',
  };
  const inquiry = { source: 'web', ...draft };
  const { lead } = await createLead(desk, website, inquiry, { via: 'form', owner: null, duplicates: 'allow' });
  return lead;
}
