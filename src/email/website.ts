import { parse } from 'tldts';
import type { MailContext } from './draft-lead.ts';
import { isFreeMail, isOwnHost, registeredDomain } from './mail-domain.ts';
import type { MailLine } from './mail-line.ts';

const ADDRESS =
  /(?:https?:\/\/)?(?:[\p{L}\d](?:[\p{L}\d-]{0,61}[\p{L}\d])?\.){1,5}\p{L}{2,24}(?::\d{2,5})?(?:\/[^\s<>"'|()[\],;]{0,150})?/giu;
// Sites where a company is a guest: profiles, calendars, maps, shorteners, forms.
const GUESTS =
  /(?:^|\.)(?:linkedin|facebook|instagram|twitter|avast|avg|x|youtube|youtu|xing|tiktok|threads|pinterest|whatsapp|wa|telegram|t|calendly|calendar|cal|meet|zoom|teams|bookings|outlook|office|microsoft|google|goo|maps|bit|aka|lnkd|skype|github|trustpilot|kununu|typeform|jotform|hubspot|mailchimp|doodle|viber|line|bsky|mastodon|note|safelinks)\.[a-z.]{2,12}$/i;
const GUEST_LABELS =
  /^(?:www\.)?(?:linkedin|facebook|instagram|twitter|youtube|xing|tiktok|calendly|calendar|bookings|maps|meet|zoom)\./i;

/** The address of a web site in a line, when it can be the site of the author's organisation. */
export function websiteIn(line: MailLine, domain: string | undefined, context: MailContext): string | undefined {
  const text = line.text.slice(0, 500);
  for (const match of text.matchAll(ADDRESS)) {
    const before = text[match.index - 1] ?? ' ';
    const behind = text[match.index + match[0].length] ?? ' ';
    if (/[@\p{L}\d.\-_/]/u.test(before) || behind === '@') continue;
    const value = match[0].replace(/[.,]+$/, '');
    if (isSite(value, domain, context) && (/^https?:|^www\./i.test(value) || isDomainName(value, domain))) return value;
  }
  for (const link of line.links) {
    const bare = link.replace(/[?#].*$/, '');
    if (domain && registeredDomain(hostOf(bare)) === domain && isSite(bare, domain, context)) return bare;
  }
  return undefined;
}

function isSite(value: string, domain: string | undefined, context: MailContext): boolean {
  const host = hostOf(value);
  if (!host.includes('.') || value.length > 200 || isOwnHost(host, context)) return false;
  if (GUESTS.test(host) && registeredDomain(host) !== domain) return false;
  if (GUEST_LABELS.test(host)) return false;
  return !isFreeMail(registeredDomain(host), context) && !/\.(?:png|jpe?g|gif|svg|pdf|docx?|xlsx?)$/i.test(value);
}

/** A bare "firm.com" counts, "Sp.zoo" does not: the ending has to exist, or the mail has to come from there. */
function isDomainName(value: string, domain: string | undefined): boolean {
  const host = hostOf(value);
  const { isIcann, domain: registered } = parse(host);
  // .example is set apart for documentation (RFC 2606); samples and demonstrations are full of it.
  return registered !== null && (isIcann === true || host.endsWith('.example') || registered === domain);
}

function hostOf(value: string): string {
  return (/^(?:[a-z]{2,8}:\/\/)?([^/?#:\s]{1,253})/i.exec(value)?.[1] ?? '').toLowerCase();
}
