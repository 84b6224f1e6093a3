/** How fast something goes: rounds per second, and milliseconds one takes. */
export type Timing = { perSecond: number; p50: number; p99: number };
export type Work = (turn: number) => Promise<unknown> | unknown;

/** `at` pieces of work at a time, one after the other each, for so many seconds (and ten pieces at least). */
export async function measure(work: Work, { at = 1, seconds }: { at?: number; seconds: number }): Promise<Timing> {
  const times: number[] = [];
  const began = performance.now();
  const until = began + seconds * 1000;
  let turn = 0;
  const worker = async () => {
    while (performance.now() < until || times.length < 10) {
      const start = performance.now();
      await work(turn++);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: at }, worker));
  const perSecond = (times.length / (performance.now() - began)) * 1000;
  times.sort((a, b) => a - b);
  const quantile = (part: number) => times[Math.floor((times.length - 1) * part)] ?? 0;
  return { perSecond, p50: quantile(0.5), p99: quantile(0.99) };
}

/**
 * Both sides in turn, three rounds, so that a noisy moment hits both; of each the median round by its speed. Before that
 * one round that does not count: code that has run a few times only is still being compiled.
 */
export async function sideBySide(
  ours: Work,
  floor: Work,
  how: { at?: number; seconds: number },
): Promise<{ ours: Timing; floor: Timing; ratio: number }> {
  const rounds: [Timing, Timing][] = [];
  await measure(ours, how);
  await measure(floor, how);
  for (let round = 0; round < 3; round++) rounds.push([await measure(ours, how), await measure(floor, how)]);
  const ourTiming = median(rounds.map(([timing]) => timing));
  const floorTiming = median(rounds.map(([, timing]) => timing));
  return { ours: ourTiming, floor: floorTiming, ratio: ourTiming.perSecond / floorTiming.perSecond };
}

function median(timings: Timing[]): Timing {
  const sorted = timings.sort((a, b) => a.perSecond - b.perSecond);
  return sorted[Math.floor(sorted.length / 2)] as Timing;
}
