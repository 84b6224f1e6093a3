import { measure, type Work } from './measure.ts';
import type { Report } from './report.ts';

/**
 * Says what one piece of work after the other consists of: the rules of the lead service, asking the database anything
 * at all, and the rest, which is what the database does with the rows and their indexes until they are durable.
 */
export async function whereTheTimeGoes(
  report: Report,
  what: string,
  { one, whole, ping, seconds }: { one: Work; whole: Work; ping: Work; seconds: number },
): Promise<void> {
  const ms = async (work: Work) => 1000 / (await measure(work, { seconds })).perSecond;
  const [rules, asking, all] = [await ms(one), await ms(ping), await ms(whole)];
  const parts = {
    'its rules': rules,
    'asking anything at all': asking,
    'its rows until durable': all - rules - asking,
  };
  for (const [part, took] of Object.entries(parts)) {
    report.line({ what: `  of ${what}, ${part}`, figure: `${took.toFixed(2)} ms of ${all.toFixed(2)}` });
  }
}
