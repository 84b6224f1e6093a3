import { signal } from '@preact/signals';
import { ask } from './api-client.ts';
import { placeAfter, placeFromUrl, type TabPlace, urlOfPlace } from './tab-place.ts';
import type { Me, Person } from './wire.ts';

export const place = signal<TabPlace>(placeFromUrl(location.search));
/** Who looks at the tab; undefined until the lead service said so. */
export const me = signal<Me | undefined>(undefined);
/** Colleagues, for filters, hand-overs and the pipeline by owner. */
export const people = signal<readonly Person[]>([]);
export const toast = signal<{ text: string; tone: 'done' | 'refused' } | undefined>(undefined);

type Way = {
  /** Where the back button should not come by again, as while typing. */
  replace?: boolean;
  /** What the browser remembers with the place. */
  state?: object | undefined;
};

/** Goes to another place of the tab. */
export function go(changes: Partial<TabPlace>, { replace = false, state }: Way = {}): void {
  const next = placeAfter(place.value, changes);
  const url = urlOfPlace(next);
  if (url === urlOfPlace(place.value)) return;
  history[replace ? 'replaceState' : 'pushState'](state ?? null, '', url);
  place.value = next;
}

export function clearFilters(): void {
  go({ q: '', source: undefined, rating: undefined, industry: undefined, owner: undefined });
}

export function followHistory(): void {
  addEventListener('popstate', () => {
    place.value = placeFromUrl(location.search);
  });
}

export async function loadPeople(): Promise<void> {
  const [who, colleagues] = await Promise.all([ask<Me>('GET', '/me'), ask<{ items: Person[] }>('GET', '/people')]);
  me.value = who;
  people.value = colleagues.items;
}

export function may(permission: Me['permissions'][number]): boolean {
  return me.value?.permissions.includes(permission) ?? false;
}

/** Whether leads can be chosen; as long as it is not known who looks, by anybody: what follows is asked then. */
export function mayChoose(): boolean {
  return !me.value || may('bulk');
}

const toastMs = 8000;
let toastTimer: ReturnType<typeof setTimeout> | undefined;

export function say(text: string, tone: 'done' | 'refused' = 'done'): void {
  toast.value = { text, tone };
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => {
    toast.value = undefined;
  }, toastMs);
}
