import { draftLead } from '../src/email/draft-lead.ts';
import type { EmailMessage } from '../src/leads/email-message.ts';
import { asMessage, goldContext, goldMails } from '../test/email/score.ts';
import { measure } from './measure.ts';
import type { Report } from './report.ts';

const KB = 1024;

/** Reading a mail as a draft lead, on one core. */
export async function emailBench(report: Report, seconds: number): Promise<void> {
  report.section('Reading a mail');
  const context = goldContext();
  const mails = goldMails('all').map(asMessage);
  const read = async (what: string, of: (turn: number) => EmailMessage, most: number) => {
    const ours = await measure((turn) => draftLead(of(turn), context), { seconds });
    report.line({ what, ours, aim: `median ≤ ${most} ms`, met: ours.p50 <= most });
  };
  await read('labelled mails', (turn) => mails[turn % mails.length] as EmailMessage, 10);
  const long = mails.map((mail) => withHistory(mail, mails, 50 * KB));
  await read('with history, 50 KB', (turn) => long[turn % long.length] as EmailMessage, 10);
  const huge = mails.slice(0, 5).map((mail) => withHistory(mail, mails, 10 * KB * KB));
  await read('with history, 10 MB', (turn) => huge[turn % huge.length] as EmailMessage, 1000);
}

/** A mail above the mails before it, quoted as Outlook does, up to a size. */
function withHistory(mail: EmailMessage, mails: readonly EmailMessage[], size: number): EmailMessage {
  const body = ({ html, text = '' }: EmailMessage) => html ?? `<p>${text.replace(/\n/g, '<br>')}</p>`;
  const parts = [body(mail)];
  let length = parts[0]?.length ?? 0;
  for (let n = 0; length < size; n++) {
    const { from, subject, sentAt, ...earlier } = mails[n % mails.length] as EmailMessage;
    const head = `<hr><p><b>From:</b> ${from.name} &lt;${from.address}&gt;<br><b>Sent:</b> ${sentAt}<br><b>Subject:</b> ${subject}</p>`;
    const part = `${head}${body({ from, subject, sentAt, ...earlier })}`;
    parts.push(part);
    length += part.length;
  }
  const { text: _text, ...rest } = mail;
  return { ...rest, html: parts.join('').slice(0, size) };
}
