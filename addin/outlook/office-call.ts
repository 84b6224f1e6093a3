/// <reference types="office-js" />

/** Outlook refused something, did not answer, or is not there at all. `said` is its own reason, in its reader's language. */
export class MailboxProblem extends Error {
  override readonly name = 'MailboxProblem';
  readonly why: 'refused' | 'silent' | 'no-office' | 'outside';
  readonly said: string | undefined;

  constructor(why: MailboxProblem['why'], message: string, said?: string) {
    super(said ? `${message}: ${said}` : message);
    this.why = why;
    this.said = said;
  }
}

const patienceMs = 10_000;
// Outlook on the web and on phones takes three calls at once and drops the rest.
const mostAtOnce = 3;

let running = 0;
const waiting: (() => void)[] = [];

type Ask<Value> = (done: (result: Office.AsyncResult<Value>) => void) => void;

/**
 * Asks Outlook something, at most three things at once.
 * @throws MailboxProblem when it refuses, or is silent for ten seconds
 */
export async function officeCall<Value>(purpose: string, ask: Ask<Value>): Promise<Value> {
  if (running >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await inTime(purpose, answerOf(purpose, ask));
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

/** @throws MailboxProblem when Outlook is silent for ten seconds */
export async function inTime<Value>(purpose: string, answer: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new MailboxProblem('silent', `Outlook did not answer when asked to ${purpose}`)),
      patienceMs,
    );
  });
  try {
    return await Promise.race([answer, silence]);
  } finally {
    clearTimeout(timer);
  }
}

/** Whether this Outlook knows a requirement set of mailbox methods, such as '1.8'. */
export function knowsMailbox(version: string): boolean {
  return Office.context.requirements.isSetSupported('Mailbox', version);
}

function answerOf<Value>(purpose: string, ask: Ask<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    ask((result) => {
      if (result.status === Office.AsyncResultStatus.Succeeded) resolve(result.value);
      else reject(new MailboxProblem('refused', `Outlook could not ${purpose}`, result.error?.message));
    });
  });
}
