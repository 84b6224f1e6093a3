import type { MailReading } from '../email/draft-lead.ts';
import { isOwnAddress } from '../email/mail-domain.ts';
import type { Desk } from '../leads/desk.ts';
import { type EmailMessage, messageKey, stampKey } from '../leads/email-message.ts';
import type { Matches } from '../leads/match.ts';
import { companyDomain } from '../leads/match-keys.ts';
import { mailContext } from './read-mail.ts';

/**
 * Everything a mail may be about: by itself, its conversation, its sender, recipients and whoever else was found in it,
 * and their company. Our own people are nobody's leads.
 */
export function findMatches(desk: Desk, mail: EmailMessage, { draft }: MailReading): Promise<Matches> {
  const context = mailContext(desk, mail);
  const everybody = [draft.email ?? '', mail.from.address, ...[...mail.to, ...mail.cc].map(({ address }) => address)];
  const addresses = [...new Set(everybody.map((address) => address.trim().toLowerCase()))].filter(
    (address) => address.includes('@') && !isOwnAddress(address, context),
  );
  const domains = addresses.flatMap((address) => companyDomain(address, desk.freeMailDomains) ?? []);
  const { conversationId = null } = mail;
  return desk.store.matches({
    messageKeys: mail.stamp ? [messageKey(mail), stampKey(mail.stamp)] : [messageKey(mail)],
    conversationId,
    addresses,
    domains: [...new Set(domains)],
  });
}
