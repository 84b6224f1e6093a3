import { isTimeZone } from '../cards/show-values.ts';
import type { View } from '../cards/view.ts';

/** The last minute of a day such as `2026-12-01` where its reader is, in UTC; a day there is none of stays what it is. */
export function endOfDay({ timeZone }: Pick<View, 'timeZone'>, day: string): string {
  const written = `${day}T23:59:00.000Z`;
  const wanted = Date.parse(written);
  if (Number.isNaN(wanted) || new Date(wanted).toISOString() !== written) return written;
  const ahead = (at: number) => clockAt(at, isTimeZone(timeZone) ? timeZone : 'UTC') - at;
  // Where clocks change that day, the first guess is an hour off and tells so itself.
  return new Date(wanted - ahead(wanted - ahead(wanted))).toISOString();
}

/** What a clock there shows, taken for UTC. In milliseconds. */
function clockAt(at: number, timeZone: string): number {
  const shown = new Date(at).toLocaleString('sv-SE', { timeZone });
  return Date.parse(`${shown.replace(' ', 'T')}Z`);
}
