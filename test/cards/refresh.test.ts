import assert from 'node:assert/strict';
import type { Card } from '../../src/cards/card.ts';
import { refreshFor } from '../../src/cards/refresh.ts';
import { everyCard } from './every-card.ts';
import { ID, sixtyMembers } from './samples.ts';

const ids = (card: Card | undefined) => card?.refresh?.userIds ?? [];

describe('the card that clients ask for again', () => {
  const short = Array.from({ length: 70 }, (_, nth) => `29:${nth}`);
  const card = everyCard()['lead-open-in-channel'] as Card;

  it('names sixty people, whoever acted last first', () => {
    assert.deepEqual(ids(refreshFor(card, ID, short)), short.slice(0, 60));
    assert.deepEqual(ids(refreshFor(card, ID, sixtyMembers())), sixtyMembers());
  });

  it('names as many as it has room for where its texts are long', () => {
    const long = everyCard((plain, max) => plain.padEnd(max, ' 漢字'))['lead-open-in-channel'] as Card;
    const named = ids(refreshFor(long, ID, sixtyMembers()));
    assert.ok(named.length > 0 && named.length < 60, String(named.length));
    assert.deepEqual(named, sixtyMembers().slice(0, named.length));
  });

  it('has room for one reader on any card of a lead', () => {
    for (const language of ['en', 'de', 'fr', 'es', 'pt', 'ja']) {
      const long = Object.entries(everyCard((plain, max) => plain.padEnd(max, ' 漢字'), language));
      for (const [name, card] of long.filter(([name]) => name.startsWith('lead'))) {
        const bytes = Buffer.byteLength(
          JSON.stringify(refreshFor(card, ID, ['i'.repeat(128)], { aside: 'true' })),
          'utf16le',
        );
        assert.ok(bytes <= 28 * 1024, `${name} in ${language}: ${bytes}`);
      }
    }
  });

  it('names nobody, so that everybody’s client asks, where it is not known who reads it', () => {
    const { refresh } = refreshFor(card, ID, undefined);
    assert.equal(refresh?.action.verb, 'lead.show');
    assert.ok(refresh && !('userIds' in refresh));
  });

  it('is the card as it was where one reads it alone', () => assert.equal(refreshFor(card, ID, []), card));
});
