import { shorten } from '../leads/text.ts';
import { isAbsencePrefix } from './auto-reply.ts';
import { fold, plainLine } from './plain-value.ts';
import { FORWARD_PREFIXES, REPLY_PREFIXES } from './quote-words.ts';

const LONGEST_TOPIC = 300;
const SECURITY_TAG =
  /^\[\s?(?:external|extern|externe|externo|ext|esterno|spam\??|suspected spam|caution|secure|verschl[uü]sselt|外部|kulso|zewn[eę]trzny|ekstern|ulkoinen|extern[ií]|d[iı][sş])\s?\]|^(?:external|extern)\s?:/i;
const TICKET_TAG = /^\[[^\]]{0,20}#\s?\d[\w-]{0,20}\]|^\(?(?:ticket|case|ref)\s?#?:?\s?\d{3,12}\)?[:\s-]/i;
// Mailing lists put their name before the subject; forms put the name of the site there, with spaces and capitals.
const LIST_TAG = /^\[[\p{Ll}\d][\p{Ll}\d._-]{1,40}\]/u;
const NOTHING =
  /^(?:\(?(?:no subject|kein betreff|sans objet|aucun objet|pas d objet|sin asunto|sem assunto|nessun oggetto|senza oggetto|geen onderwerp|brak tematu|bez tematu|bez predmetu|zadny predmet|intet emne|ingen emne|inget amne|ei aihetta|konu yok|konusuz|件名なし|無題|ללא נושא|אין נושא|无主题|без темы|untitled|none|n a)\)?|[^\p{L}\p{N}]*)$/iu;

/** The subject without what programs put before it, or undefined when it says nothing. */
export function topicOf(subject: string): string | undefined {
  let rest = plainLine(subject.slice(0, 2000));
  for (let round = 0; round < 12; round++) {
    const next = withoutPrefix(rest);
    if (next === rest) break;
    rest = plainLine(next);
  }
  const folded = fold(rest)
    .replace(/['’]/g, ' ')
    .replace(/[^\p{L}\p{N}() ]/gu, ' ')
    .trim();
  if (NOTHING.test(folded.replace(/[()]/g, '').trim())) return undefined;
  return shorten(rest, LONGEST_TOPIC);
}

/** Whether the subject says that the mail was passed on. */
export function saysForwarded(subject: string): boolean {
  return FORWARD_PREFIXES.has(prefixOf(plainLine(subject.slice(0, 300)).replace(SECURITY_TAG, '').trim()) ?? '');
}

/** Whether the subject says that the mail is an answer. */
export function saysReply(subject: string): boolean {
  return REPLY_PREFIXES.has(prefixOf(plainLine(subject.slice(0, 300)).replace(SECURITY_TAG, '').trim()) ?? '');
}

function prefixOf(subject: string): string | undefined {
  const found = /^([\p{L} ]{1,16}?)\s?(?:\[\d{1,3}\]|\(\d{1,3}\)|\d{0,2})\s?[:：]/u.exec(subject)?.[1];
  return found === undefined ? undefined : fold(found).trim();
}

function withoutPrefix(subject: string): string {
  const prefix = prefixOf(subject);
  if (prefix !== undefined && (FORWARD_PREFIXES.has(prefix) || REPLY_PREFIXES.has(prefix)))
    return subject.slice(subject.search(/[:：]/) + 1);
  for (const tag of [SECURITY_TAG, TICKET_TAG, LIST_TAG]) if (tag.test(subject)) return subject.replace(tag, '');
  return isAbsencePrefix(subject) ?? subject;
}

const GREETING_ONLY = /^[^.!?,]{1,40}[,!:、，]?$/;

/** The first sentence that says something, for a mail whose subject does not. */
export function topicFromBody(body: string): string | undefined {
  const lines = body.split('\n').filter((line) => line.trim());
  const prose = lines.find((line, i) => !(i === 0 && lines.length > 1 && GREETING_ONLY.test(line.trim())));
  const sentence = prose?.slice(0, 600).match(/^[^\n]{12,}?[.!?。？！](?=\s|$)|^[^\n]+/u)?.[0];
  if (!sentence || sentence.trim().length < 8) return undefined;
  return shorten(plainLine(sentence).replace(/[.。]$/, ''), 100);
}
