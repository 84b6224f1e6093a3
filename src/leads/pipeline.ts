import { Decimal } from 'decimal.js';
import * as z from 'zod';
import type { Desk } from './desk.ts';
import { LEAD_VIEWS, viewQuery } from './lead-query.ts';
import { minorUnits } from './money.ts';
import { parseInput } from './parse-input.ts';
import { mustBeAllowed } from './permissions.ts';
import type { Actor } from './person.ts';

export const PIPELINE_BY = ['status', 'source', 'owner', 'week'] as const;
export type PipelineBy = (typeof PIPELINE_BY)[number];

/** Leads of one group and currency: how many, and their estimated value in minor units of the currency. */
export type PipelineCount = { key: string | null; currency: string | null; count: number; minorUnits: bigint };

/** `key` is a status, a source, an owner's id, or the Monday a week begins with; null where the lead has none. */
export type PipelineGroup = {
  key: string | null;
  /** What an owner is called; null for nobody, and for whom the service does not know. */
  name?: string | null;
  count: number;
  /** One amount per currency; leads that name none are counted as null. */
  value: { currency: string | null; amount: string }[];
};

export const pipelineInput = z.object({
  by: z.enum(PIPELINE_BY).default('status'),
  view: z.enum(LEAD_VIEWS).default('all'),
});

const DAY = 24 * 60 * 60 * 1000;

/** Counts and estimated value of the leads of a view, largest group first; weeks in their order. @throws LeadError `not-permitted`, `invalid-input` */
export async function pipeline(
  desk: Desk,
  actor: Actor,
  input: unknown,
): Promise<{ by: PipelineBy; groups: PipelineGroup[] }> {
  mustBeAllowed(actor, 'read');
  const { by, view } = parseInput(pipelineInput, input);
  const counts = await desk.store.pipeline(by, viewQuery(view, actor.id, desk.now()));
  const groups = new Map<string | null, PipelineCount[]>();
  for (const count of counts) {
    const key = by === 'week' && count.key ? mondayOf(count.key) : count.key;
    groups.set(key, [...(groups.get(key) ?? []), count]);
  }
  const nameOf = async (id: string | null) => (id === null ? null : ((await desk.people.find(id))?.name ?? null));
  const told = await Promise.all(
    [...groups].map(async ([key, parts]) => ({
      ...groupOf(key, parts),
      ...(by === 'owner' && { name: await nameOf(key) }),
    })),
  );
  const order = (a: PipelineGroup, b: PipelineGroup) => String(a.key).localeCompare(String(b.key));
  return { by, groups: told.sort(by === 'week' ? order : (a, b) => b.count - a.count || order(a, b)) };
}

function groupOf(key: string | null, parts: readonly PipelineCount[]): PipelineGroup {
  const sums = new Map<string | null, bigint>();
  for (const { currency, minorUnits: units } of parts) sums.set(currency, (sums.get(currency) ?? 0n) + units);
  const value = [...sums]
    .filter(([, units]) => units > 0n)
    .map(([currency, units]) => {
      const decimals = minorUnits(currency);
      return { currency, amount: new Decimal(String(units)).div(10 ** decimals).toFixed(decimals) };
    });
  return { key, count: parts.reduce((sum, { count }) => sum + count, 0), value };
}

/** The Monday of the week of a day, both as `2026-11-23`. */
function mondayOf(day: string): string {
  const time = Date.parse(day);
  return new Date(time - ((new Date(time).getUTCDay() + 6) % 7) * DAY).toISOString().slice(0, 10);
}
