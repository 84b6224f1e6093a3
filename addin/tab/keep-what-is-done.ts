/** Keys that mean something in the table; all others are the browser's own, as are menus and other windows. */
const KEYS = /^(Arrow\w+|Home|End|Page\w+|Enter|Escape| |\/|n)$/;
const KEYS_WITH_CONTROL = /^(Arrow\w+|Home|End|a)$/;

/**
 * Keeps clicks and keys that come before anything can follow them. Answers what ends that, and has them come again one by
 * one, each once what the one before it changed is drawn.
 */
export function keepWhatIsDone(within: HTMLElement): () => Promise<void> {
  const done: (MouseEvent | KeyboardEvent)[] = [];
  const keep = (event: MouseEvent | KeyboardEvent) => {
    if (!isOfTable(event)) return;
    event.preventDefault();
    done.push(event);
  };
  within.addEventListener('click', keep);
  within.addEventListener('keydown', keep);
  return async () => {
    within.removeEventListener('click', keep);
    within.removeEventListener('keydown', keep);
    // The arrows go on from where the focus is.
    document.activeElement?.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
    for (const event of done) {
      await new Promise((drawn) => setTimeout(drawn));
      again(event);
    }
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
