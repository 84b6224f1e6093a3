import type { EmailParty } from '../leads/email-message.ts';
import type { MailLine } from './mail-line.ts';
import { fold, plainLine } from './plain-value.ts';
import { FORWARD_INTROS, HEADER_LABELS, type HeaderLabel, ORIGINAL_INTROS, WROTE } from './quote-words.ts';

/** The seam between a message and an earlier one. The earlier message begins at `end`. */
export type QuoteHeader = {
  kind: 'forward' | 'original' | 'attribution';
  start: number;
  end: number;
  from?: EmailParty;
  subject?: string;
};

const LABEL = /^[*_\s]{0,4}([^:：*_<>]{1,30}?)[*_\s]{0,4}[:：][*_]{0,2}\s{0,9}(.*)$/u;
const ADDRESS = /[^\s<>"'(),;:[\]]{1,64}@[^\s<>"'(),;:[\]]{1,190}/u;
const TIME = /\d{1,2}[:.h]\d{2}|\d{4}|\d{1,2}[./-]\d{1,2}/;

/** The seam that begins at a line, if one does. */
export function quoteHeaderAt(lines: readonly MailLine[], start: number): QuoteHeader | undefined {
  const line = lines[start];
  if (!line?.text.trim()) return undefined;
  const intro = introOf(line.text);
  if (intro) {
    const header = headerBlock(lines, nextFilled(lines, start + 1), intro === 'forward' ? 1 : 2);
    return { kind: intro, ...(header ?? { end: start + 1 }), start };
  }
  const block = headerBlock(lines, start, 3);
  if (block) return { kind: 'original', ...block, start };
  return attribution(lines, start);
}

function introOf(text: string): 'forward' | 'original' | undefined {
  if (text.length > 120) return undefined;
  const dashed = /^\s*[-_=*>]{2,}/.test(text) || /[:：]\s*$/.test(text);
  if (!dashed) return undefined;
  const words = fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (FORWARD_INTROS.some((intro) => words.startsWith(intro) || (words.endsWith(intro) && words.length < 60)))
    return 'forward';
  return ORIGINAL_INTROS.some((intro) => words.startsWith(intro)) ? 'original' : undefined;
}

function headerBlock(lines: readonly MailLine[], start: number, needed: number) {
  const found = new Map<HeaderLabel, string>();
  let at = start;
  let end = start;
  for (let gaps = 0; at < lines.length && at < start + 20 && gaps < 3; at++) {
    const text = lines[at]?.text ?? '';
    if (!text.trim()) {
      gaps++;
      continue;
    }
    const [label, value] = labelled(text);
    if (!label) {
      // A long list of recipients runs on; a name may stand under its label.
      if (gaps === 0 && at > start && (ADDRESS.test(text) || end === at)) {
        const [last] = [...found].at(-1) ?? [];
        if (last && !found.get(last)) {
          found.set(last, text);
          end = at + 1;
        } else if (!ADDRESS.test(text)) break;
        continue;
      }
      break;
    }
    if (at === start && label !== 'from' && needed > 2) return undefined;
    if (label === 'from' && found.has('from')) break;
    gaps = 0;
    if (!found.has(label)) found.set(label, value);
    end = at + 1;
  }
  const from = found.get('from');
  if (from === undefined || !(found.size >= needed || isShortHeader(found, lines, start, end))) return undefined;
  const subject = found.get('subject');
  return { end, from: parseParty(from), ...(subject === undefined ? {} : { subject }) };
}

/** Some programs quote sender and time only, below an answer and above an empty line. */
function isShortHeader(
  found: ReadonlyMap<HeaderLabel, string>,
  lines: readonly MailLine[],
  start: number,
  end: number,
) {
  const told = ADDRESS.test(found.get('from') ?? '') && TIME.test(found.get('date') ?? '');
  return told && start > 0 && !lines[end]?.text.trim();
}

function labelled(text: string): [HeaderLabel | undefined, string] {
  const [, name, value] = LABEL.exec(text.slice(0, 1000)) ?? [];
  if (name === undefined) return [undefined, ''];
  const folded = fold(name).trim();
  for (const label of Object.keys(HEADER_LABELS) as HeaderLabel[])
    if (HEADER_LABELS[label].has(folded)) return [label, value ?? ''];
  return [undefined, ''];
}

/** "On 3 May 2026 at 10:15, Anna Berg <anna@berg.example> wrote:", also broken into several lines or between dashes. */
function attribution(lines: readonly MailLine[], start: number): QuoteHeader | undefined {
  let joined = '';
  for (let at = start; at < Math.min(start + 3, lines.length); at++) {
    const text = lines[at]?.text.trim() ?? '';
    if (!text || joined.length + text.length > 400) return undefined;
    joined = joined ? `${joined} ${text}` : text;
    if (!/[:：]$|-{3}$/.test(text)) continue;
    const folded = ` ${fold(joined)}`;
    const wrote = WROTE.some((word) => folded.includes(` ${word}`) || (/[^a-z]/.test(word) && folded.includes(word)));
    const dated = TIME.test(joined);
    const address = ADDRESS.exec(joined)?.[0];
    const quoteFollows = (lines[nextFilled(lines, at + 1)]?.quote ?? 0) > (lines[start]?.quote ?? 0);
    if ((wrote && (dated || address || quoteFollows)) || (address && dated && quoteFollows)) {
      return { kind: 'attribution', start, end: at + 1, from: { name: '', address: address ?? '' } };
    }
    return undefined;
  }
  return undefined;
}

function nextFilled(lines: readonly MailLine[], from: number): number {
  let at = from;
  while (at < lines.length && at < from + 4 && !lines[at]?.text.trim()) at++;
  return at;
}

/** A person as a header line names them: `Anna Berg <anna@berg.example>`, `[mailto:…]` and their relatives. */
function parseParty(text: string): EmailParty {
  const value = text.slice(0, 600);
  const address = (ADDRESS.exec(value.replace(/mailto:/gi, ''))?.[0] ?? '').replace(/[.>\]]+$/, '');
  const name = plainLine(
    value
      .replace(/mailto:/gi, '')
      .replace(address, '')
      .replace(/[<>[\]"*]/g, ' ')
      .replace(/\(\s*\)/g, ' '),
  );
  return { name: name.replace(/[;,]$/, '').trim(), address };
}
