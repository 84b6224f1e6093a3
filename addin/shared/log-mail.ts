import type { EmailMessage } from '../../src/leads/email-message.ts';

/** `later`: not reached, not signed in or too busy. `refused`: never, and why. */
export type LogAnswer = { outcome: 'logged' | 'later' } | { outcome: 'refused'; reason: string };

const patienceMs = 15_000;
// A request that outlives its page may carry 64 KB of UTF-8; one that asks to with more is refused unsent.
const mostOutlivingBytes = 60_000;
const mostBytesPerUnit = 3;

/** How long a text is in UTF-8; at most so long where classic Outlook cannot tell. */
function bytesOf(text: string): number {
  return typeof TextEncoder === 'undefined' ? text.length * mostBytesPerUnit : new TextEncoder().encode(text).length;
}

/** Logs a sent mail. Never throws. */
export async function logMail(
  origin: string,
  token: string,
  mail: { email: EmailMessage; leadId?: string | undefined },
): Promise<LogAnswer> {
  const body = JSON.stringify(mail);
  try {
    const response = await fetch(`${origin}/api/emails/log`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body,
      keepalive: bytesOf(body) < mostOutlivingBytes,
      ...(typeof AbortSignal !== 'undefined' && AbortSignal.timeout ? { signal: AbortSignal.timeout(patienceMs) } : {}),
    });
    if (response.ok) return { outcome: 'logged' };
    if (response.status >= 500 || [401, 408, 429].indexOf(response.status) >= 0) return { outcome: 'later' };
    const problem: unknown = await response.json().catch(() => undefined);
    return { outcome: 'refused', reason: titleOf(problem) ?? `${response.status}` };
  } catch {
    return { outcome: 'later' };
  }
}

function titleOf(problem: unknown): string | undefined {
  if (typeof problem !== 'object' || problem === null || !('title' in problem)) return undefined;
  return String(problem.title);
}
