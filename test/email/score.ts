// Scores draftLead on labelled mails: npx tsx test/email/score.ts [--verbose] [--set dev|own|all] [--id 001]
import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { draftLead, type MailContext } from '../../src/email/draft-lead.ts';
import { type EmailMessage, emailMessage } from '../../src/leads/email-message.ts';
import { FIELDS, type GoldField, invisible, isEmpty, phoneOf, sameValue, tokenF1 } from './same-value.ts';

type Party = { name: string; address: string };
export type GoldMail = {
  id: string;
  kind: string;
  locale: string;
  from: Party;
  to: Party[];
  subject: string;
  html?: string;
  text?: string;
  dateISO: string;
  internetMessageId?: string;
  phoneEither?: string;
  expected: Record<GoldField, string | null> & { bodyWithoutQuoteAndSignature: string; isLead: boolean };
  accept?: Partial<Record<GoldField, (string | null)[]>>;
};
type Counts = { right: number; wrong: number; spurious: number; missed: number };
type Problem = { id: string; kind: string; field: string; want: unknown; got: unknown };
export type Score = {
  mails: number;
  fields: Record<GoldField, Counts>;
  micro: { precision: number; recall: number };
  exact: number;
  bodyRight: number;
  leadAccuracy: number;
  unsafe: number;
  kinds: Record<string, { mails: number; exact: number }>;
  problems: Problem[];
};

const GOLD = new URL('./gold/', import.meta.url);
const MARKUP = /<\s*\/?\s*(?:script|iframe|img|svg|a|b|div|span|style|object)\b|javascript:/i;

export function goldContext(): MailContext {
  return JSON.parse(readFileSync(new URL('context.json', GOLD), 'utf8'));
}

/** The labelled mails: `dev` are the shared ones, `own` those written for this project. */
export function goldMails(set: 'dev' | 'own' | 'all'): GoldMail[] {
  const wanted = (name: string) =>
    /^(?:own-)?[\w-]+\.json$/.test(name) &&
    name !== 'context.json' &&
    (set === 'all' || name.startsWith('own-') === (set === 'own'));
  return readdirSync(GOLD)
    .filter(wanted)
    .sort()
    .flatMap((name) => JSON.parse(readFileSync(new URL(name, GOLD), 'utf8')) as GoldMail | GoldMail[]);
}

export function asMessage(mail: GoldMail): EmailMessage {
  const { from, to, subject, html, text, dateISO, internetMessageId } = mail;
  return emailMessage.parse({ from, to, subject, html, text, sentAt: dateISO, internetMessageId });
}

export function scoreMails(mails: readonly GoldMail[], context: MailContext): Score {
  const none = (): Counts => ({ right: 0, wrong: 0, spurious: 0, missed: 0 });
  const fields = Object.fromEntries(FIELDS.map(([name]) => [name, none()])) as Record<GoldField, Counts>;
  const score: Score = {
    mails: mails.length,
    fields,
    micro: { precision: 1, recall: 1 },
    exact: 0,
    bodyRight: 0,
    leadAccuracy: 0,
    unsafe: 0,
    kinds: {},
    problems: [],
  };
  for (const mail of mails) scoreMail(mail, context, score);
  const sum = (count: keyof Counts) => FIELDS.reduce((total, [name]) => total + fields[name][count], 0);
  const right = sum('right');
  score.micro = {
    precision: right / (right + sum('wrong') + sum('spurious')),
    recall: right / (right + sum('wrong') + sum('missed')),
  };
  for (const part of ['exact', 'bodyRight', 'leadAccuracy'] as const) score[part] /= mails.length;
  return score;
}

function scoreMail(mail: GoldMail, context: MailContext, score: Score): void {
  const { isLead, draft } = draftLead(asMessage(mail), context);
  const region = mail.locale.split('-')[1] ?? 'US';
  const problem = (field: string, want: unknown, got: unknown) =>
    score.problems.push({ id: mail.id, kind: mail.kind, field, want, got });
  score.kinds[mail.kind] ??= { mails: 0, exact: 0 };
  const kind = score.kinds[mail.kind] as { mails: number; exact: number };
  kind.mails++;
  let exact = true;
  const either = mail.phoneEither;
  const eitherHit =
    either !== undefined &&
    [draft.businessPhone, draft.mobilePhone].some(
      (value) => !isEmpty(value) && sameValue('telephone1', value ?? '', either, region),
    );
  for (const [field, ours] of FIELDS) {
    const want = mail.expected[field];
    const accept = mail.accept?.[field] ?? [];
    let got = isEmpty(draft[ours]) ? null : (draft[ours] ?? null);
    if (
      eitherHit &&
      (field === 'telephone1' || field === 'mobilephone') &&
      (got === null || sameValue(field, got, either, region))
    )
      got = field === (mail.expected.telephone1 ? 'telephone1' : 'mobilephone') ? either : null;
    const hit =
      got !== null && [want, ...accept].some((value) => value !== null && sameValue(field, got ?? '', value, region));
    const counts = score.fields[field];
    let good = true;
    if (want === null && got !== null && !hit) {
      counts.spurious++;
      good = false;
    } else if (want !== null && got === null && !accept.includes(null)) {
      counts.missed++;
      good = false;
    } else if (want !== null && got !== null && hit) counts.right++;
    else if (want !== null && got !== null) {
      counts.wrong++;
      good = false;
    }
    if (got !== null && isUnsafe(field, got)) {
      score.unsafe++;
      problem(field, '(a safe value)', got);
    }
    if (!good) problem(field, want, got);
    if (
      field === 'telephone1' &&
      want?.includes(';ext=') &&
      got &&
      phoneOf(want, region).ext !== phoneOf(got, region).ext
    )
      problem('extension', want, got);
    exact &&= good;
  }
  if (exact) {
    score.exact++;
    kind.exact++;
  }
  const f1 = tokenF1(draft.description ?? '', mail.expected.bodyWithoutQuoteAndSignature);
  if (f1 >= 0.85) score.bodyRight++;
  else problem('body', mail.expected.bodyWithoutQuoteAndSignature, `F1 ${f1.toFixed(2)} ${draft.description ?? ''}`);
  if (isLead === mail.expected.isLead) score.leadAccuracy++;
  else problem('isLead', mail.expected.isLead, isLead);
}

function isUnsafe(field: GoldField, value: string): boolean {
  const phone = field === 'telephone1' || field === 'mobilephone';
  return invisible.test(value) || MARKUP.test(value) || (!phone && /^[=+\-@\t\r]/.test(value)) || value.length > 300;
}

function print(score: Score, verbose: boolean): void {
  const cell = (value: number) => value.toFixed(3).padStart(8);
  const out = (line: string) => process.stdout.write(`${line}\n`);
  out(`${score.mails} mails\nfield                 prec.   recall  right wrong spurious missed`);
  for (const [name, { right, wrong, spurious, missed }] of Object.entries(score.fields)) {
    const [p, r] = [right / (right + wrong + spurious || 1), right / (right + wrong + missed || 1)];
    out(
      `${name.padEnd(18)}${cell(p)}${cell(r)}${[right, wrong, spurious, missed].map((count) => String(count).padStart(6)).join('')}`,
    );
  }
  out(
    `micro             ${cell(score.micro.precision)}${cell(score.micro.recall)}   body ${cell(score.bodyRight)}   is lead ${cell(score.leadAccuracy)}   unsafe ${score.unsafe}`,
  );
  for (const [name, { mails, exact }] of Object.entries(score.kinds))
    out(`${name.padEnd(18)}${String(mails).padStart(4)} mails, exact ${exact}`);
  out(`all fields right on ${(score.exact * 100).toFixed(1)} %`);
  if (verbose)
    for (const { id, kind, field, want, got } of score.problems)
      out(`${id} ${kind.padEnd(15)} ${field.padEnd(16)} want ${JSON.stringify(want)} got ${JSON.stringify(got)}`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const option = (name: string) => process.argv[process.argv.indexOf(name) + 1];
  const set = process.argv.includes('--set') ? (option('--set') as 'dev' | 'own' | 'all') : 'all';
  const id = process.argv.includes('--id') ? option('--id') : undefined;
  const mails = goldMails(set).filter((mail) => id === undefined || mail.id === id);
  print(scoreMails(mails, goldContext()), process.argv.includes('--verbose'));
}
