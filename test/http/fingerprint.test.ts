import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { fingerprintOf } from '../../src/http/fingerprint.ts';

const sha256 = (whole: string | Buffer) => createHash('sha256').update(whole).digest('hex');

describe('the fingerprint of a request', () => {
  it('is that of its JSON, as it was when it was made of one text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        assert.equal(await fingerprintOf([{ id: '1' }, {}], value), sha256(`[{"id":"1"},{}]${JSON.stringify(value)}`));
      }),
    );
    assert.equal(await fingerprintOf({ a: undefined, b: 1 }), sha256('{"b":1}'));
  });

  it('is the same where a long text is cut, within a character too', async () => {
    for (const before of ['', 'a', 'ab']) {
      const mail = { html: before + '👋🏽"\n'.repeat(50_000), files: ['é'.repeat(200_000), '\ud83d'.repeat(70_000)] };
      assert.equal(await fingerprintOf(mail), sha256(JSON.stringify(mail)));
    }
  });

  it('is that of the bytes of a file', async () => {
    const bytes = Buffer.alloc(300_001, 'Grady;Archie\n');
    assert.equal(await fingerprintOf([], bytes), sha256(Buffer.concat([Buffer.from('[]'), bytes])));
  });

  it('lets others in while it is taken of something long', async () => {
    let others = 0;
    const other = () => {
      others += 1;
      waiting = setImmediate(other);
    };
    let waiting = setImmediate(other);
    await fingerprintOf({ html: 'x'.repeat(8_000_000) });
    clearImmediate(waiting);
    assert.ok(others > 50, String(others));
  });
});
