import { ApiProblem, NetworkProblem } from '../shared/api.ts';
import { SignedOut } from '../shared/signed-out.ts';
import { sayStatus } from '../shared/status-words.ts';
import { Refusal } from './api-client.ts';
import { t, w } from './tab-words.ts';

/** What went wrong, as the user reads it. */
export type Trouble = { title: string; detail?: string | undefined; reference?: string | undefined };

export function troubleOf(error: unknown): Trouble {
  if (error instanceof Refusal) return refusalTrouble(error);
  if (error instanceof ApiProblem) return { title: sayStatus(error.status, t), reference: error.instance };
  if (error instanceof NetworkProblem) {
    if (error.timedOut) return { title: t.notInTime };
    return navigator.onLine ? { title: t.notReached, detail: t.checkConnection } : { title: t.offline };
  }
  if (error instanceof SignedOut) return { title: error.expired ? t.expired : t.signedOut };
  return { title: t.wentWrong, detail: error instanceof Error ? error.message : String(error) };
}

/** The reason in the reader's language, with the fields it is about. */
function refusalTrouble({ code, fields, status, reference }: Refusal): Trouble {
  const labels = w.fields as Record<string, string>;
  const named = fields.map((field) => labels[field] ?? field).join(', ');
  const known = (w.problem as Record<string, string>)[code];
  if (known) return { title: known, detail: named || undefined };
  return { title: sayStatus(status, t), reference };
}
