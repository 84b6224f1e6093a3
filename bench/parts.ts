import type { Report } from './report.ts';

/** Has something ended when the part is over, however it went; what was begun last is ended first. */
export type Later = (end: () => unknown) => void;
type Part = (later: Later) => Promise<void>;

/**
 * Runs one part after the other, or those asked for. A part that fails says why, and the next one runs.
 * @returns the names of those that failed
 */
export async function runParts(
  report: Report,
  parts: Record<string, Part>,
  only?: readonly string[],
): Promise<string[]> {
  const wanted = Object.entries(parts).filter(([name]) => only?.includes(name) ?? true);
  if (!wanted.length) throw new Error(`no such part; there are ${Object.keys(parts).join(', ')}`);
  const failed: string[] = [];
  for (const [name, part] of wanted) {
    const ends: (() => unknown)[] = [];
    const began = performance.now();
    try {
      await part((end) => ends.unshift(end));
    } catch (error) {
      failed.push(name);
      report.remark(`FAILED ${name}: ${error instanceof Error ? error.stack : error}`);
    }
    for (const end of ends) {
      // What cannot be ended is gone already; the failure that ended it has been told.
      await Promise.resolve()
        .then(end)
        .catch((error) => report.remark(`ending ${name}: ${error}`));
    }
    report.took(name, (performance.now() - began) / 1000);
  }
  return failed;
}
