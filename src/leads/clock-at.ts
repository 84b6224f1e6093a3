/** Whether `Intl` knows a time zone by that name. */
export function isTimeZone(timeZone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone }));
  } catch {
    // Windows names ("Pacific Standard Time") and worse are not known to Intl.
    return false;
  }
}

/**
 * What a clock in a time zone shows at a moment, to the second: in milliseconds, as if it were UTC. A zone nobody knows
 * is UTC.
 */
export function clockAt(at: number, timeZone: string): number {
  const shown = new Date(at).toLocaleString('sv-SE', { timeZone: isTimeZone(timeZone) ? timeZone : 'UTC' });
  return Date.parse(`${shown.replace(' ', 'T')}Z`);
}

/** The moment at which a clock in a time zone shows that; both as for `clockAt`. */
export function whenClockShows(shown: number, timeZone: string): number {
  const ahead = (at: number) => clockAt(at, timeZone) - at;
  // Where clocks change that day, the first guess is an hour off and tells so itself.
  return shown - ahead(shown - ahead(shown));
}
