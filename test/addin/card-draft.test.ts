import assert from 'node:assert/strict';
import { keepCard, keptCard, settleCard } from '../../addin/tab/card-draft.ts';

const DRAFT = { card: { body: ['Add note'] }, values: { text: 'Called' } };
const SAVE = { verb: 'note.add', data: {}, hasInputs: true };

describe('what was typed on a card of the tab', () => {
  before(() => {
    const stored = new Map<string, string>();
    const sessionStorage = {
      getItem: (name: string) => stored.get(name) ?? null,
      setItem: (name: string, value: string) => stored.set(name, value),
      removeItem: (name: string) => stored.delete(name),
    };
    Object.assign(globalThis, { sessionStorage });
  });
  after(() => {
    Reflect.deleteProperty(globalThis, 'sessionStorage');
  });

  it('stays as it was while the leads are away, until it has arrived', () => {
    keepCard('lead-1', DRAFT);
    for (const hasInputs of [true, false]) {
      settleCard('lead-1', { ...SAVE, hasInputs }, { card: { body: ['Away'] }, refused: 'store-unavailable' });
      assert.deepEqual(keptCard('lead-1'), DRAFT);
    }
    settleCard('lead-1', SAVE, { card: { body: ['The lead'] }, changed: 'lead-1' });
    assert.equal(keptCard('lead-1'), undefined);
  });
});
