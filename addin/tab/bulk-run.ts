import { ask } from './api-client.ts';
import type { ManyResult } from './wire.ts';

/** So many leads go in one request: progress is seen, and a failure leaves little undone. */
const AT_ONCE = 50;

export type BulkMove = 'qualify' | 'disqualify' | 'assign';
/** Leads the same is done to; `again` those that have an answer already, too. */
export type Group = { leadIds: readonly string[]; body: object; again?: boolean };
/** What a run knows of those before it. */
export type Runs = {
  /** Each lead's answer. */
  answers: Map<string, ManyResult>;
  /** The keys of parts whose answer did not come, by what was asked: the part may be done all the same. */
  keys: Map<string, string>;
};

/**
 * Does the same to many leads, a group and a part of it at a time; `answers` gains each lead's own as it comes, so that
 * asking again after a failure goes on where it stopped. `stop` lets no further part begin.
 * @throws as `ask`
 */
export async function runMany(
  move: BulkMove,
  groups: readonly Group[],
  { answers, keys }: Runs,
  onProgress: () => void,
  stop: AbortSignal,
): Promise<void> {
  for (const { leadIds, body, again } of groups) {
    const left = leadIds.filter((id) => again || !answers.has(id));
    for (let next = 0; next < left.length && !stop.aborted; next += AT_ONCE) {
      const part = { ...body, leadIds: left.slice(next, next + AT_ONCE) };
      const asked = JSON.stringify(part);
      const key = keys.get(asked) ?? crypto.randomUUID();
      keys.set(asked, key);
      const { results } = await ask<{ results: ManyResult[] }>('POST', `/leads/${move}`, { body: part, key });
      keys.delete(asked);
      for (const result of results) answers.set(result.leadId, result);
      onProgress();
    }
  }
}
