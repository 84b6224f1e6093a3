import { CURRENCIES } from '../leads/money.ts';
import type { MailDraft } from '../leads/provenance.ts';
import { formField } from './form-labels.ts';
import { hasLegalForm } from './legal-forms.ts';
import { HAN } from './person-name.ts';
import { fold } from './plain-value.ts';
import { splitName } from './split-name.ts';
import { typedLabels } from './typed-labels.ts';

// Japanese is written up to an address without a space.
const NO_ADDRESS = '\\s,;<>()[\\]:、，；：\\u3040-\\u30ff\\u3400-\\u9fff';
const ADDRESS = new RegExp(`[^${NO_ADDRESS}]+@[^${NO_ADDRESS}]+\\.[^${NO_ADDRESS}]+`);
const SITE = /(?:https?:\/\/|www\.)[^\s,;<>()、，；]+/i;
const PHONE = /(?:\+|\(\+?|\b00?)?\d[\d ().\-/]{5,24}\d/;
const DATE = /(?<![\d./-])(?:(?:19|20)\d\d([./-])\d{1,2}\1\d{1,2}|\d{1,2}([./-])\d{1,2}\2(?:19|20)\d\d)(?![/-]?\d)/g;
const AMOUNT = /(\p{Sc}|\b[A-Z]{3}) ?\d[\d .]{0,20}|(?<!\d)\d[\d .]{0,20}(\p{Sc}|[A-Z]{3}\b)/gu;
// What stands before a company and before what somebody wants, folded; the six languages of the words.
const COMPANY = /^(?:from|at|of|with|von(?:\s+de[rm])?|bei|aus|chez|societe|empresa|de la empresa|da empresa)\s+/;
const TOPIC =
  /^(?:about|re:?|regarding|topic:?|wants|needs|because of|wegen|zum thema|thema:?|betreff:?|mochte|a propos de|au sujet de|sujet:?|sobre|acerca de|asunto:?|assunto:?)\s+/;
const INNER =
  /\s+(?=(?:from|at|von(?!\s+de[rnm]\s)|bei|chez|about|regarding|re|wegen|wants|needs|sobre|acerca de|à propos de|au sujet de)\s)/i;

// "von der" belongs to names of people, unless a company follows.
const OF_THE = /\s+(?=von\s+de[rm]\s(?!.*\svon\s))/i;

// A space parts the name from '株式会社サンプル' and from 'サンプル株式会社'.
const BESIDE_JAPANESE_FORM = /\s+(?=[^\s]*(?:株式会社|有限会社|合同会社))|(?<=[^\s](?:株式会社|有限会社|合同会社))\s+/u;
const JAPANESE = /[\u3040-\u30ff]|株式会社|有限会社|合同会社/;

/**
 * A lead as somebody types or pastes it: 'Jane Doe, Contoso, jane@contoso.com, +1 425 555 0100', each on a line of its own,
 * or 'Jane Doe from Contoso about mixers'. First what stands behind a label; mail, phone and website wherever they stand;
 * then the name, the company, the topic.
 */
export function typedLead(said: string): MailDraft {
  const { labelled: draft, name, rest: unlabelled } = typedLabels(said);
  if (draft.email) draft.email = ADDRESS.exec(draft.email)?.[0] ?? draft.email;
  let rest = unlabelled;
  const take = (field: 'email' | 'website' | 'businessPhone', pattern: RegExp, among = rest) => {
    const { 0: found = '', index = 0 } = (!draft[field] && pattern.exec(among)) || {};
    if (!found) return;
    draft[field] = found.replace(/[.)]+$/, '').trim();
    rest = `${rest.slice(0, index)} ${rest.slice(index + found.length)}`;
  };
  take('email', ADDRESS);
  take('website', SITE);
  take('businessPhone', PHONE, withoutDatesAndAmounts(rest));
  const names: string[] = [];
  for (const part of partsOf(rest).filter((part) => !isLabel(part))) {
    const before = fold(part);
    const topic = TOPIC.exec(before)?.[0];
    const company = COMPANY.exec(before)?.[0];
    if (topic && !draft.topic) draft.topic = part.slice(topic.length).trim();
    else if (company && !draft.companyName) draft.companyName = part.slice(company.length).trim();
    else names.push(part);
  }
  const person = name ?? (draft.lastName ? undefined : takePerson(names));
  if (person) Object.assign(draft, personOf(person, draft.email ?? '', JAPANESE.test(said) ? 'ja' : undefined));
  if (!draft.companyName && names.length) draft.companyName = names.shift() ?? '';
  if (names.length) draft.topic = [...(draft.topic ? [draft.topic] : []), ...names].join(', ');
  return draft;
}

/** The same length of text, in which no number is a date or an amount of money. */
function withoutDatesAndAmounts(text: string): string {
  const blank = (found: string) => '_'.repeat(found.length);
  return text
    .replace(DATE, blank)
    .replace(AMOUNT, (found, before?: string, behind?: string) =>
      /^[A-Z]/.test(before ?? behind ?? '') && !CURRENCIES.has(before ?? behind ?? '') ? found : blank(found),
    );
}

function partsOf(text: string): string[] {
  return text
    .split(/[,;|\n、，；]|\s[–-]\s|[()（）]/)
    .flatMap((part) => part.split(BESIDE_JAPANESE_FORM))
    .flatMap((part) => part.split(INNER))
    .flatMap((part) => (hasLegalForm(part) ? part.split(OF_THE) : part))
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
}

/** 'Tel.' and 'E:', whose number or address is taken already. */
function isLabel(part: string): boolean {
  return /[:：]$/.test(part) || ['phone', 'mobile', 'email', 'website'].includes(formField(part) ?? '');
}

/** The first is the person, unless it is a company: in Japan it is named before those who work there. */
function takePerson(names: string[]): string | undefined {
  const [first, second] = names;
  if (first && !hasLegalForm(first)) return names.shift();
  return second?.split(' ').every((word) => HAN.test(word)) && !hasLegalForm(second)
    ? names.splice(1, 1)[0]
    : undefined;
}

/** As somebody types it, one word is the name people are called by at work: the last. */
function personOf(text: string, address: string, language: string | undefined): MailDraft {
  const { first, last } = splitName(text, address, language);
  if (first && last) return { firstName: first, lastName: last };
  return { lastName: last ?? first ?? text };
}
