import assert from 'node:assert/strict';
import { pageButtons } from '../../src/cards/page-buttons.ts';
import { words } from '../../src/words/words.ts';

describe('the buttons to other pages', () => {
  it('stay small however many pages somebody goes through, and still lead back', () => {
    const cursor = (page: number) => `${page}`.padStart(90, 'x');
    let trail: string | undefined;
    for (let page = 1; page < 60; page++) {
      const here = { cursor: page > 1 ? cursor(page) : undefined, trail, next: cursor(page + 1) };
      const buttons = pageButtons(words('en'), 'lead.list', here, {});
      // Half of what a card may have, which leaves the other half for the leads.
      assert.ok(Buffer.byteLength(JSON.stringify(buttons), 'utf16le') <= 14 * 1024, `page ${page}`);
      const back = page > 1 ? buttons[0]?.data : undefined;
      assert.equal(back?.cursor, page > 2 ? cursor(page - 1) : undefined);
      trail = buttons.at(-1)?.data?.trail as string;
    }
  });
});
