import type { ActionAnswer } from '../shared/api.ts';

/** What an answer says beside its card; none where the card says it all. */
export function toastOf({ toast, refused }: ActionAnswer): string | undefined {
  return toast ?? (typeof refused === 'string' ? refused : undefined);
}

export function toneOf({ refused }: ActionAnswer): 'done' | 'refused' {
  return refused ? 'refused' : 'done';
}
