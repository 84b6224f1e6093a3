import type { LeadStore } from '../leads/lead-store.ts';

const WRITES: ReadonlySet<string | symbol> = new Set<keyof LeadStore>([
  ...(['insert', 'update', 'qualify', 'delete', 'addToTimeline', 'attach'] as const),
  ...(['updateTimelineItem', 'removeTimelineItem', 'unfollow'] as const),
]);
/** Soon enough for whoever looks at another card; and what changes together is followed up together. */
const AT_MOST_EVERY_MS = 25;

/** The store, saying that writes have become durable: what follows a change need not wait for the next look. */
export function announcingStore<Store extends LeadStore>(store: Store, changed: () => void): Store {
  let isSaid = true;
  const say = () => {
    isSaid = true;
    changed();
  };
  return new Proxy(store, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      if (!WRITES.has(name)) return member.bind(target);
      return async (...given: unknown[]) => {
        const answer: unknown = await member.apply(target, given);
        if (isSaid) setTimeout(say, AT_MOST_EVERY_MS).unref();
        isSaid = false;
        return answer;
      };
    },
  });
}
