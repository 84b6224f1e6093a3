import assert from 'node:assert/strict';
import { drafted } from './drafted.ts';

const EN = 'Hello,\n\nwe need 20 mixers. Please send us a quote.\n\nKind regards\n';
const DE = 'Guten Tag,\n\nwir benötigen 20 Mischer. Bitte senden Sie uns ein Angebot.\n\nMit freundlichen Grüßen\n';
const ES = 'Buenos días:\n\nNecesitamos un presupuesto para 20 mezcladoras.\n\nUn saludo,\n';

/** Whose signature below which message reads as which numbers and country. */
type Case = [string, string, string, { businessPhone?: string; mobilePhone?: string; country?: string }];

function itReads(cases: readonly Case[]) {
  for (const [how, sender, text, { businessPhone, mobilePhone, country }] of cases)
    it(how, () => {
      const { draft } = drafted(sender, text);
      assert.deepEqual([draft.businessPhone, draft.mobilePhone, draft.country], [businessPhone, mobilePhone, country]);
    });
}

describe('a number without a country code', () => {
  itReads([
    [
      'is from the country of the address below it',
      'Eva Gruber <eva@adatum.com>',
      `${DE}Eva Gruber\nMariahilfer Straße 5\n1060 Wien\nTel. 01 5123456\nMobil 0664 1234567`,
      { businessPhone: '+43 1 5123456', mobilePhone: '+43 664 1234567', country: 'Austria' },
    ],
    [
      'is from that country though its town is not known, when the postal code leaves one',
      'Eva Gruber <eva@adatum.com>',
      `${DE}Eva Gruber\nHauptplatz 5\n4060 Leonding\n0664 1234567`,
      { mobilePhone: '+43 664 1234567', country: 'Austria' },
    ],
    [
      'is from the country of the provider’s domain',
      'Eva Gruber <eva@gmx.at>',
      `${DE}Eva Gruber\n0664 1234567`,
      { mobilePhone: '+43 664 1234567', country: 'Austria' },
    ],
    [
      'is from the town’s country, whatever the language',
      'Anna Berg <anna@adatum.com>',
      `${EN}Anna Berg\nAdatum GmbH\nHauptstraße 5, 10827 Berlin\nTel. 030 901820\nMobile 0171 3920000`,
      { businessPhone: '+49 30 901820', mobilePhone: '+49 171 3920000', country: 'Germany' },
    ],
    [
      'is from there in India, too',
      'Ravi Kumar <ravi77@gmail.com>',
      `${EN}Ravi Kumar\nAdatum Traders\nAndheri East, Mumbai 400069\nMobile: 9123456789`,
      { mobilePhone: '+91 91234 56789', country: 'India' },
    ],
    [
      'is from the one country where it can be',
      'Aoife Byrne <aoife@adatum.com>',
      `${EN}Aoife Byrne\nAdatum Ltd\nTel: 01 234 5678`,
      { businessPhone: '+353 1 234 5678', country: 'Ireland' },
    ],
    [
      'is from where people group digits so',
      'Jane Doe <jane@adatum.com>',
      `${EN}Jane Doe\nTel: (918) 555-0142\nMobile: 07700 900123`,
      { businessPhone: '+1 918 555 0142', mobilePhone: '+44 7700 900123', country: 'United States' },
    ],
    [
      'stays as it is written, and names no country, when several are as likely',
      'Ravi Kumar <ravi77@gmail.com>',
      `${EN}Ravi Kumar\nMobile: 9123456789`,
      { mobilePhone: '9123456789' },
    ],
    [
      'stays so when it is nobody’s number in the countries that are likely',
      'Anna Berg <anna@adatum.com>',
      `${EN}Anna Berg\nAdatum GmbH\nTel. 030 901820`,
      { businessPhone: '030 901820' },
    ],
    [
      'is from where the other number of the signature is from',
      'Thabo Nkosi <thabo@adatum.com>',
      `${EN}Thabo Nkosi\nTel: 011 234 5678\nCell: 082 123 4567`,
      { businessPhone: '+27 11 234 5678', mobilePhone: '+27 82 123 4567', country: 'South Africa' },
    ],
    [
      'is not from where it would be no mobile, when it says it is one',
      'Carlos Soto <carlos@adatum.com>',
      `${ES}Carlos Soto\nCel: 987 654 321`,
      { mobilePhone: '987 654 321' },
    ],
  ]);
});

describe('a label with the word for number', () => {
  itReads([
    [
      'labels the number in English',
      'Jane Doe <jane@adatum.com>',
      `${EN}Jane Doe\nPhone No.: +1 425 555 0100\nMobile No.: +1 425 555 0101\nFax No.: +1 425 555 0199`,
      { businessPhone: '+1 425 555 0100', mobilePhone: '+1 425 555 0101', country: 'United States' },
    ],
    [
      'labels the number in German',
      'Anna Berg <anna@adatum.de>',
      `${DE}Anna Berg\nTel.-Nr.: 030 901820\nMobil-Nr. 0171 3920000\nKunden-Nr. 030 901821`,
      { businessPhone: '+49 30 901820', mobilePhone: '+49 171 3920000', country: 'Germany' },
    ],
  ]);

  it('labels the number of a form', () => {
    const text =
      'Name: Jane Doe\nEmail: jane@fabrikam.example\nPhone No.: (425) 555-0100\nMobile No: (425) 555-0101\nMessage: hi';
    const { draft } = drafted('Website <noreply@contoso.example>', text);
    assert.deepEqual([draft.businessPhone, draft.mobilePhone], ['+1 425 555 0100', '+1 425 555 0101']);
  });
});

describe('a line with a job title', () => {
  itReads([
    [
      'says where somebody works for, not where they are',
      'Jane Doe <jane@adatum.com>',
      `${EN}Jane Doe\nSales Director | Germany, Austria, Switzerland\nAdatum Inc\nSeattle, WA 98101`,
      { country: 'United States' },
    ],
    [
      'leaves the country to the number',
      'Jane Doe <jane@adatum.com>',
      `${EN}Jane Doe\nCountry Manager, Poland\nAdatum Inc\n+1 425 555 0100`,
      { businessPhone: '+1 425 555 0100', country: 'United States' },
    ],
  ]);
});

describe('whose and what number it is', () => {
  const table = (...rows: string[][]) =>
    `<p>Hi,</p><p>please quote 20 mixers.</p><p>Regards<br>Jane Doe</p><table>${rows
      .map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
      .join('')}</table>`;

  it('is told by a cell before it', () => {
    const html = table(['Fax:', '+1 425 555 0199'], ['Phone:', '+1 425 555 0100'], ['Cell', '+1 425 555 0101']);
    const { draft } = drafted('Jane Doe <jane@fabrikam.example>', '', { html });
    assert.deepEqual([draft.businessPhone, draft.mobilePhone], ['+1 425 555 0100', '+1 425 555 0101']);
    const fax = drafted('Jane Doe <jane@fabrikam.example>', '', { html: table(['Fax', '+1 425 555 0199']) });
    assert.equal(fax.draft.businessPhone, undefined);
  });

  itReads([
    [
      'is told by a line above it',
      'Jane Doe <jane@fabrikam.example>',
      `${EN}Jane Doe\nFax No.\n+1 425 555 0199\nPhone\n+1 425 555 0100`,
      { businessPhone: '+1 425 555 0100', country: 'United States' },
    ],
    [
      'is told by the name above it where two people sign',
      'Anna Berg <anna.berg@adatum.example>',
      `${DE}Peter Schmidt\nGeschäftsführer\nTel. +49 30 901821\nMobil +49 171 3920000\n\nAnna Berg\nLeiterin Einkauf\nTel. +49 30 901822\n\nAdatum GmbH`,
      { businessPhone: '+49 30 901822', country: 'Germany' },
    ],
    [
      'is the author’s above the name where there is none below',
      'Anna Berg <anna.berg@adatum.example>',
      `${DE}--\nTel. +49 30 901822\nAnna Berg\nAdatum GmbH`,
      { businessPhone: '+49 30 901822', country: 'Germany' },
    ],
  ]);
});
