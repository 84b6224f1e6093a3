import type { MailReading } from '../email/draft-lead.ts';
import type { Desk } from '../leads/desk.ts';
import { type EmailMessage, messageKey } from '../leads/email-message.ts';
import type { Matches } from '../leads/match.ts';
import { companyDomain } from '../leads/match-keys.ts';

/**
 * Everything a mail may be about: by itself, its conversation, its sender, recipients and whoever else was found in it,
 * and their company. Our own people are nobody's leads.
 */
export function findMatches(desk: Desk, mail: EmailMessage, { draft }: MailReading): Promise<Matches> {
  const own = ownDomains(desk, mail);
  const everybody = [draft.email ?? '', mail.from.address, ...[...mail.to, ...mail.cc].map(({ address }) => address)];
  const addresses = [...new Set(everybody.map((address) => address.trim().toLowerCase()))].filter((address) => {
    const domain = address.split('@').at(-1) ?? '';
    const ours = own.some((known) => domain === known || domain.endsWith(`.${known}`));
    return address.includes('@') && address !== mail.mailbox?.toLowerCase() && !ours;
  });
  const domains = addresses
    .map(companyDomain)
    .filter((domain): domain is string => domain !== undefined && !desk.freeMailDomains.includes(domain));
  const { conversationId = null } = mail;
  return desk.store.matches({
    messageKey: messageKey(mail),
    conversationId,
    addresses,
    domains: [...new Set(domains)],
  });
}

/** Those of the organisation, and that of the mailbox the mail lies in unless anybody can have one there. */
function ownDomains({ ownDomains: known, freeMailDomains }: Desk, { mailbox }: EmailMessage): string[] {
  const domain = companyDomain(mailbox);
  return domain && !freeMailDomains.includes(domain) ? [...known, domain] : [...known];
}
