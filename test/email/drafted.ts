import { draftLead, type MailContext, type MailReading } from '../../src/email/draft-lead.ts';
import { type EmailMessage, emailMessage } from '../../src/leads/email-message.ts';

const OURS: MailContext = { ownDomains: ['contoso.example'], freeMailDomains: [] };

/** What a mail to Contoso tells: `drafted('Jane Doe <jane@fabrikam.example>', 'Hi, …')`. */
export function drafted(
  sender: string,
  text: string,
  { context, ...change }: Partial<EmailMessage> & { context?: Partial<MailContext> } = {},
): MailReading {
  const mail = emailMessage.parse({
    from: party(sender),
    to: [party('Alex Wilber <alex@contoso.example>')],
    subject: 'Mixers',
    sentAt: '2026-03-02T09:00:00Z',
    text,
    ...change,
  });
  return draftLead(mail, { ...OURS, ...context });
}

/** A name with its address, as a mail's header shows them. */
export function party(shown: string) {
  const [, name = '', address = ''] = /^(.*?)\s?<(.*)>$/.exec(shown) ?? [];
  return { name, address };
}
