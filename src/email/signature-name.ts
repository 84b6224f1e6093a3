import { isClosing } from './closings.ts';
import { companyScore } from './company-name.ts';
import { countryCode } from './country.ts';
import { GIVEN_NAMES } from './given-names.ts';
import { hasLegalForm } from './legal-forms.ts';
import { isRobot } from './mail-domain.ts';
import type { MailLine } from './mail-line.ts';
import { isRule, noiseOf } from './mail-noise.ts';
import { NEWS_SENDERS } from './not-lead-words.ts';
import { looksLikeName, nameTokens } from './person-name.ts';
import { fold, plainLine, words } from './plain-value.ts';
import { isAddress } from './postal-address.ts';
import { isTitleWord } from './title-words.ts';
import { unspacedName } from './unspaced-name.ts';

/** A full name as it stands in a signature. */
export type SignedName = { text: string; line: number };

const ROLES = new Set(
  'info sales contact contacts team support office service services einkauf verkauf vertrieb compras ventas achats ventes kontakt contato contacto admin administration marketing purchasing procurement orders order buchhaltung accounts accounting inkoop verkoop zakupy sprzedaz biuro acquisti vendite ufficio amministrazione commerciale kundenservice customer help hello hola news newsletter shop store webmaster website faktura fakturor rechnung rechnungen facture factures fattura fatture factura facturas invoice invoices lasku szamla konsultation zentrale financeiro finance finanzas finanzbuchhaltung comercial commercial cobranca billing secretaria secretariat sekretariat direccion direction redaktion presse press hr jobs karriere careers produktion produccion producao technik tecnico technical it edv system systems mailer daemon calendar kalender kancelar sklep eshop tienda boutique werkstatt uudet asiakaspalvelu kundtjanst kundeservice klantenservice helpdesk subsystem delivery redaktion reception empfang anfrage bestellung logistik logistics warehouse lager magazzino kontor nakup obchod satinalma satis myynti ostot innkjop indkob inkop foro forum lista list'.split(
    ' ',
  ),
);

/** Whether a display name is a person's and not a company's, a department's or a piece of an address. */
export function isPersonal(shown: string, address: string, domain: string | undefined): boolean {
  // Some write themselves in small letters.
  const display = shown.replace(/(^|\s)\p{Ll}(?=\p{Ll}+(?:\s|$))/gu, (letter) => letter.toUpperCase());
  const text = plainLine(display);
  if (
    !text ||
    isRobot(address) ||
    /[@=\\]|:\/\//.test(display) ||
    !looksLikeName(text.replace(/\([^)]{0,60}\)/g, ' ').replace(/,/g, ' '))
  )
    return false;
  const all = words(text.replace(/\([^)]{0,60}\)/g, ' '));
  if (all.length === 0 || all.some((word) => ROLES.has(word)) || hasLegalForm(text)) return false;
  if (unspacedName(text, undefined)) return !isTitleWord(text);
  const given = all.some((word) => GIVEN_NAMES.has(word));
  const signsWith = fold(address.split('@')[0] ?? '');
  const own = all.some((word) => word.length > 2 && signsWith.includes(word));
  if (!given && NEWS_SENDERS.test(address)) return false;
  if (!given && companyScore(text, domain) >= (own ? 0.95 : 0.55)) return false;
  if (!given && all.some(isTitleWord) && all.length > 1) return false;
  // One word alone is a nickname when the address or habit says so, otherwise a department.
  return all.length > 1 || given || own;
}

/**
 * The author's name as they sign with it. `known`: words of the name from the header, folded, which the signature
 * may write out in full or in the other order; without them the first line that can only be a name counts.
 */
export function signedName(
  lines: readonly MailLine[],
  known: readonly string[],
  { domain, address }: { domain: string | undefined; address: string },
): SignedName | undefined {
  for (const [i, line] of lines.entries()) {
    const head = candidate(line.text);
    if (!head) continue;
    const all = words(nameTokens(head).tokens.join(' '));
    if (known.length > 0) {
      if (
        (known.some((word) => word.length > 1 && all.includes(word)) || known.join('') === all.join('')) &&
        all.length >= known.length &&
        all.length <= 5
      ) {
        if (companyScore(head, domain) < 0.55 || all.length === known.length) return { text: head, line: i + 1 };
      }
      continue;
    }
    if (isLonelyName(head, all, domain, address)) return { text: head, line: i + 1 };
  }
  return undefined;
}

function candidate(raw: string): string | undefined {
  const text = plainLine(raw)
    .replace(/^\s*(?:i\.\s?[AV]\.|ppa\.?|p\.p\.)\s+/i, '')
    .replace(/^[-–—~*]\s?/, '');
  if (!text || isRule(text) || noiseOf(text) || (isClosing(text) && words(text).length < 2)) return undefined;
  const head = (text.split(/\s{2,}|\s?[|·•(（]\s?|\s[–—-]\s|,\s/)[0] ?? '').trim();
  // "Thx Tyrell": a farewell in the same line; Japanese puts the department there.
  const tokens = head.split(/\s+/);
  while (tokens.length > 1 && isClosing(tokens[0] ?? '')) tokens.shift();
  const han = /\p{Script=Han}/u.test(head);
  const bare = tokens.filter((token) => !han || !isTitleWord(token)).join(' ');
  return looksLikeName(bare) ? bare : undefined;
}

function isLonelyName(head: string, all: readonly string[], domain: string | undefined, address: string): boolean {
  if (all.length < 2 && !GIVEN_NAMES.has(all[0] ?? '')) return false;
  if (all.some((word) => ROLES.has(word)) || isClosing(head) || isAddress(head) || countryCode(head)) return false;
  const local = (address.split('@')[0] ?? '').split(/[._-]/);
  const given = all.some(
    (word) => GIVEN_NAMES.has(word) || (all.length > 1 && local.length > 1 && local.includes(word)),
  );
  if (companyScore(head, domain) >= (given ? 0.85 : 0.5)) return false;
  return given || (all.length >= 2 && !head.split(/\s+/).some(isTitleWord));
}

/** A name at the end of the last sentence: "Thanks in advance, Sylvie Bonnet". */
export function inlineName(lines: readonly MailLine[]): string | undefined {
  const last = lines.findLast((line) => line.text.trim() && !noiseOf(line.text))?.text.trim() ?? '';
  const at = Math.max(last.lastIndexOf(','), last.lastIndexOf('!'), last.lastIndexOf('.', last.length - 2));
  if (at < 0) return undefined;
  const tail = last
    .slice(at + 1)
    .trim()
    .replace(/[.]$/, '');
  const before = last.slice(0, at).split(/[.!?]/).at(-1) ?? '';
  return looksLikeName(tail) && words(tail).length <= 3 && isClosing(before) && GIVEN_NAMES.has(words(tail)[0] ?? '')
    ? tail
    : undefined;
}
