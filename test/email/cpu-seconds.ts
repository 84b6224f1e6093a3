/** How long the processor worked at something: unlike a clock, it does not count what else the machine is busy with. */
export function cpuSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
