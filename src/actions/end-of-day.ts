import type { View } from '../cards/view.ts';
import { whenClockShows } from '../leads/clock-at.ts';

/** The last minute of a day such as `2026-12-01` where its reader is, in UTC; a day there is none of stays what it is. */
export function endOfDay({ timeZone }: Pick<View, 'timeZone'>, day: string): string {
  const written = `${day}T23:59:00.000Z`;
  const wanted = Date.parse(written);
  if (Number.isNaN(wanted) || new Date(wanted).toISOString() !== written) return written;
  return new Date(whenClockShows(wanted, timeZone)).toISOString();
}
