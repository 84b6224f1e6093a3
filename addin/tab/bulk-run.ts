import { ask } from './api-client.ts';
import type { ManyResult } from './wire.ts';

/** So many leads go in one request: progress is seen, and a failure leaves little undone. */
const AT_ONCE = 50;

export type BulkMove = 'qualify' | 'disqualify' | 'assign';
type Group = { leadIds: readonly string[]; body: object };

/**
 * Does the same to many leads, a group and a part of it at a time; `answers` gains each lead's own as it comes, so that
 * asking again after a failure goes on where it stopped.
 * @throws as `ask`
 */
export async function runMany(
  move: BulkMove,
  groups: readonly Group[],
  answers: Map<string, ManyResult>,
  onProgress: () => void,
): Promise<void> {
  for (const { leadIds, body } of groups) {
    const left = leadIds.filter((id) => !answers.has(id));
    for (let next = 0; next < left.length; next += AT_ONCE) {
      const part = left.slice(next, next + AT_ONCE);
      const { results } = await ask<{ results: ManyResult[] }>('POST', `/leads/${move}`, {
        body: { ...body, leadIds: part },
      });
      for (const result of results) answers.set(result.leadId, result);
      onProgress();
    }
  }
}
