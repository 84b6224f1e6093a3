import { useEffect, useRef, useState } from 'preact/hooks';
import { ask } from './api-client.ts';
import { type Trouble, troubleOf } from './trouble.ts';
import type { Page } from './wire.ts';

type Shown<Item> = { items: readonly Item[]; next: string | null; isLoading: boolean; trouble?: Trouble | undefined };

/**
 * A list that is read page by page, and anew when one of `on` changes; what is shown stays until the new one is there.
 * @param path with its query, such as `/leads/…/timeline?limit=20`
 */
export function usePaged<Item>(path: string, on: readonly unknown[]) {
  const [shown, setShown] = useState<Shown<Item>>({ items: [], next: null, isLoading: true });
  const turn = useRef(0);
  const load = async (cursor?: string) => {
    turn.current += 1;
    const mine = turn.current;
    setShown((now) => ({ ...now, isLoading: true, trouble: undefined }));
    try {
      const more = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
      const page = await ask<Page<Item>>('GET', `${path}${more}`);
      if (mine !== turn.current) return;
      setShown((now) => ({
        items: cursor ? [...now.items, ...page.items] : page.items,
        next: page.next,
        isLoading: false,
      }));
    } catch (error) {
      if (mine === turn.current) setShown((now) => ({ ...now, isLoading: false, trouble: troubleOf(error) }));
    }
  };
  useEffect(() => {
    void load();
    return () => {
      turn.current += 1;
    };
  }, [path, ...on]);
  return { ...shown, more: () => void load(shown.next ?? undefined), again: () => void load() };
}
