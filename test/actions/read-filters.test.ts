import assert from 'node:assert/strict';
import { readFilters } from '../../src/actions/read-filters.ts';
import type { LeadFilters } from '../../src/leads/lead-filters.ts';
import { actor, type OpenedDesk, temporaryDesk } from '../temporary-desk.ts';

type Read = LeadFilters & { ownerName?: string };
const own = { ownerId: actor('alex').id, ownerName: 'Alex Wilber' };
const megan = { ownerId: actor('megan').id, ownerName: 'Megan Bowen' };

/** What Alex says, in which language, and what is read out of it. */
const SAID: [string, string, Read][] = [
  ['en', '', {}],
  ['en', 'about everything', {}],
  ['en', 'hot', { rating: 'hot' }],
  ['en', 'HOT leads, please', { rating: 'hot' }],
  ['en', 'hotel leads', {}],
  ['en', 'trade show', { source: 'trade-show' }],
  ['en', 'trade-show, cold', { source: 'trade-show', rating: 'cold' }],
  ['en', 'warm web owner megan', { rating: 'warm', source: 'web', ...megan }],
  ['en', 'owner Megan Bowen hot', { rating: 'hot', ...megan }],
  ['en', 'owner me', own],
  ['en', 'owner', {}],
  ['en', 'owner nobody', {}],
  // Megan Bowen and Miriam Graham.
  ['en', 'owner m', {}],
  ['en', 'megan', {}],
  ['de', 'heiß', { rating: 'hot' }],
  ['de', 'hot web', { rating: 'hot', source: 'web' }],
  ['de', 'Besitzer mich', own],
  ['fr', 'chaud, propriétaire moi', { rating: 'hot', ...own }],
  ['ja', '高 所有者 私', { rating: 'hot', ...own }],
];

describe('the filters somebody names', () => {
  let desk: OpenedDesk;
  let close: () => Promise<void>;
  before(async () => {
    ({ desk, close } = await temporaryDesk());
    for (const who of ['alex', 'megan', 'miriam'] as const) await desk.people.remember(actor(who));
  });
  after(() => close());

  for (const [locale, said, read] of SAID) {
    it(`are read out of "${said}" (${locale})`, async () => {
      const view = { host: 'teams', audience: 'one', locale, timeZone: 'UTC' } as const;
      assert.deepEqual(await readFilters({ desk, actor: actor('alex'), view }, said), read);
    });
  }
});
