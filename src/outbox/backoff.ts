const FIRST_MS = 1000;
const LONGEST_MS = 10 * 60_000;

/**
 * How long to wait before the next try: twice as long each time, spread at random over the second half, so that what
 * failed together does not come back together. @param random between 0 and 1
 */
export function backoff(attempts: number, random: number): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempts, 20));
  return Math.round(ceiling / 2 + (ceiling / 2) * random);
}
