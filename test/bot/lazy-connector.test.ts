import assert from 'node:assert/strict';
import type { ConnectorFactory } from 'botframework-connector';
import { lazyConnector } from '../../bot/lazy-connector.ts';

describe('a client for what a turn sends', () => {
  let built: string[];
  let sent: unknown[][];
  const factory = {
    async create(serviceUrl: string, audience: string) {
      built.push(`${serviceUrl} ${audience}`);
      const conversations = {
        own: 'conversations',
        async sendToConversation(this: { own: string }, ...given: unknown[]) {
          sent.push(given);
          return { id: this.own };
        },
        async getConversationMember() {
          throw new Error('not a member');
        },
      };
      return { conversations };
    },
  } as unknown as ConnectorFactory;
  beforeEach(() => {
    built = [];
    sent = [];
  });

  it('is not built where nothing is sent, and once where several are', async () => {
    const client = await lazyConnector(factory).create('https://chat.example', 'somebody');
    assert.deepEqual(built, []);
    const one = client.conversations.sendToConversation('chat', { text: 'one' });
    const two = client.conversations.sendToConversation('chat', { text: 'two' });
    assert.deepEqual(await Promise.all([one, two]), [{ id: 'conversations' }, { id: 'conversations' }]);
    assert.deepEqual(built, ['https://chat.example somebody']);
    assert.deepEqual(sent, [
      ['chat', { text: 'one' }],
      ['chat', { text: 'two' }],
    ]);
  });

  it('fails as the client itself does', async () => {
    const client = await lazyConnector(factory).create('https://chat.example', 'somebody');
    await assert.rejects(client.conversations.getConversationMember('chat', 'she'), /not a member/);
    await assert.rejects(client.conversations.getConversations(), /no conversations\.getConversations/);
  });
});
