declare const Temporal: { Now: { timeZoneId(): string } } | undefined;

/**
 * The reader's time zone, such as `Europe/Berlin`. A browser's first formatter looks through the data of all locales to
 * be made, and the first card waits for this; `Temporal`, where a browser has it, just knows.
 */
export function timeZone(): string {
  if (typeof Temporal !== 'undefined') return Temporal.Now.timeZoneId();
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
