/** Keys that mean something in the table; all others are the browser's own, as are menus and other windows. */
const KEYS = /^(Arrow\w+|Home|End|Page\w+|Enter|Escape| |\/|n)$/;
const KEYS_WITH_CONTROL = /^(Arrow\w+|Home|End|a)$/;

/**
 * Keeps clicks and keys that come before anything can follow them. Answers what has them come again one by one, each once
 * what the one before it changed is drawn, and ends the keeping: what comes meanwhile waits for its turn, too.
 */
export function keepWhatIsDone(within: HTMLElement): () => Promise<void> {
  const done: (MouseEvent | KeyboardEvent)[] = [];
  const keep = (event: MouseEvent | KeyboardEvent) => {
    // One that comes again is a script's.
    if (!event.isTrusted || !isOfTable(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    done.push(event);
  };
  within.addEventListener('click', keep, { capture: true });
  within.addEventListener('keydown', keep, { capture: true });
  return async () => {
    // The arrows go on from where the focus is.
    document.activeElement?.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
    for (let event = done.shift(); event; event = done.shift()) {
      await new Promise((drawn) => setTimeout(drawn));
      again(event);
    }
    within.removeEventListener('click', keep, { capture: true });
    within.removeEventListener('keydown', keep, { capture: true });
  };
}

function isOfTable(event: MouseEvent | KeyboardEvent): boolean {
  const withControl = event.ctrlKey || event.metaKey;
  if (!(event instanceof KeyboardEvent)) return !withControl && !event.altKey;
  return !event.altKey && (withControl ? KEYS_WITH_CONTROL : KEYS).test(event.key);
}

function again(event: MouseEvent | KeyboardEvent): void {
  if (!(event instanceof KeyboardEvent)) {
    event.target?.dispatchEvent(new MouseEvent(event.type, event));
    return;
  }
  const { activeElement } = document;
  const isFollowed = !activeElement?.dispatchEvent(new KeyboardEvent(event.type, event));
  if (isFollowed || !(activeElement instanceof HTMLElement)) return;
  // What a browser does with a key of somebody's own, it does not with one of a script.
  const clicks = new Map([
    ['Enter', 'a, button'],
    [' ', 'input, button'],
  ]).get(event.key);
  if (clicks && activeElement.matches(clicks)) activeElement.click();
}
