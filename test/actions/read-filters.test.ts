import assert from 'node:assert/strict';
import { readFilters } from '../../src/actions/read-filters.ts';
import type { LeadFilters } from '../../src/leads/lead-filters.ts';
import { actor, type OpenedDesk, temporaryDesk } from '../temporary-desk.ts';

type Read = LeadFilters & { ownerName?: string };
const own = { ownerId: actor('alex').id, ownerName: 'Alex Wilber' };
const megan = { ownerId: actor('megan').id, ownerName: 'Megan Bowen' };

/** What Alex says, in which language, what is read out of it, and what is not. */
const SAID: [string, string, Read, string?][] = [
  ['en', '', {}],
  ['en', 'about everything', {}],
  ['en', 'hot', { rating: 'hot' }],
  ['en', 'HOT leads, please', { rating: 'hot' }],
  ['en', 'when a hot lead comes in from the web', { rating: 'hot', source: 'web' }],
  ['en', 'hotel leads', {}, 'hotel'],
  ['en', 'trade show', { source: 'trade-show' }],
  ['en', 'trade-show, cold', { source: 'trade-show', rating: 'cold' }],
  ['en', 'only cold ones of trade shows', { source: 'trade-show', rating: 'cold' }, 'ones'],
  ['en', 'warm web owner megan', { rating: 'warm', source: 'web', ...megan }],
  ['en', 'owner Megan Bowen hot', { rating: 'hot', ...megan }],
  ['en', 'rating: hot, source: web, owner: Megan', { rating: 'hot', source: 'web', ...megan }],
  ['en', 'whose owner is Megan Bowen', megan],
  ['en', 'owner me', own],
  ['en', 'owner', {}, 'owner'],
  ['en', 'owner nobody', {}, 'owner nobody'],
  // Megan Bowen and Miriam Graham.
  ['en', 'owner m', {}, 'owner m'],
  ['en', 'megan', {}, 'megan'],
  ['en', 'nonsense', {}, 'nonsense'],
  ['en', 'referral', {}, 'referral'],
  ['en', 'rating cold owner Nobody', { rating: 'cold' }, 'owner Nobody'],
  ['en', 'web, hot, Megan Bowen', { source: 'web', rating: 'hot' }, 'Megan Bowen'],
  ['en', 'web, hot or warm', { source: 'web' }, 'hot or warm'],
  ['en', 'not web', {}, 'not web'],
  ['en', 'everything but cold', {}, 'everything but cold'],
  ['de', 'heiß', { rating: 'hot' }],
  ['de', 'nur heiße Leads', { rating: 'hot' }],
  ['de', 'über alle kalten Leads von Messen', { rating: 'cold', source: 'trade-show' }],
  ['de', 'keine kalten', {}, 'keine kalten'],
  ['de', 'hot web', { rating: 'hot', source: 'web' }],
  ['de', 'Besitzer mich', own],
  ['fr', 'chaud, propriétaire moi', { rating: 'hot', ...own }],
  ['fr', 'pistes chaudes', { rating: 'hot' }],
  ['fr', 'pour chaque nouveau prospect', {}],
  ['es', 'clientes potenciales frías', { rating: 'cold' }],
  ['pt', 'mornos', { rating: 'warm' }],
  ['pt', 'quando chega um novo neste canal', {}],
  ['ja', '高 所有者 私', { rating: 'hot', ...own }],
  ['ja', 'ホット', { rating: 'hot' }],
  ['ja', 'ホットなリードだけ', { rating: 'hot' }],
  ['ja', '展示会の高いリード', { source: 'trade-show', rating: 'hot' }],
  ['ja', '展示会以外', {}, '展示会以外'],
];

describe('the filters somebody names', () => {
  let desk: OpenedDesk;
  let close: () => Promise<void>;
  before(async () => {
    ({ desk, close } = await temporaryDesk());
    for (const who of ['alex', 'megan', 'miriam'] as const) await desk.people.remember(actor(who));
  });
  after(() => close());

  for (const [locale, said, read, unread = ''] of SAID) {
    it(`are read out of "${said}" (${locale})`, async () => {
      const view = { host: 'teams', audience: 'one', locale, timeZone: 'UTC' } as const;
      assert.deepEqual(await readFilters({ desk, actor: actor('alex'), view }, said), { read, unread });
    });
  }
});
