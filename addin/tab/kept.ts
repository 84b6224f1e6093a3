/**
 * What somebody began and has not sent, by a name: it lives as long as the window, so that a reload or a look at another
 * lead loses nothing. Undefined where there is none, or something else.
 */
export function kept(name: string): object | undefined {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(name) ?? 'null');
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined; // Somebody else wrote there, or the browser forbids it to a page within another.
  }
}

/** Keeps it under that name; without a value, no more. */
export function keep(name: string, value: object | undefined): void {
  try {
    if (value) sessionStorage.setItem(name, JSON.stringify(value));
    else sessionStorage.removeItem(name);
  } catch {
    // Full or forbidden: the form on the screen still holds what was typed.
  }
}
