import assert from 'node:assert/strict';
import { isActivity } from '../../bot/read-activity.ts';

const activity = (conversationId: string) => ({
  ...{ type: 'message', channelId: 'msteams', from: { id: '29:alex' }, recipient: { id: '28:bot' } },
  conversation: { id: conversationId },
});

describe('an activity', () => {
  it('names a conversation in letters that a header takes, as the answer goes out with it in one', () => {
    for (const id of ['a:1', '19:abc_DEF-1@thread.tacv2;messageid=1764064800000', '19:x@unq.gbl.spaces']) {
      assert.ok(isActivity(activity(id)), id);
    }
    for (const id of ['a:1\n', 'a\r\nx: y', 'a\u0000', 'a\u007f', '会話', 'a\u202e']) {
      assert.ok(!isActivity(activity(id)), JSON.stringify(id));
    }
  });
});
