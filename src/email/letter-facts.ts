import { bodyPhone } from './body-phone.ts';
import { companyScore, companySpelledIn } from './company-name.ts';
import { contactFacts } from './contact-facts.ts';
import { countryName } from './country.ts';
import type { MailContext } from './draft-lead.ts';
import { type Facts, mergeFacts } from './fact.ts';
import { formAddress, formFacts } from './form-facts.ts';
import { languageOf } from './language.ts';
import { hasLegalForm } from './legal-forms.ts';
import type { Letter } from './letter.ts';
import { companyDomain, homeOf, isListAddress, isRobot } from './mail-domain.ts';
import { nameFacts } from './name-facts.ts';
import { phonesIn } from './phone-numbers.ts';
import { ANYWHERE, phoneRegions } from './phone-regions.ts';
import { fold, plainLine, plainLines, words } from './plain-value.ts';
import { roleFacts } from './role-facts.ts';
import { splitSignature } from './signature.ts';
import { isPersonal } from './signature-name.ts';
import { topicFromBody, topicOf } from './topic.ts';

/** Everything a letter tells about its author, and what they wrote without quote and signature. */
export function letterFacts(letter: Letter, context: MailContext): { facts: Facts; body: string } {
  const language = languageOf(letter.whole) ?? languageOf(letter.subject);
  const read = letter.form ? formLetter(letter.form, language, context) : personalLetter(letter, language, context);
  const subject = topicOf(letter.subject);
  const spoken = topicFromBody(read.body);
  const topic: Facts = subject
    ? { topic: { value: subject, source: { from: 'subject' }, sure: 0.9 } }
    : spoken
      ? { topic: { value: spoken, source: { from: 'body' }, sure: 0.5 } }
      : {};
  return { facts: mergeFacts(read.facts, topic, guessedCountry(read.facts)), body: read.body };
}

function formLetter(form: NonNullable<Letter['form']>, language: string | undefined, context: MailContext) {
  const facts = formFacts(form, language, context);
  const address = formAddress(form.entries, context);
  const site = address ? siteOf(address, context) : {};
  return { facts: mergeFacts(facts, site), body: facts.description?.value ?? '' };
}

function personalLetter(letter: Letter, language: string | undefined, context: MailContext) {
  const address = letter.author.address.trim().toLowerCase();
  const domain =
    isListAddress(address) || (letter.isList && isRobot(address)) ? undefined : companyDomain(address, context);
  const display = withoutFirm(listedName(letter.author.name, letter.isList, address, domain), domain);
  const personal = isPersonal(display, address, domain) && !isFirm(display, letter.lines);
  const known = personal ? words(plainLine(display).replace(/\([^)]{0,60}\)/g, ' ')) : [];
  const after = letter.signedBelow ? letter.lines.indexOf(letter.signedBelow) : -1;
  const { body, signature } = splitSignature(letter.lines, known, domain, after + 1);
  const name = nameFacts(
    { display: personal ? display : '', address, domain, language, via: letter.via },
    signature,
    body,
  );
  const regions = phoneRegions(language, [homeOf(address)]);
  const text = plainLines(body.map((line) => line.text).join('\n'));
  const contact = contactFacts(signature, { name: name.words, domain, language, regions, context });
  const facts = mergeFacts(
    name.facts,
    emailFact(letter, address),
    roleFacts(signature, name.words, domain),
    personal ? {} : headerCompany(letter, display, domain),
    contact,
    contact.businessPhone || contact.mobilePhone ? {} : bodyPhone(body, regions),
    domain ? spelledCompany(letter.whole, domain) : {},
    domain ? siteOf(address, context) : {},
    text ? { description: { value: text, source: { from: 'body' }, sure: 0.9 } } : {},
  );
  return { facts, body: text };
}

/** Lists write "Forum (Anna Berg)" in the place of the author; people write their town or pronouns in brackets. */
function listedName(name: string, isList: boolean, address: string, domain: string | undefined): string {
  const [, before = '', inBrackets = ''] = /^([^()]{0,200})\(([^()]{3,60})\)\s*$/.exec(name) ?? [];
  const named = / /.test(inBrackets.trim()) && words(inBrackets).length <= 4 && !/,/.test(name);
  if (!named || /^\s*via\s/i.test(inBrackets) || isRobot(address)) return name;
  return isList || !isPersonal(before.trim(), address, domain) ? inBrackets : name;
}

/** "Jane Doe | Fabrikam", "Fabrikam - Jane Doe", "Jane Doe (Fabrikam Inc)", "Jane from Fabrikam": what is not the firm that the domain spells. */
function withoutFirm(name: string, domain: string | undefined): string {
  const parts = name.split(/\s(?:[|–—-]|from)\s|\s?[()]\s?/).filter(Boolean);
  const people = parts.filter((part) => companyScore(part, domain) < 0.6);
  return people.length === 1 ? (people[0] ?? name) : name;
}

/** A display name that the signature writes with a legal form behind it is the firm's. */
function isFirm(display: string, lines: Letter['lines']): boolean {
  const name = fold(display).trim();
  return (
    name.length > 4 &&
    lines
      .slice(-30)
      .some(
        ({ text }) =>
          text.length < 90 &&
          fold(text).includes(name) &&
          hasLegalForm(text) &&
          !/,|\|| - /.test(text.slice(0, name.length + 2)),
      )
  );
}

function headerCompany(letter: Letter, display: string, domain: string | undefined): Facts {
  if (companyScore(display, domain) < 0.6 || isRobot(letter.address) || /\svia\s/i.test(display)) return {};
  return { companyName: { value: display, source: { from: letter.via }, sure: 0.7 } };
}

function emailFact(letter: Letter, address: string): Facts {
  if (!address || isListAddress(address) || (isRobot(address) && !/^news/.test(address))) return {};
  return { email: { value: address, source: { from: letter.via }, sure: 0.98 } };
}

function spelledCompany(text: string, domain: string): Facts {
  const value = companySpelledIn(text, domain);
  return value ? { companyName: { value, source: { from: 'body' }, sure: 0.6 } } : {};
}

function siteOf(address: string, context: MailContext): Facts {
  const domain = companyDomain(address, context);
  return domain && !isRobot(address)
    ? { website: { value: domain, source: { from: 'domain', domain }, sure: 0.5 } }
    : {};
}

/** A number with a country code tells where its owner is, unless an address says otherwise. */
function guessedCountry(facts: Facts): Facts {
  const phone = facts.businessPhone ?? facts.mobilePhone;
  const code = phone && phonesIn(phone.value, ANYWHERE)[0]?.country;
  return code ? { country: { value: countryName(code), source: { from: 'phone-number' }, sure: 0.6 } } : {};
}
