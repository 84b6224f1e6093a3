import type { EmailParty } from '../leads/email-message.ts';
import type { MailLine } from './mail-line.ts';
import { type QuoteHeader, quoteHeaderAt } from './quote-header.ts';

/** An earlier message that a mail carries along. */
export type EarlierMessage = {
  kind: QuoteHeader['kind'];
  from: EmailParty;
  subject: string | undefined;
  lines: MailLine[];
};

/** A mail taken apart: what was written now, and what was written before, newest first. */
export type Thread = { newest: MailLine[]; earlier: EarlierMessage[] };

// A thread can quote itself a thousand times; the lead is never that far down.
const MOST_EARLIER = 12;

/** Parts the newest message from those it quotes or passes on. */
export function splitThread(lines: readonly MailLine[]): Thread {
  const seams = findSeams(lines);
  const first = seams[0];
  const newest = lines.slice(0, first?.start ?? lines.length).filter((line) => line.quote === 0);
  if (first?.kind === 'attribution') newest.push(...answersBelow(lines, first, seams[1]));
  const earlier = seams.slice(0, MOST_EARLIER).map((seam, i) => ({
    kind: seam.kind,
    from: seam.from ?? { name: '', address: '' },
    subject: seam.subject,
    lines: messageAfter(lines, seam, seams[i + 1]?.start ?? lines.length),
  }));
  return { newest, earlier };
}

function findSeams(lines: readonly MailLine[]): QuoteHeader[] {
  const seams: QuoteHeader[] = [];
  for (let at = 0; at < lines.length && seams.length <= MOST_EARLIER; at++) {
    const seam = quoteHeaderAt(lines, at);
    if (!seam) continue;
    seams.push(seam);
    at = seam.end - 1;
  }
  return seams;
}

/** People also answer below or between the lines they quote. */
function answersBelow(lines: readonly MailLine[], seam: QuoteHeader, next: QuoteHeader | undefined): MailLine[] {
  const rest = lines.slice(seam.end, lines.length);
  if (!rest.some((line) => line.quote > 0)) return [];
  const until = next && lines[next.start]?.quote === 0 ? next.start - seam.end : rest.length;
  const gap: MailLine = { text: '', quote: 0, links: [] };
  return [gap, ...rest.slice(0, until).filter((line) => line.quote === 0)];
}

/** The earlier message itself: the lines at its own depth, without what it quotes in turn. */
function messageAfter(lines: readonly MailLine[], seam: QuoteHeader, end: number): MailLine[] {
  const body = lines.slice(seam.end, end);
  const depth = body.find((line) => line.text.trim())?.quote ?? 0;
  return body.filter((line) => line.quote === depth || (!line.text.trim() && line.quote >= depth));
}
