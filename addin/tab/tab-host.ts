/** The Microsoft 365 app around the tab, or the browser alone. */
export type TabHost = {
  kind: 'browser' | 'teams';
  locale: string;
  /** Whose tab it is, where the host tells: a mail address. */
  userAddress?: string | undefined;
  /** The lead a deep link asks for. */
  leadId?: string | undefined;
  theme?: TabTheme | undefined;
  onTheme?(follow: (theme: TabTheme) => void): void;
  /** Takes the host's loading indicator away. */
  ready?(): void;
  failed?(reason: string): void;
  /** Offers a link to a lead in the host's own way. */
  shareLead?(leadId: string, label: string): void;
  /** The host's back button; `back` says whether there was anything to go back from. */
  onBack?(back: () => boolean): void;
  /** A token of the host's single sign-on for our API. */
  token?(): Promise<string>;
  /** Whether the host lends its own sign-in (nested app authentication). */
  nestsSignIn?: boolean;
};
export type TabTheme = 'light' | 'dark' | 'contrast';

/** Finds out who shows the tab. A page within no other is in a browser; so is one whose frame says nothing. */
export async function connectHost(): Promise<TabHost> {
  if (window.parent === window) return browserHost();
  const { teamsHost } = await import('./teams-host.ts');
  return teamsHost().catch(browserHost);
}

/** Colours follow the host; without one the style sheet follows the browser. */
export function followTheme({ theme, onTheme }: TabHost): void {
  const show = (next: TabTheme | undefined) => {
    if (next) document.documentElement.dataset.theme = next;
    dispatchEvent(new Event(THEME_CHANGED));
  };
  show(theme);
  onTheme?.(show);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => show(undefined));
}

/** Told to the window when what is drawn on a canvas has to be drawn anew. */
export const THEME_CHANGED = 'themechanged';

export function themeNow(): 'light' | 'dark' {
  const { theme } = document.documentElement.dataset;
  if (theme) return theme === 'light' ? 'light' : 'dark';
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

function browserHost(): TabHost {
  return { kind: 'browser', locale: navigator.language };
}
