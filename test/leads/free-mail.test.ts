import assert from 'node:assert/strict';
import { importLeads } from '../../src/csv/import-leads.ts';
import { splitName } from '../../src/email/split-name.ts';
import { changeLead } from '../../src/leads/change-lead.ts';
import { qualifyLead } from '../../src/leads/close-lead.ts';
import { createLead } from '../../src/leads/create-lead.ts';
import type { Desk } from '../../src/leads/desk.ts';
import { DuplicatesFound } from '../../src/leads/duplicates.ts';
import { actor, temporaryDesk } from '../temporary-desk.ts';

const alex = actor('alex');
const QUALIFY = { createAccount: true, createContact: true, currency: 'EUR' };
const person = (nth: number, more = {}) => ({
  firstName: 'Jane',
  lastName: 'Doe',
  email: `jane${nth}@freemail.example`,
  ...more,
});
const found = (error: unknown) => error instanceof DuplicatesFound;

describe('a provider of private mailboxes that only the administrator knows', () => {
  let desk: Desk;
  let set: Desk;
  let close: () => Promise<void>;
  beforeEach(async () => {
    ({ desk, close } = await temporaryDesk());
    set = { ...desk, freeMailDomains: ['freemail.example'] };
  });
  afterEach(() => close());

  const create = async (on: Desk, nth: number, more = {}) =>
    (await createLead(on, alex, person(nth, more), { via: 'api' })).lead;

  it('makes two people of one name no duplicates, be the first lead older than the setting', async () => {
    await create(desk, 1);
    await assert.rejects(create(desk, 2), found);
    await create(set, 3);
    const { id } = await create(set, 4, { firstName: 'June' });
    await changeLead(set, alex, id, { firstName: 'Jane' }, 1, 'ask');
    await assert.rejects(create(set, 1), found);
  });

  it('is forgotten as soon as it is set no more', async () => {
    await create(set, 1);
    await assert.rejects(create(desk, 2), found);
    const { id } = await create(desk, 3, { firstName: 'June' });
    await assert.rejects(changeLead(desk, alex, id, { firstName: 'Jane' }, 1, 'ask'), found);
  });

  it('makes two companies no one customer when leads are qualified', async () => {
    const [first, second, third] = [
      await create(desk, 1, { firstName: 'Ann', companyName: 'Fabrikam' }),
      await create(desk, 2, { firstName: 'Bea', companyName: 'Tailspin Toys' }),
      await create(desk, 3, { firstName: 'Cleo', companyName: 'Litware' }),
    ];
    await qualifyLead(set, alex, first.id, QUALIFY, 1);
    await qualifyLead(set, alex, second.id, QUALIFY, 1);
    await assert.rejects(qualifyLead(desk, alex, third.id, QUALIFY, 1), found);
  });

  it('makes rows of an imported file no duplicates of each other, nor of what is there', async () => {
    await create(desk, 1);
    const table = 'First Name,Last Name,Email\nJane,Doe,jane2@freemail.example\nJane,Doe,jane3@freemail.example\n';
    const outcomes = async (on: Desk, dryRun: boolean) => {
      const all: string[] = [];
      async function* bytes() {
        yield Buffer.from(table);
      }
      for await (const part of importLeads(on, actor('miriam'), bytes(), { splitName, dryRun })) {
        if ('results' in part) all.push(...part.results.map(({ outcome }) => outcome));
      }
      return all;
    };
    assert.deepEqual(await outcomes(desk, true), ['duplicate', 'duplicate']);
    assert.deepEqual(await outcomes(set, true), ['would-create', 'would-create']);
    assert.deepEqual(await outcomes(set, false), ['created', 'created']);
  });
});
