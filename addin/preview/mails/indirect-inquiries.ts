import { alex, megan, sales } from '../people.ts';
import type { SampleMail } from '../sample-mail.ts';

/** Mails whose sender is not the prospect: forms, forwards, and people who sign nothing. */
export const indirectInquiries: SampleMail[] = [
  {
    id: 'web-form',
    from: { name: 'Contoso Website', address: 'no-reply@contoso.example' },
    to: [sales],
    subject: 'New contact request: Request a demo',
    sentAt: '2026-11-22T21:48:00+00:00',
    conversationId: 'AAQkAHdlYi1mb3JtLTMwNDI',
    internetMessageId: '<form-3042@www.contoso.example>',
    headers: ['Reply-To: "Lidia Holloway" <lidia@northwind.example>', 'Auto-Submitted: auto-generated'],
    html: `<div><p>A visitor has filled in the form <b>Request a demo</b>.</p>
<table>
<tr><th>First name</th><td>Lidia</td></tr>
<tr><th>Last name</th><td>Holloway</td></tr>
<tr><th>Company</th><td>Northwind Traders</td></tr>
<tr><th>Job title</th><td>Office Manager</td></tr>
<tr><th>Email</th><td><a href="mailto:lidia@northwind.example">lidia@northwind.example</a></td></tr>
<tr><th>Phone</th><td>+44 1632 960 118</td></tr>
<tr><th>Country</th><td>United Kingdom</td></tr>
<tr><th>Message</th><td>We have 80 people in Manchester and want to try two machines for a month.</td></tr>
</table>
<p>Submitted on 22 November 2026, 21:47 from https://www.contoso.example/demo</p></div>`,
  },
  {
    id: 'forward',
    from: megan,
    to: [alex],
    subject: 'FW: Coffee supply for our warehouses',
    sentAt: '2026-11-20T15:02:00+00:00',
    conversationId: 'AAQkAHRhaWxzcGluLWZvcndhcmQ',
    internetMessageId: '<VI1PR04.20261120150200@contoso.example>',
    html: `<div><p>Alex, this one is for your region. Can you take it?</p><p>Megan</p>
<hr>
<p><b>From:</b> Joni Sherman &lt;joni.sherman@tailspin.example&gt;<br>
<b>Sent:</b> Friday, November 20, 2026 2:41 PM<br>
<b>To:</b> Megan Bowen &lt;megan@contoso.example&gt;<br>
<b>Subject:</b> Coffee supply for our warehouses</p>
<p>Dear Megan,</p>
<p>our four warehouses in Washington State need coffee machines and a monthly supply of beans, about 60 kg.
Who can advise us? We would like to start in the new year.</p>
<p>Kind regards<br>Joni Sherman<br>Operations Director<br>Tailspin Toys<br>Phone +1 425 555 0163<br>tailspin.example</p></div>`,
  },
  {
    id: 'no-signature',
    from: { name: 'Patti F', address: 'patti.f1987@freemail.example' },
    to: [sales],
    subject: 'price?',
    sentAt: '2026-11-19T22:16:00+00:00',
    conversationId: 'AAQkAGZyZWVtYWlsLXByaWNl',
    internetMessageId: '<20261119221600.11@freemail.example>',
    text: 'hey, saw your small machine at a friends place. how much is it and do you ship to the uk? thx',
  },
  {
    id: 'no-message-id',
    from: { name: 'Nestor Wilke', address: 'nestor@southridge.example' },
    to: [alex],
    subject: 'Follow-up to your visit',
    sentAt: '2026-11-18T11:27:00+00:00',
    conversationId: 'AAQkAHNvdXRocmlkZ2UtdmlzaXQ',
    text: `Hello Alex,

thank you for the visit yesterday. The team liked the demo and we would like a proposal for four machines with a
two-year lease.

Nestor Wilke
Procurement Manager | Southridge Video
01632 960 247 | 07700 900 391
southridge.example`,
  },
];
