import { LeadError } from '../../leads/lead-error.ts';

/** Where a page ended: the sort value and id of its last item. Opaque to callers. */
export type Cursor = { at: string; id: string };

export function writeCursor({ at, id }: Cursor): string {
  return Buffer.from(`${at} ${id}`).toString('base64url');
}

/** @throws LeadError `invalid-input` when somebody made it up */
export function readCursor(cursor: string): Cursor {
  const [at, id, ...rest] = Buffer.from(cursor, 'base64url').toString().split(' ');
  if (!at || !id || rest.length) throw new LeadError('invalid-input', [{ field: 'cursor', rule: 'malformed' }]);
  return { at, id };
}
