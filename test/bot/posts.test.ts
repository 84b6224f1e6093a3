import assert from 'node:assert/strict';
import type { Activity } from 'botbuilder';
import { Posts } from '../../bot/posts.ts';
import { createLog } from '../../src/platform/log.ts';
import { actor, type OpenedDesk, temporaryDesk } from '../temporary-desk.ts';

describe('the chats the bot is in', () => {
  let desk: OpenedDesk;
  let close: () => Promise<void>;
  let posts: Posts;
  let clock: number;

  beforeEach(async () => {
    ({ desk, close } = await temporaryDesk());
    clock = Date.now();
    const { conversations, postedCards } = desk;
    const log = createLog({ level: 'silent', local: false });
    const nothing = async () => undefined;
    posts = new Posts({ conversations, postedCards, log, now: () => new Date(clock), wake: nothing, put: nothing });
  });
  afterEach(() => close());

  const { id, tenantId } = actor('alex');
  const turn = (type: string, more: object = {}) =>
    ({
      ...{ type, channelId: 'msteams', serviceUrl: 'http://127.0.0.1/', recipient: { id: '28:bot', name: '' } },
      ...{ from: { id: '29:alex', name: '', aadObjectId: id } },
      ...{ conversation: { id: 'a:1', conversationType: 'personal', tenantId } },
      ...more,
    }) as Activity;
  async function isKnownAfter(activity: Activity): Promise<boolean> {
    posts.seen(activity);
    await posts.settled();
    return (await desk.conversations.find('a:1')) !== undefined;
  }

  it('are remembered again when the bot is installed again, whoever forgot them', async () => {
    assert.ok(await isKnownAfter(turn('message')));
    for (const type of ['installationUpdate', 'conversationUpdate']) {
      await desk.conversations.forget('a:1');
      assert.ok(await isKnownAfter(turn(type)));
    }
  });

  it('are remembered again by any turn after a few minutes', async () => {
    await isKnownAfter(turn('message'));
    await desk.conversations.forget('a:1');
    clock += 5 * 60_000;
    assert.ok(await isKnownAfter(turn('message')));
  });

  it('are forgotten by the turn that says the bot was removed', async () => {
    const removed = turn('installationUpdate', { action: 'remove' });
    posts.seen(removed);
    posts.left(removed);
    await posts.settled();
    assert.equal(await desk.conversations.find('a:1'), undefined);
    assert.ok(await isKnownAfter(turn('message')));
  });
});
