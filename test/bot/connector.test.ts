import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sendToConnector } from '../../bot/connector.ts';

describe('a message that the connector takes and does not answer', () => {
  it('is not posted again, as it may have arrived; an update is put again', async () => {
    const { timeout } = AbortSignal;
    let patience = new AbortController();
    AbortSignal.timeout = () => patience.signal;
    const silent = createServer(() => patience.abort(new DOMException('The operation timed out.', 'TimeoutError')));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const serviceUrl = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/`;
    const message = { serviceUrl, conversationId: 'a:1', activity: { text: 'Hello' }, authorization: undefined };
    assert.deepEqual(await sendToConnector(message), { kind: 'unclear', detail: 'TimeoutError' });
    patience = new AbortController();
    assert.equal((await sendToConnector({ ...message, activityId: 'm1' })).kind, 'later');
    AbortSignal.timeout = timeout;
    silent.closeAllConnections();
    await new Promise((resolve) => silent.close(resolve));
  });
});
