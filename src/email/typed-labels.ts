import type { DraftField, MailDraft } from '../leads/provenance.ts';
import { type FormField, formField } from './form-labels.ts';

type Entry = { field: FormField; label: string; value: string };

const SEPARATORS = /[,;|、，；]/;
const LABELLED = /^([^:：]{1,60})[:：](.+)$/u;
/** What goes on behind a comma. */
const GOES_ON: ReadonlySet<FormField> = new Set(['subject', 'message', 'address', 'street', 'ignored']);

const FIELDS: Partial<Record<FormField, DraftField>> = {
  firstName: 'firstName',
  lastName: 'lastName',
  company: 'companyName',
  title: 'jobTitle',
  email: 'email',
  phone: 'businessPhone',
  mobile: 'mobilePhone',
  website: 'website',
  street: 'street',
  city: 'city',
  state: 'stateOrProvince',
  postalCode: 'postalCode',
  country: 'country',
  subject: 'topic',
};

/**
 * What stands behind the labels people know from forms ('Name: Jane Doe', 'Firma: Contoso'), with the whole name apart,
 * and the text without it. What the form has no field for is kept in the description.
 */
export function typedLabels(said: string): { labelled: MailDraft; name: string | undefined; rest: string } {
  const entries: Entry[] = [];
  const lines = said.split('\n').map((line) => withoutLabelled(line, entries));
  const labelled: MailDraft = {};
  let name: string | undefined;
  const description: string[] = [];
  for (const { field, label, value } of entries) {
    const to = FIELDS[field];
    if (field === 'name' && name === undefined) name = value;
    else if (to && !labelled[to]) labelled[to] = value;
    else description.push(field === 'message' ? value : `${label}: ${value}`);
  }
  if (description.length) labelled.description = description.join('\n');
  // 'Nom' beside 'Prénom' is the last name, 'Nombre' alone the whole one.
  const { firstName, lastName, ...others } = labelled;
  if (firstName && !lastName) {
    if (name === undefined) return { labelled: others, name: firstName, rest: lines.join('\n') };
    return { labelled: { ...others, firstName, lastName: name }, name: undefined, rest: lines.join('\n') };
  }
  return { labelled, name, rest: entries.length ? lines.join('\n') : said };
}

/** A line without its labelled parts, which are added to the entries. */
function withoutLabelled(line: string, entries: Entry[]): string {
  let last: Entry | undefined;
  const left: string[] = [];
  for (const part of line.split(SEPARATORS)) {
    const [, label = '', value = ''] = LABELLED.exec(part)?.map((text) => text.trim()) ?? [];
    const field = formField(label);
    if (field && /[\p{L}\p{N}]/u.test(value)) {
      last = { field, label, value };
      entries.push(last);
    } else if (last && GOES_ON.has(last.field)) last.value = `${last.value}, ${part.trim()}`;
    else left.push(part);
  }
  return left.join(',');
}
