import { alex, sales } from '../people.ts';
import { type SampleMail, textAttachment } from '../sample-mail.ts';

const lidia = { name: 'Lidia Holloway', address: 'lidia.holloway@litware.example' };
const katie = { name: 'Katie Jordan', address: 'katie.jordan@fabrikam.example' };
const allan = { name: 'Allan Deyoung', address: 'allan.deyoung@adventure-works.example' };
const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** What a pane cannot read as it reads other mails, and a mail with all kinds of files. */
export const specialItems: readonly SampleMail[] = [
  {
    id: 'files',
    from: allan,
    to: [sales],
    subject: 'Fitting out our showroom',
    sentAt: '2026-11-16T14:20:00+00:00',
    conversationId: 'AAQkAHByZXZpZXctZmlsZXM',
    internetMessageId: '<20261116142000@mail.adventure-works.example>',
    html: `<p>Hello,</p><p>we are fitting out a showroom in Seattle and need eight machines with grinders. The floor plan
and our price list are attached. Could you send us an offer?</p><p>Allan Deyoung<br>Purchasing Manager<br>
Adventure Works Cycles<br>+1 (206) 555-0163</p><p><img src="cid:logo" alt=""></p>`,
    attachments: [
      textAttachment('Floor plan.pdf', 'application/pdf', `%PDF-1.4\n${'% floor plan\n'.repeat(4000)}`),
      textAttachment('Price list.csv', 'text/csv', 'machine,price\nA-100,1900\n'),
      textAttachment('setup.exe', 'application/octet-stream', 'MZ'),
      {
        ...{ name: 'logo.png', contentType: 'image/png', size: atob(onePixel).length, content: onePixel },
        ...{ isInline: true, contentId: 'logo' },
      },
    ],
  },
  {
    id: 'encrypted',
    from: lidia,
    to: [alex],
    subject: 'Confidential: supply contract',
    sentAt: '2026-11-16T10:05:00+00:00',
    conversationId: 'AAQkAHByZXZpZXctZW5jcnlwdGVk',
    internetMessageId: '<20261116100500@litware.example>',
    itemClass: 'IPM.Note.SMIME',
    text: 'The text of this mail is encrypted.',
  },
  {
    id: 'meeting',
    from: katie,
    to: [alex],
    subject: 'Invitation: tasting in Redmond',
    sentAt: '2026-11-15T16:40:00+00:00',
    conversationId: 'AAQkAHByZXZpZXctbWVldGluZw',
    internetMessageId: '<20261115164000@fabrikam.example>',
    itemClass: 'IPM.Schedule.Meeting.Request',
    text: 'Please join us for a tasting of three machines.',
  },
];
