import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from './tab-words.ts';
import { TroubleNote } from './trouble-note.tsx';

/** A part of the tab that is fetched the first time it is shown; bones stand in its place until then. */
export function lazyPart<Props extends object>(fetchPart: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let fetched: ComponentType<Props> | undefined;
  return function LazyPart(props: Props) {
    const [, redraw] = useState(0);
    const [failed, setFailed] = useState(false);
    useEffect(() => {
      if (fetched || failed) return;
      fetchPart().then(
        (part) => {
          fetched = part;
          redraw((turn) => turn + 1);
        },
        () => setFailed(true),
      );
    }, [failed]);
    if (failed) {
      return (
        <TroubleNote trouble={{ title: t.notReached, detail: t.checkConnection }} retry={() => setFailed(false)} />
      );
    }
    const Part = fetched;
    return Part ? <Part {...props} /> : <Bones />;
  };
}

/** What stands where something is on its way. */
export function Bones() {
  return (
    <div class="bones" role="status" aria-busy="true" aria-label={t.loading}>
      <span class="bone bone-title" />
      <span class="bone" />
      <span class="bone" />
      <span class="bone bone-short" />
    </div>
  );
}
