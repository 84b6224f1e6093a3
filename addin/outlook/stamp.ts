/** The header by which a sent mail is known before it has a message id. It says nothing to others. */
export const stampHeader = 'x-lead-desk-log';

const stampLine = new RegExp(`^${stampHeader}:\\s*([\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12})\\s*$`, 'im');

/** The stamp among a mail's headers; null without one. */
export function stampIn(headers: string): string | null {
  // A long header goes on in the next line after a blank.
  return stampLine.exec(headers.replace(/\r?\n[ \t]+/g, ' '))?.[1]?.toLowerCase() ?? null;
}

/** A random UUID, also where there is no crypto. It only has to differ from others. */
export function newStamp(): string {
  if (typeof crypto !== 'undefined' && crypto.randomUUID) return crypto.randomUUID();
  const digits = Array.from({ length: 32 }, () => Math.floor(Math.random() * 16).toString(16));
  digits[12] = '4';
  digits[16] = '89ab'[Math.floor(Math.random() * 4)] ?? '8';
  const all = digits.join('');
  return [all.slice(0, 8), all.slice(8, 12), all.slice(12, 16), all.slice(16, 20), all.slice(20)].join('-');
}
