import type { DataOf } from '../cards/verbs.ts';
import { messageLead } from '../email/message-lead.ts';
import type { Context } from './handler.ts';

/** A message of a chat read as a lead. A colleague who passes something on is not the lead. */
export async function readMessage(
  { desk, actor }: Context,
  message: NonNullable<DataOf<'lead.new'>['message']>,
): Promise<ReturnType<typeof messageLead>> {
  const { authorId, author, ...rest } = message;
  const isColleague = authorId !== undefined && (authorId === actor.id || Boolean(await desk.people.find(authorId)));
  const { ownDomains, freeMailDomains } = desk;
  return messageLead({ ...rest, author: isColleague ? '' : author }, { ownDomains, freeMailDomains });
}
