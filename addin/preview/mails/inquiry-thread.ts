import { alex, megan, sales } from '../people.ts';
import type { SampleMail } from '../sample-mail.ts';

const grady = { name: 'Grady Archie', address: 'grady.archie@fabrikam.example' };
const conversationId = 'AAQkAGlnaHQtdGhyZWFkLWZhYnJpa2Ft';

export const inquiry: SampleMail = {
  id: 'inquiry',
  from: grady,
  to: [alex],
  cc: [sales],
  subject: 'Espresso machines for our two new offices',
  sentAt: '2026-11-23T09:12:00+00:00',
  conversationId,
  internetMessageId: '<CAF8a1.20261123091200@mail.fabrikam.example>',
  html: `<div>
<p>Hi Alex,</p>
<p>we met briefly at the Workplace Expo. Fabrikam is opening two offices in Redmond and Bellevue in March and we are
looking for <b>12 espresso machines</b>, ideally the Caf&eacute; A-100, with a service contract for three years.</p>
<p>Our budget is about <b>$48,000</b>. Could you send me a quote by the end of next week? I decide together with our
CFO, so a short comparison of buying and leasing would help.</p>
<p>Happy to have a call on Thursday afternoon.</p>
<p>Best regards,</p>
<p><b>Grady Archie</b><br>Head of Facilities<br>Fabrikam, Inc.<br>
4567 Main Street, Redmond, WA 98052, USA<br>
T: +1 (425) 555-0142 &nbsp;|&nbsp; M: +1 (425) 555-0187<br>
<a href="mailto:grady.archie@fabrikam.example">grady.archie@fabrikam.example</a> &nbsp;|&nbsp;
<a href="https://www.fabrikam.example">www.fabrikam.example</a></p>
</div>`,
};

const answer: SampleMail = {
  id: 'sent',
  from: alex,
  to: [grady],
  cc: [megan],
  subject: 'RE: Espresso machines for our two new offices',
  sentAt: '2026-11-23T10:47:00+00:00',
  conversationId,
  internetMessageId: '<VI1PR04.20261123104700@contoso.example>',
  headers: ['In-Reply-To: <CAF8a1.20261123091200@mail.fabrikam.example>'],
  direction: 'sent',
  text: `Hi Grady,

thank you, that sounds like a good fit. Thursday at 2 pm works for me; I will bring the leasing comparison.
One question: do the offices have fixed water connections?

Alex

Alex Wilber
Account Executive, Contoso, Ltd.
+1 425 555 0100

-----Original Message-----
From: Grady Archie <grady.archie@fabrikam.example>
Sent: Monday, November 23, 2026 9:12 AM
To: Alex Wilber <alex@contoso.example>
Cc: Contoso Sales <sales@contoso.example>
Subject: Espresso machines for our two new offices

Hi Alex, we met briefly at the Workplace Expo. Fabrikam is opening two offices ...`,
};

const reply: SampleMail = {
  id: 'reply',
  from: grady,
  to: [alex],
  cc: [megan],
  subject: 'RE: Espresso machines for our two new offices',
  sentAt: '2026-11-23T13:05:00+00:00',
  conversationId,
  internetMessageId: '<CAF8a2.20261123130500@mail.fabrikam.example>',
  headers: ['In-Reply-To: <VI1PR04.20261123104700@contoso.example>'],
  html: `<div><p>Alex,</p><p>yes, both floors have water and drain. Thursday 2 pm is fine, please call my mobile.
We would now take <b>14 machines</b> instead of 12.</p><p>Grady</p>
<hr>
<p><b>From:</b> Alex Wilber &lt;alex@contoso.example&gt;<br><b>Sent:</b> Monday, November 23, 2026 10:47 AM<br>
<b>To:</b> Grady Archie &lt;grady.archie@fabrikam.example&gt;<br><b>Cc:</b> Megan Bowen &lt;megan@contoso.example&gt;<br>
<b>Subject:</b> RE: Espresso machines for our two new offices</p>
<blockquote><p>Hi Grady, thank you, that sounds like a good fit. Thursday at 2 pm works for me ...</p></blockquote></div>`,
};

export const inquiryThread = [reply, answer];
