import { alex, sales } from '../people.ts';
import type { SampleMail } from '../sample-mail.ts';

export const foreignInquiries: SampleMail[] = [
  {
    id: 'german',
    from: { name: 'Katrin Müller-Lüdenscheidt', address: 'k.mueller@adatum.example' },
    to: [sales],
    subject: 'Anfrage: Wartungsvertrag für 30 Kaffeevollautomaten',
    sentAt: '2026-11-23T08:31:00+01:00',
    conversationId: 'AAQkAGFkYXR1bS1hbmZyYWdl',
    internetMessageId: '<20261123.0731.4711@mx.adatum.example>',
    text: `Sehr geehrte Damen und Herren,

für unsere drei Standorte in Hamburg, Köln und München suchen wir einen Anbieter für die Wartung von insgesamt
30 Kaffeevollautomaten. Der bisherige Vertrag läuft zum 31. März 2027 aus. Unser Rahmen liegt bei 18.500,00 € im Jahr.

Bitte senden Sie uns ein Angebot bis zum 11.12.2026. Für Rückfragen erreichen Sie mich am besten vormittags.

Mit freundlichen Grüßen

i. A. Katrin Müller-Lüdenscheidt
Leiterin Einkauf

A. Datum Deutschland GmbH
Speicherstraße 12, 20457 Hamburg
Tel.: +49 40 66969-123
Mobil: +49 171 39200-45
Fax: +49 40 66969-199
E-Mail: k.mueller@adatum.example
www.adatum.example

Sitz der Gesellschaft: Hamburg · Amtsgericht Hamburg HRB 000000 · USt-IdNr. DE000000000
Geschäftsführer: Dr. Jens Petersen`,
  },
  {
    id: 'french',
    from: { name: 'Aurélie Lefèvre', address: 'aurelie.lefevre@litware.example' },
    to: [alex],
    subject: 'Demande de devis – 6 machines à café pour notre siège à Lyon',
    sentAt: '2026-11-20T16:20:00+01:00',
    conversationId: 'AAQkAGxpdHdhcmUtZGV2aXM',
    internetMessageId: '<a1b2c3.20261120@smtp.litware.example>',
    html: `<div><p>Bonjour Monsieur Wilber,</p>
<p>Suite à notre échange téléphonique, je vous confirme notre intérêt pour <strong>six machines à café</strong> avec
installation en janvier. Notre budget est de l’ordre de 22&nbsp;000&nbsp;€ HT.</p>
<p>Pourriez-vous nous faire parvenir un devis détaillé&nbsp;?</p>
<p>Bien cordialement,</p>
<p>Aurélie LEFÈVRE<br>Responsable des services généraux<br><strong>Litware France SAS</strong><br>
18, rue de la République – 69002 Lyon<br>Tél. : +33 1 99 00 45 67 – Port. : +33 6 39 98 12 34<br>
<a href="https://litware.example">litware.example</a></p></div>`,
  },
  {
    id: 'japanese',
    from: { name: '佐藤 花子', address: 'h.sato@wingtip.example' },
    to: [sales],
    subject: '【お問い合わせ】業務用エスプレッソマシン導入のご相談',
    sentAt: '2026-11-20T10:05:00+09:00',
    conversationId: 'AAQkAHdpbmd0aXAtanA',
    internetMessageId: '<20261120100500.ABCD@mail.wingtip.example>',
    text: `コントソ株式会社
営業ご担当者様

お世話になっております。
ウィングチップトイズ株式会社の佐藤と申します。

このたび東京本社の移転に伴い、業務用エスプレッソマシン8台の導入を検討しております。
ご予算は300万円程度、納期は2027年2月末を希望しております。
つきましては、お見積りとデモのご提案をお願いできますでしょうか。

何卒よろしくお願いいたします。

──────────────────────
ウィングチップトイズ株式会社
総務部 課長
佐藤 花子(さとう はなこ)
〒100-0000 東京都千代田区0-0-0
TEL:03-0000-0000 携帯:090-0000-0000
E-mail:h.sato@wingtip.example
https://www.wingtip.example/jp
──────────────────────`,
  },
];
