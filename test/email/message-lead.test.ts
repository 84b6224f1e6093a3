import assert from 'node:assert/strict';
import { messageLead } from '../../src/email/message-lead.ts';

const CONTEXT = { ownDomains: ['contoso.example'], freeMailDomains: [] };

describe('messageLead', () => {
  it('takes a link and a table for what is read of them', () => {
    const html =
      '<p>Please see <a href="https://fabrikam.example/spec?x=1">our list</a> first</p><table><tr><td>Model</td><td>A-100</td></tr></table>';
    const message = { author: 'Grady Archie', subject: '', sentAt: '2026-11-20T10:00:00Z', html };
    const { draft } = messageLead(message, CONTEXT);
    assert.equal(draft.topic, 'Please see our list first');
    assert.equal(draft.description, 'Please see our list first\n\nModel\nA-100');
  });
});
