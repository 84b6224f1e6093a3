import type { LeadStore } from '../leads/lead-store.ts';

const WRITES: ReadonlySet<string | symbol> = new Set<keyof LeadStore>([
  ...(['insert', 'update', 'qualify', 'delete', 'addToTimeline', 'attach'] as const),
  ...(['updateTimelineItem', 'removeTimelineItem', 'unfollow'] as const),
]);

/** The store, saying when a write is durable: what follows a change need not wait for the next look. */
export function announcingStore<Store extends LeadStore>(store: Store, changed: () => void): Store {
  return new Proxy(store, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      if (!WRITES.has(name)) return member.bind(target);
      return async (...given: unknown[]) => {
        const answer: unknown = await member.apply(target, given);
        changed();
        return answer;
      };
    },
  });
}
