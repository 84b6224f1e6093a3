import { getDomain } from 'tldts';
import { FREE_MAIL_DOMAINS } from '../leads/free-mail-domains.ts';
import { countryCode, countryName } from './country.ts';
import type { MailContext } from './draft-lead.ts';

/** The domain of an address, lower case; `''` when there is none. */
function domainOf(address: string): string {
  return address
    .slice(address.lastIndexOf('@') + 1)
    .trim()
    .toLowerCase();
}

/** The part of a host that somebody registered: `mail.firm.co.uk` → `firm.co.uk`. */
export function registeredDomain(host: string): string {
  const domain = getDomain(host) ?? host;
  // Every tenant of Microsoft 365 begins with a name in here.
  return domain === 'onmicrosoft.com' ? host : domain;
}

export function isOwnAddress(address: string, context: MailContext): boolean {
  if (context.mailboxOwner && address.trim().toLowerCase() === context.mailboxOwner.trim().toLowerCase()) return true;
  return isOwnHost(domainOf(address), context);
}

export function isOwnHost(host: string, context: MailContext): boolean {
  return ownDomains(context).some((own) => host === own || host.endsWith(`.${own}`));
}

/** What an administrator named, and the domain of the mailbox, whose colleagues share it. */
function ownDomains(context: MailContext): readonly string[] {
  const { ownDomains, mailboxOwner = '' } = context;
  const host = domainOf(mailboxOwner);
  return !host || isProviders(host, context) ? ownDomains : [...ownDomains, registeredDomain(host)];
}

/** Whether the domain is that of a provider of mailboxes, which says nothing about its owner's company. */
export function isFreeMail(domain: string, context: MailContext): boolean {
  return FREE_MAIL_DOMAINS.has(domain) || context.freeMailDomains.includes(domain);
}

/** The domain when it is the domain of a company. */
export function companyDomain(address: string, context: MailContext): string | undefined {
  if (!address.includes('@')) return undefined;
  const domain = domainOf(address);
  return isProviders(domain, context) || isOwnHost(domain, context) ? undefined : registeredDomain(domain);
}

function isProviders(host: string, context: MailContext): boolean {
  return isFreeMail(host, context) || isFreeMail(registeredDomain(host), context);
}

// Endings of countries that anybody takes for their sound.
const ANYBODYS = ['CO', 'IO', 'AI', 'ME', 'TV', 'EU', 'FM', 'LY', 'CC'];

/** The country whose ending an address has, a provider's of private mailboxes too. */
export function homeOf(address: string): string | undefined {
  const ending = domainOf(address).split('.').at(-1)?.toUpperCase() ?? '';
  if (ending === 'UK') return 'GB';
  return /^[A-Z]{2}$/.test(ending) && !ANYBODYS.includes(ending) && countryCode(countryName(ending))
    ? ending
    : undefined;
}

const ROBOT =
  /^(?:no-?_?\.?reply|do-?not-?reply|donotreply|ne-?pas-?repondre|nicht-?antworten|keine-?antwort|no-?responder|nao-?responda|non-?rispondere|noreply.*|no-reply.*|.*[-_.]no-?reply|mailer-daemon|postmaster|bounces?|notifications?|notify|mailer|robot|daemon|automat|wordpress|forms?|formular|formulario|formulaire|modulo|webform|website|web|www-data|apache|system|leads|alerts?|calendar-notification|invites?)$/i;
const LIST = /(?:^|[-_.])(?:lists?|listas?|listen|liste|lista|groups?|forum|foro|discuss|announce|members)(?:[-_.]|$)/i;

/** Whether an address belongs to a program rather than a person. */
export function isRobot(address: string): boolean {
  return ROBOT.test((address.split('@')[0] ?? '').replace(/\+.*$/, ''));
}

/** Whether an address is that of a mailing list. */
export function isListAddress(address: string): boolean {
  const [local = '', host = ''] = address.toLowerCase().split('@');
  return (
    /^(?:lists?|listas?|listen|liste|groups|googlegroups|lists\d|ml|mailman)\./.test(host) ||
    /\.groups\.io$/.test(host) ||
    (LIST.test(local) && /-/.test(local))
  );
}
