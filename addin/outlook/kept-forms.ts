/** A form somebody began to fill in: the card it stands on, refused or not, and what differs from how it was drawn. */
export type KeptForm = { card: object; values: Record<string, string>; isRefused?: boolean; at: number };

/** How keys begin that the next panel does not know again: what is kept under them goes with this one. */
export const ofThisPanel = 'panel/';

const mostForms = 20;
const keptForMs = 7 * 24 * 60 * 60 * 1000;

/**
 * Half-typed forms, one per mail, so that a reload or a look at another mail loses nothing. They stay in this browser,
 * apart for every user, and go after a week.
 */
export class KeptForms {
  private readonly name: string;
  private readonly storage: Storage | undefined;
  private readonly unstored: Record<string, KeptForm> = {};

  constructor(user: string, storage = localStorageIfAllowed()) {
    this.name = `lead-desk.forms.${user.toLowerCase()}`;
    this.storage = storage;
  }

  of(mailKey: string): KeptForm | undefined {
    if (mailKey.startsWith(ofThisPanel)) return this.unstored[mailKey];
    return this.read()[mailKey];
  }

  keep(mailKey: string, form: KeptForm): void {
    if (mailKey.startsWith(ofThisPanel)) {
      this.unstored[mailKey] = form;
      return;
    }
    const forms = Object.entries({ ...this.read(), [mailKey]: form });
    forms.sort(([, one], [, other]) => other.at - one.at);
    this.write(Object.fromEntries(forms.slice(0, mostForms)));
  }

  drop(mailKey: string): void {
    delete this.unstored[mailKey];
    const { [mailKey]: dropped, ...others } = this.read();
    if (dropped) this.write(others);
  }

  private read(): Record<string, KeptForm> {
    try {
      const forms: Record<string, KeptForm> = JSON.parse(this.storage?.getItem(this.name) ?? '{}');
      const oldest = Date.now() - keptForMs;
      return Object.fromEntries(Object.entries(forms).filter(([, { at }]) => at > oldest));
    } catch {
      return {}; // Somebody else wrote there; typing goes on all the same.
    }
  }

  private write(forms: Record<string, KeptForm>): void {
    try {
      this.storage?.setItem(this.name, JSON.stringify(forms));
    } catch {
      // Full or forbidden: the form on the screen still holds what was typed.
    }
  }
}

/** Browsers may forbid it to a page within another. */
export function localStorageIfAllowed(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
