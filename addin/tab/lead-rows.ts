import { computed, effect, signal } from '@preact/signals';
import { ask, Refusal } from './api-client.ts';
import { listQuery } from './tab-place.ts';
import { place } from './tab-state.ts';
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

/** The first page is as long as a screen, so that it is there sooner. */
const FIRST_PAGE = 50;
const NEXT_PAGE = 100;

export const rows = signal<readonly LeadRow[]>([]);
export const loading = signal<'first' | 'more' | undefined>('first');
export const listTrouble = signal<Trouble | undefined>(undefined);
const next = signal<string | null>(null);
export const isComplete = computed(() => next.value === null && loading.value !== 'first');

let underWay = new AbortController();
const query = computed(() => String(new URLSearchParams(listQuery(place.value))));

/** Follows the place: another view, search, filter or order is another table. Resolves with the first one. */
export function followPlace(): Promise<void> {
  let first: Promise<void> | undefined;
  effect(() => {
    const loaded = loadFirst(query.value);
    first ??= loaded;
  });
  return first ?? Promise.resolve();
}

export function reload(): Promise<void> {
  return loadFirst(query.peek());
}

async function loadFirst(asked: string): Promise<void> {
  underWay.abort();
  underWay = new AbortController();
  loading.value = 'first';
  listTrouble.value = undefined;
  await load(`${asked}&limit=${FIRST_PAGE}`, () => []);
}

/** The page after the last one; does nothing while one is on its way, or when that was all. */
export async function loadMore(): Promise<void> {
  const cursor = next.peek();
  if (cursor === null || loading.peek() || listTrouble.peek()) return;
  loading.value = 'more';
  await load(`${query.peek()}&limit=${NEXT_PAGE}&cursor=${encodeURIComponent(cursor)}`, () => rows.peek());
}

export function retryMore(): Promise<void> {
  listTrouble.value = undefined;
  return rows.peek().length ? loadMore() : reload();
}

async function load(asked: string, before: () => readonly LeadRow[]): Promise<void> {
  const { signal: mine } = underWay;
  try {
    const page = await ask<Page<Lead>>('GET', `/leads?${asked}`, { signal: mine });
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
