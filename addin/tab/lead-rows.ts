import { computed, effect, signal } from '@preact/signals';
import { ask, Refusal } from './api-client.ts';
import { pathOfTable } from './first-table.ts';
import { listQuery } from './tab-place.ts';
import { loadPeople, me, place } from './tab-state.ts';
import { type Trouble, troubleOf } from './trouble.ts';
import type { Lead, Page } from './wire.ts';

const SHOWN = [
  'id',
  'version',
  'fullName',
  'companyName',
  'topic',
  'status',
  'statusReason',
  'rating',
  'source',
  'ownerId',
  'ownerName',
  'currency',
  'estimatedValue',
  'createdAt',
  'modifiedAt',
] as const satisfies readonly (keyof Lead)[];

/** What the table keeps of a lead: a hundred thousand of them have to fit. */
export type LeadRow = Pick<Lead, (typeof SHOWN)[number]>;

const NEXT_PAGE = 100;

export const rows = signal<readonly LeadRow[]>([]);
export const loading = signal<'first' | 'more' | undefined>('first');
export const listTrouble = signal<Trouble | undefined>(undefined);
const next = signal<string | null>(null);
export const isComplete = computed(() => next.value === null && loading.value !== 'first');

let underWay = new AbortController();
const firstPath = computed(() => pathOfTable(listQuery(place.value)));

/** Follows the place: another view, search, filter or order is another table. Resolves with the first one. */
export function followPlace(): Promise<void> {
  let first: Promise<void> | undefined;
  effect(() => {
    const loaded = loadFirst(firstPath.value);
    first ??= loaded;
  });
  return first ?? Promise.resolve();
}

export function reload(): Promise<void> {
  const loaded = loadFirst(firstPath.peek());
  if (!me.peek()) void loadWho();
  return loaded;
}

/** Asks who looks at the tab, and their colleagues; as long as that is not known, leads can only be read. */
export async function loadWho(): Promise<void> {
  await loadPeople().catch((error) => {
    // Said above already, and asked again when the tab is back.
    if (navigator.onLine) listTrouble.value ??= troubleOf(error);
  });
}

async function loadFirst(path: string): Promise<void> {
  underWay.abort();
  underWay = new AbortController();
  loading.value = 'first';
  listTrouble.value = undefined;
  await load(path, () => []);
}

/** The page after the last one; does nothing while one is on its way, or when that was all. */
export async function loadMore(): Promise<void> {
  const cursor = next.peek();
  if (cursor === null || loading.peek() || listTrouble.peek()) return;
  loading.value = 'more';
  const query = { ...listQuery(place.peek()), limit: String(NEXT_PAGE), cursor };
  await load(`/leads?${new URLSearchParams(query)}`, () => rows.peek());
}

export function retryMore(): Promise<void> {
  listTrouble.value = undefined;
  if (!rows.peek().length) return reload();
  return me.peek() ? loadMore() : loadWho();
}

async function load(path: string, before: () => readonly LeadRow[]): Promise<void> {
  const { signal: mine } = underWay;
  try {
    const page = await ask<Page<Lead>>('GET', path, { signal: mine });
    if (mine.aborted) return;
    rows.value = [...before(), ...page.items.map(rowOf)];
    next.value = page.next;
  } catch (error) {
    if (mine.aborted) return;
    if (!before().length) rows.value = [];
    listTrouble.value = troubleOf(error);
  }
  loading.value = undefined;
}

/** Shows leads as they stand now, wherever the table has them. */
export function showChanged(leads: readonly Lead[]): void {
  const changed = new Map(leads.map((lead) => [lead.id, rowOf(lead)]));
  rows.value = rows.peek().map((row) => changed.get(row.id) ?? row);
}

export function dropRow(id: string): void {
  rows.value = rows.peek().filter((row) => row.id !== id);
}

/** Asks how a lead stands and shows it; one that is gone leaves the table. @throws as `ask` */
export async function refreshRow(id: string): Promise<void> {
  try {
    showChanged([await ask<Lead>('GET', `/leads/${encodeURIComponent(id)}`)]);
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 404) throw error;
    dropRow(id);
  }
}

function rowOf(lead: Lead): LeadRow {
  return Object.fromEntries(SHOWN.map((name) => [name, lead[name]])) as LeadRow;
}
