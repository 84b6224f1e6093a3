import { LeadError } from '../../leads/lead-error.ts';

/** Where a page ended: the sort value and id of its last row. Opaque to callers. */
export type Cursor = { at: string; id: string };

export function writeCursor({ at, id }: Cursor): string {
  return Buffer.from(JSON.stringify([at, id])).toString('base64url');
}

/** @throws LeadError `invalid-input` when somebody made it up */
export function readCursor(cursor: string): Cursor {
  const [at, id] = parts(cursor);
  if (typeof at !== 'string' || typeof id !== 'string') {
    throw new LeadError('invalid-input', [{ field: 'cursor', rule: 'malformed' }]);
  }
  return { at, id };
}

function parts(cursor: string): unknown[] {
  try {
    const value = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(value) ? value : [];
  } catch {
    // Not JSON: not one of ours.
    return [];
  }
}
