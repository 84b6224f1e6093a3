import assert from 'node:assert/strict';
import type { CardReply, Reply } from '../src/actions/reply.ts';

/** The reply to a button, which is a card. */
export async function cardReply(asked: Promise<Reply>): Promise<CardReply> {
  const reply = await asked;
  assert.ok(reply.kind === 'card', `answered with ${reply.kind}`);
  return reply;
}
