import { ApiProblem, NetworkProblem } from '../shared/api.ts';
import { SignedOut } from '../shared/signed-out.ts';
import { sayStatus } from '../shared/status-words.ts';
import { TooMuchChosen } from './mail-files.ts';
import { MailboxProblem } from './office-call.ts';
import { words } from './pane-words.ts';

/** What went wrong, as the user reads it. */
export type Trouble = { title: string; detail?: string | undefined; reference?: string | undefined };

export function isSignedOut(error: unknown): boolean {
  return error instanceof SignedOut || (error instanceof ApiProblem && error.status === 401);
}

export function troubleOf(error: unknown): Trouble {
  // A token that is refused was good once.
  if (isSignedOut(error))
    return { title: error instanceof SignedOut && !error.expired ? words.signedOut : words.expired };
  if (error instanceof ApiProblem) return { title: sayStatus(error.status, words), reference: error.instance };
  if (error instanceof NetworkProblem) return networkTrouble(error);
  if (error instanceof TooMuchChosen) return { title: words.tooMuchChosen };
  if (error instanceof MailboxProblem) return { title: words.unreadable, detail: whyUnreadable(error) };
  return { title: words.notShown, detail: error instanceof Error ? error.message : String(error) };
}

/** What Outlook itself said is in the reader's language already. */
function whyUnreadable({ why, said }: MailboxProblem): string | undefined {
  return (
    said ??
    { refused: undefined, silent: words.silent, 'no-office': words.noOffice, outside: words.outsideOutlook }[why]
  );
}

function networkTrouble({ timedOut }: NetworkProblem): Trouble {
  if (timedOut) return { title: words.notInTime };
  if (!navigator.onLine) return { title: words.offline };
  return { title: words.notReached, detail: words.checkConnection };
}
