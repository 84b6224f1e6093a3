/** What may have the focus when a part of it that had it is gone. */
const PLACES = '[tabindex="-1"], dialog';

/**
 * Whoever pressed something that is gone or off by now goes on where it stood, not at the top of the page. The table
 * sees to its cells itself.
 */
export function keepFocus(page: HTMLElement): void {
  let focused: HTMLElement | undefined;
  let places: HTMLElement[] = [];
  page.addEventListener('focusin', ({ target }) => {
    focused = target instanceof HTMLElement && !target.closest('[role=grid]') ? target : undefined;
    places = [];
    for (let at = focused?.parentElement?.closest<HTMLElement>(PLACES); at; at = at.parentElement?.closest(PLACES)) {
      places.push(at);
    }
  });
  page.addEventListener('focusout', () => {
    // What is gone or off has not been left.
    setTimeout(() => {
      if (focused?.isConnected && !isOff(focused) && isNowhere()) focused = undefined;
    });
  });
  const restore = () => {
    if (!focused || !isNowhere() || (focused.isConnected && isOff(focused))) return;
    const place = focused.isConnected ? focused : places.find((each) => each.isConnected);
    const first = place instanceof HTMLDialogElement ? place.querySelector<HTMLElement>('button:enabled') : place;
    first?.focus({ preventScroll: true });
  };
  new MutationObserver(restore).observe(page, { childList: true, subtree: true, attributeFilter: ['disabled'] });
}

function isNowhere(): boolean {
  return document.activeElement === document.body || document.activeElement === null;
}

function isOff(element: HTMLElement): boolean {
  return element.matches(':disabled');
}
