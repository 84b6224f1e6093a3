import assert from 'node:assert/strict';
import { sampleMails } from '../../addin/preview/sample-mails.ts';
import { emailMessage } from '../../src/leads/email-message.ts';

describe('the sample mailbox of the preview', () => {
  it('holds at least twelve mails, each under an id of its own, a plain inquiry first', () => {
    assert.ok(sampleMails.length >= 12);
    assert.equal(new Set(sampleMails.map(({ id }) => id)).size, sampleMails.length);
    assert.equal(sampleMails[0]?.id, 'inquiry');
  });

  it('holds only mails that the server accepts', () => {
    for (const mail of sampleMails) {
      assert.ok(emailMessage.safeParse(mail).success, mail.id);
      assert.ok(mail.text || mail.html, mail.id);
    }
  });

  it('writes to and from invented domains only', () => {
    for (const { id, from, to, cc } of sampleMails) {
      for (const { address } of [from, ...to, ...(cc ?? [])]) assert.match(address, /@[a-z-]+\.example$/, id);
    }
  });

  it('has a thread, a mail without a message id, a sent mail and honest attachments', () => {
    const thread = sampleMails.filter(({ conversationId }) => conversationId === sampleMails[0]?.conversationId);
    assert.deepEqual(thread.map(({ id }) => id).sort(), ['inquiry', 'reply', 'sent']);
    assert.ok(sampleMails.some(({ internetMessageId }) => !internetMessageId));
    assert.ok(sampleMails.some(({ direction }) => direction === 'sent'));
    const attachments = sampleMails.flatMap((mail) => mail.attachments ?? []);
    assert.ok(attachments.length > 2);
    for (const { name, content, size } of attachments) {
      assert.equal(Buffer.from(content, 'base64').length, size, name);
    }
  });
});
