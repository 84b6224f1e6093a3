import { isClosing } from './closings.ts';
import { type FormField, formField } from './form-labels.ts';
import type { MailLine } from './mail-line.ts';
import { isRule } from './mail-noise.ts';
import { plainLine, plainLines } from './plain-value.ts';

/** A field of a contact form as the notification mail shows it. */
export type FormEntry = { field: FormField; label: string; value: string };

/** A web form that a mail reports, what stands above it, and the empty line below its first fields. */
export type ContactForm = { entries: FormEntry[]; above: string; gap: MailLine | undefined };

type Open = FormEntry & { cells: boolean; sameLine: boolean; nextCell?: boolean };

const PAIR = /^[\s*•·\-–■◆●▼]{0,6}([^:：=→\t]{1,60}?)\**\s{0,3}(?:[:：]|\s=\s|\s?→|\t|\s{2,}[:：]?)\**\s{0,40}(.*)$/u;
const BRACKETED = /^\s{0,4}(?:【([^】]{1,40})】|\[([^\]]{1,40})\]|<b>)\s{0,4}(.*)$/u;
const END =
  /^\s*(?:--\s*$|this (?:e-?mail|message) was sent|submitted (?:on|at|from|via) |eingereicht (?:am|über) |(?:soumis|envoyé) (?:le|depuis) |enviado (?:el|desde|em|de) |送信元|sent from (?:your|the)|if you (?:think|believe)|to (?:edit|reply|view)|diese (?:e-?mail|nachricht) wurde|ce(?:t e-?mail| message) (?:a|provient)|este (?:mensaje|correo|e-?mail)|questo messaggio|deze e-?mail|dit bericht|ta wiadomo|detta (?:mail|meddelande)|denne (?:mail|e-?post|besked)|tämä viesti|tento e-?mail|bu (?:e-?posta|mesaj)|このメールは|הודעה זו|reply directly|view (?:this )?(?:lead|submission|in)|ver (?:perfil|lead|en)|powered by|manage |unsubscribe|report (?:as )?spam|mark as spam|time:|ip:)/iu;
const NEEDED: ReadonlySet<FormField> = new Set([
  'name',
  'firstName',
  'lastName',
  'email',
  'phone',
  'mobile',
  'company',
  'message',
  'subject',
  'title',
  'country',
  'address',
  'street',
  'city',
]);

/** The web form that a mail reports, or undefined when the mail is no such report. */
export function readContactForm(lines: readonly MailLine[]): ContactForm | undefined {
  const entries: FormEntry[] = [];
  let start = 0;
  let open: Open | undefined;
  let loose = '';
  for (const [i, line] of lines.entries()) {
    const text = line.text.trim();
    if (open && line.begins && endsWithCell(open, line.begins)) open = undefined;
    if (!text) {
      if (open?.value && open.field !== 'message' && open.field !== 'address') open = undefined;
      loose = '';
      continue;
    }
    if (open && END.test(text) && !text.startsWith(open.label)) open = undefined;
    if (isRule(text)) {
      open = undefined;
      continue;
    }
    const started = startField(text, line, lines, i, open);
    if (started && !repeats(started, line)) {
      if (entries.length === 0) start = i;
      open = started;
      entries.push(open);
    } else if (open && !endsMessage(open, text)) {
      open.value = open.value ? `${open.value}\n${text}` : text;
    } else {
      open = undefined;
      loose = text;
    }
  }
  if (!isForm(entries)) return undefined;
  return {
    entries: entries.map((entry) => ({ ...entry, value: entry.value.trim() })),
    above: plainLines(
      lines
        .slice(0, start)
        .map(({ text }) => text)
        .join('\n'),
    ),
    gap: lines.slice(start).find(({ text }) => !text.trim()),
  };

  /** Within a message, a label that the form has given before is the customer's own word. */
  function repeats({ field }: Open, line: MailLine): boolean {
    const inMessage = open?.field === 'message' && open.value !== '' && !line.begins;
    return inMessage && field !== 'ignored' && entries.some((entry) => entry.field === field && entry.value !== '');
  }

  function endsMessage(field: Open, text: string): boolean {
    if (field.field === 'message') return isClosing(text);
    if (field.cells) return false;
    const pair = /^(\p{Lu}[^:：.!?,]{1,50})[:：]\s\S/u.test(text) && text.length < 90;
    return (field.sameLine && pair) || (loose === '' && pair && previousBlank(lines, text));
  }
}

/** A value ends with its cell; a row that had a cell for the value, but an empty one, ends the field as well. */
function endsWithCell(open: Open, begins: 'row' | 'cell'): boolean {
  if (open.value !== '') return true;
  if (begins === 'row') return open.nextCell === true;
  open.nextCell = true;
  return false;
}

function startField(
  text: string,
  line: MailLine,
  lines: readonly MailLine[],
  at: number,
  open: Open | undefined,
): Open | undefined {
  const inMessage = open?.field === 'message' && open.value !== '';
  const bracket = BRACKETED.exec(text);
  const bracketLabel = bracket?.[1] ?? bracket?.[2];
  if (bracketLabel !== undefined && formField(bracketLabel))
    return opened(bracketLabel, (bracket?.[3] ?? '').replace(/^[:：]\s?/, ''), false);
  const whole = formField(text.replace(/[:：]$/, ''));
  if (whole && (line.begins || /[:：*]$/.test(text) || !inMessage) && standsAlone(lines, at))
    return opened(text, '', inCells(lines, at));
  const [, label = '', value = ''] = PAIR.exec(text.slice(0, 2000)) ?? [];
  const field = label && formField(label);
  // Inside a message only a real label with its colon may end it.
  if (field && (!inMessage || /[:：]/.test(text.slice(0, label.length + 6))))
    return opened(label, value || text.slice(text.length), false);
  return undefined;
}

function opened(label: string, value: string, cells: boolean): Open {
  const name = plainLine(label.replace(/[:：*]+\s*$/, ''));
  return {
    field: formField(label) ?? 'ignored',
    label: name.slice(0, 60),
    value: value.trim(),
    cells,
    sameLine: value.trim() !== '',
  };
}

function inCells(lines: readonly MailLine[], at: number): boolean {
  return lines[at]?.begins !== undefined || lines[at - 1]?.begins !== undefined;
}

/** A label without a colon counts when the value follows in the next line or cell. */
function standsAlone(lines: readonly MailLine[], at: number): boolean {
  return lines.slice(at + 1, at + 5).some((line) => line.text.trim() !== '') || /[:：]$/.test(lines[at]?.text ?? '');
}

function previousBlank(lines: readonly MailLine[], text: string): boolean {
  const at = lines.findIndex((line) => line.text.trim() === text);
  return at > 0 && !lines[at - 1]?.text.trim();
}

function isForm(entries: readonly FormEntry[]): boolean {
  const fields = new Set(
    entries
      .filter((entry) => NEEDED.has(entry.field) && (entry.value || entry.field === 'phone'))
      .map((entry) => entry.field),
  );
  const named = fields.has('name') || fields.has('firstName') || fields.has('lastName');
  // "From: Jane Doe <jane@…>" holds both.
  if (entries.some(({ field, value }) => field === 'name' && value.includes('@'))) fields.add('email');
  const reach = fields.has('email') || fields.has('phone') || fields.has('mobile');
  return fields.size >= 3 && reach && (named || fields.has('message')) && (fields.has('message') || named);
}
