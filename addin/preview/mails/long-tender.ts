import { alex, megan, sales } from '../people.ts';
import { type SampleMail, textAttachment } from '../sample-mail.ts';

const sites = ['Seattle', 'Portland', 'Boise', 'Spokane', 'Tacoma', 'Eugene', 'Salem', 'Olympia', 'Bend', 'Yakima'];
const rows = sites.map((site, at) => ({ site, people: 40 + at * 17, machines: 2 + (at % 4) }));
const machines = rows.reduce((sum, row) => sum + row.machines, 0);

const csv = ['Site,People,Machines', ...rows.map(({ site, people, machines }) => `${site},${people},${machines}`)];
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

/** A long HTML mail: tables, an inline picture, and attachments of several kinds. */
export const longTender: SampleMail = {
  id: 'tender',
  from: { name: 'Isaiah Langer', address: 'isaiah.langer@wideworld.example' },
  to: [alex, sales],
  cc: [megan, { name: 'Debra Berger', address: 'debra.berger@wideworld.example' }],
  subject: 'Invitation to tender 2026/118: coffee service for ten sites',
  sentAt: '2026-11-17T15:40:00-08:00',
  conversationId: 'AAQkAHdpZGV3b3JsZC10ZW5kZXI',
  internetMessageId: '<ITT-2026-118.1@wideworld.example>',
  attachments: [
    textAttachment('Sites and quantities.csv', 'text/csv', `${csv.join('\n')}\n`),
    textAttachment('Terms of tender.txt', 'text/plain', 'Offers are binding for 60 days.\nPayment: 30 days net.\n'),
    textAttachment('Site visit.ics', 'text/calendar', 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n'),
    {
      name: 'logo.png',
      contentType: 'image/png',
      size: 70,
      content: pixel,
      isInline: true,
      contentId: 'logo@wideworld',
    },
  ],
  html: `<div><p><img src="cid:logo@wideworld" alt="Wide World Importers" width="120"></p>
<p>Dear Mr Wilber,</p>
<p>Wide World Importers invites you to tender for the coffee service of ten sites in the Pacific Northwest, for
<b>three years</b> from <b>1 April 2027</b>. The estimated value is <b>USD 310,000</b>.</p>
<h2>1. Sites and quantities</h2>
<table border="1"><thead><tr><th>Site</th><th>People</th><th>Machines</th></tr></thead><tbody>
${rows.map(({ site, people, machines }) => `<tr><td>${site}</td><td>${people}</td><td>${machines}</td></tr>`).join('\n')}
</tbody><tfoot><tr><th>Total</th><td></td><td>${machines}</td></tr></tfoot></table>
<h2>2. What we expect</h2>
<ol><li>Machines of one make, no older than one year, delivered and installed by 25 March 2027.</li>
<li>Repair within one working day; a replacement machine when it takes longer.</li>
<li>Beans from certified farms, delivered monthly.</li>
<li>A portal in which each site orders and reports faults.</li></ol>
<h2>3. How we decide</h2>
<table border="1"><tr><th>Criterion</th><th>Weight</th></tr><tr><td>Price over three years</td><td>50 %</td></tr>
<tr><td>Service level</td><td>30 %</td></tr><tr><td>Sustainability</td><td>20 %</td></tr></table>
<h2>4. Dates</h2>
<p>Questions until 1 December; site visits on 3 and 4 December; offers until <b>18 December 2026, noon</b>; decision in
January by our procurement board.</p>
<p>Please confirm by reply whether you will take part.</p>
<p>Sincerely,</p>
<p>Isaiah Langer<br><i>Senior Buyer, Indirect Procurement</i><br>Wide World Importers<br>
1200 Harbor Avenue SW, Seattle, WA 98126<br>Office +1 425 555 0150, ext. 12 · Mobile +1 425 555 0151<br>
<a href="https://www.wideworld.example">www.wideworld.example</a></p>
<p><small>This message and its attachments are confidential and intended for the addressee only.</small></p></div>`,
};
