import assert from 'node:assert/strict';
import { logMail } from '../../addin/shared/log-mail.ts';
import type { EmailMessage } from '../../src/leads/email-message.ts';

describe('logging a sent mail', () => {
  const { fetch, TextEncoder } = globalThis;
  afterEach(() => void Object.assign(globalThis, { fetch, TextEncoder }));

  /** Whether the request that carries a text asks to outlive its page. */
  const outlives = async (text: string) => {
    let asks: boolean | undefined;
    globalThis.fetch = async (_url, request) => {
      asks = request?.keepalive;
      return new Response();
    };
    await logMail('', 'token', { email: { text } as EmailMessage });
    return asks;
  };

  it('outlives its page with as many bytes as a browser lets it, in any script', async () => {
    assert.equal(await outlives('Hello '.repeat(9500)), true);
    assert.equal(await outlives('Hello '.repeat(10_500)), false);
    assert.equal(await outlives('見積書'.repeat(6500)), true);
    assert.equal(await outlives('見積書'.repeat(7000)), false);
  });

  it('asks for no more than is safe where nothing counts bytes', async () => {
    Reflect.deleteProperty(globalThis, 'TextEncoder');
    assert.equal(await outlives('Hello '.repeat(3000)), true);
    assert.equal(await outlives('見積書'.repeat(7000)), false);
  });
});
