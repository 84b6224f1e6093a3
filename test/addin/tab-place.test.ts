import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  FIRST_PLACE,
  listQuery,
  PIPELINE_CUTS,
  placeAfter,
  placeFromUrl,
  urlOfPlace,
} from '../../addin/tab/tab-place.ts';
import { LEAD_SORTS, LEAD_VIEWS } from '../../src/leads/lead-query.ts';
import { INDUSTRIES, RATINGS, SOURCES } from '../../src/leads/option-sets.ts';

const maybe = <T>(values: readonly T[]) => fc.constantFrom(undefined, ...values);
const places = fc.record(
  {
    page: fc.constantFrom('leads' as const, 'pipeline' as const),
    view: fc.constantFrom(...LEAD_VIEWS),
    q: fc.string({ maxLength: 40 }),
    source: maybe(SOURCES),
    rating: maybe(RATINGS),
    industry: maybe(INDUSTRIES),
    owner: fc.option(fc.uuid(), { nil: undefined }),
    sort: fc.constantFrom(...LEAD_SORTS),
    by: fc.constantFrom(...PIPELINE_CUTS),
    lead: fc.option(fc.uuid(), { nil: undefined }),
  },
  { noNullPrototype: true },
);

describe('the place in the Leads tab', () => {
  it('comes back from its own address, whatever it is', () => {
    fc.assert(fc.property(places, (place) => assert.deepEqual(placeFromUrl(urlOfPlace(place)), place)));
  });

  it('is the first one for an address that says nothing, or nothing it knows', () => {
    for (const search of ['', '?', '?view=constructor&sort=__proto__&rating=lukewarm&page=admin&by=height&lead=']) {
      assert.deepEqual({ ...FIRST_PLACE }, JSON.parse(JSON.stringify(placeFromUrl(search))));
    }
    assert.equal(urlOfPlace(FIRST_PLACE), '?');
  });

  it('leaves the owner behind on the way to a view that says whose leads it lists, and nothing else', () => {
    const place = { ...FIRST_PLACE, view: 'open' as const, rating: 'hot' as const, owner: 'megan' };
    for (const view of LEAD_VIEWS) {
      const owner = view === 'my-open' || view === 'unassigned' ? undefined : 'megan';
      assert.deepEqual(placeAfter(place, { view }), { ...place, view, owner });
    }
    assert.deepEqual(placeAfter(place, { q: 'contoso' }), { ...place, q: 'contoso' });
    const unassigned = { ...place, view: 'unassigned' as const };
    assert.deepEqual(placeAfter(unassigned, { owner: 'alex' }), { ...unassigned, owner: 'alex' });
  });

  it('asks the lead service for its filters; while searching without an order, for found leads come newest first', () => {
    const place = { ...FIRST_PLACE, rating: 'hot' as const, owner: 'me' };
    assert.deepEqual(listQuery(place), { view: 'my-open', sort: '-created', rating: 'hot', owner: 'me' });
    assert.deepEqual(listQuery({ ...place, q: ' contoso ' }), {
      view: 'my-open',
      q: 'contoso',
      rating: 'hot',
      owner: 'me',
    });
  });
});
