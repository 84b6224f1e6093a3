/** A request that was sent before the tab was there to send it, and for whom. */
type AskedEarly = { path: string; token: string; answer: Promise<Response> };

declare global {
  interface Window {
    /** Null once somebody asked: what comes later would be an answer of before. */
    leadDeskAsked?: AskedEarly | null;
    /** Ends the first sight, where one was drawn: clicks and keys it could not follow come again. */
    leadDeskTakeOver?: () => Promise<void>;
  }
}

/** The first page is as long as a screen, so that it is there sooner. */
const FIRST_PAGE = 50;
/** How long the lead service may take to answer. */
export const patienceMs = 15_000;
/** What takes no longer seems to be there at once. */
const MOMENT_MS = 100;

/** What the lead service is asked for the first page of a table. */
export function pathOfTable(query: Record<string, string>): string {
  return `/leads?${new URLSearchParams(query)}&limit=${FIRST_PAGE}`;
}

/** The answer on its way, for the same question of the same person and for the first that asks; nothing when it failed. */
export async function answerAsked(path: string, token: string): Promise<Response | undefined> {
  const asked = window.leadDeskAsked;
  window.leadDeskAsked = null;
  if (asked?.path !== path || asked.token !== token) return undefined;
  return asked.answer.catch(() => undefined);
}

/** Resolves when a moment is over. */
export function moment(): Promise<void> {
  return new Promise((over) => setTimeout(over, MOMENT_MS));
}
