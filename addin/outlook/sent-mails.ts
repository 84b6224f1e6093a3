import type { EmailMessage } from '../../src/leads/email-message.ts';
import type { LogAnswer } from '../shared/log-mail.ts';

/** A mail to log, on the lead chosen or else on the one it clearly belongs to. */
export type SentMail = { leadId?: string | undefined; email: EmailMessage };

/** What became of the mails that waited: `refused` are those the lead service will never take. */
export type Delivery = { waiting: number; refused: { subject: string; reason: string }[] };

const mostMails = 50;

/**
 * Sent mails that are not logged yet, kept by the browser until the lead service has them. Sending one twice is
 * harmless: its stamp makes it the same entry.
 */
export class SentMails {
  private readonly name: string;
  private readonly storage: Storage | undefined;

  constructor(user: string, storage: Storage | undefined) {
    this.name = `lead-desk.sent.${user.toLowerCase()}`;
    this.storage = storage;
  }

  get waiting(): SentMail[] {
    try {
      const mails: unknown = JSON.parse(this.storage?.getItem(this.name) ?? '[]');
      return Array.isArray(mails) ? mails : [];
    } catch {
      return []; // Somebody else wrote there.
    }
  }

  /** False where nothing can be kept. */
  keep(mail: SentMail): boolean {
    const others = this.waiting.filter(({ email }) => email.stamp !== mail.email.stamp);
    return this.write([...others, mail].slice(-mostMails));
  }

  drop(stamp: string | null | undefined): void {
    this.write(this.waiting.filter(({ email }) => email.stamp !== stamp));
  }

  /** Hands over what waits, oldest first, until the service cannot be reached. */
  async deliver(log: (mail: SentMail) => Promise<LogAnswer>): Promise<Delivery> {
    const refused: Delivery['refused'] = [];
    for (const mail of this.waiting) {
      const answer = await log(mail);
      if (answer.outcome === 'later') break;
      this.drop(mail.email.stamp);
      if (answer.outcome === 'refused') refused.push({ subject: mail.email.subject, reason: answer.reason });
    }
    return { waiting: this.waiting.length, refused };
  }

  private write(mails: SentMail[]): boolean {
    try {
      this.storage?.setItem(this.name, JSON.stringify(mails));
      return Boolean(this.storage);
    } catch {
      return false; // Full or forbidden.
    }
  }
}
