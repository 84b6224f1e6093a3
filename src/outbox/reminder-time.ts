import { clockAt, whenClockShows } from '../leads/clock-at.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const MORNING = 9 * HOUR;
/** Between these a task is due at an hour rather than when its day ends, and nobody is woken by hearing of it. */
const DAYTIME = { begins: 7 * HOUR, ends: 22 * HOUR };

/**
 * When somebody in a time zone is told of a task: at the hour it is due. One that is due at night, as is one for a day,
 * is told of at nine in the morning before: then there is time to do it.
 */
export function reminderTime(dueAt: string, timeZone: string): string {
  const shown = clockAt(Date.parse(dueAt), timeZone);
  const midnight = Math.floor(shown / DAY) * DAY;
  const hour = shown - midnight;
  if (hour >= DAYTIME.begins && hour < DAYTIME.ends) return dueAt;
  const morning = midnight + MORNING - (hour < DAYTIME.begins ? DAY : 0);
  return new Date(whenClockShows(morning, timeZone)).toISOString();
}
