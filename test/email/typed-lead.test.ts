import assert from 'node:assert/strict';
import fc from 'fast-check';
import { typedLead } from '../../src/email/typed-lead.ts';
import { foldText } from '../../src/leads/text.ts';

const JANE = { firstName: 'Jane', lastName: 'Doe', companyName: 'Contoso' };

describe('a lead typed in one line', () => {
  for (const [said, draft] of [
    [
      'Jane Doe, Contoso, jane@contoso.com, +1 425 555 0100',
      { ...JANE, email: 'jane@contoso.com', businessPhone: '+1 425 555 0100' },
    ],
    ['jane@contoso.com', { email: 'jane@contoso.com' }],
    ['+49 (0)40 66969-123', { businessPhone: '+49 (0)40 66969-123' }],
    ['Jane Doe, Contoso, Twelve mixers, by March', { ...JANE, topic: 'Twelve mixers, by March' }],
    ['Jane Doe from Contoso about 12 espresso machines', { ...JANE, topic: '12 espresso machines' }],
    ['Jane Doe (Contoso) 425-555-0100', { ...JANE, businessPhone: '425-555-0100' }],
    ['Jane Doe, about 12 mixers, from Contoso', { ...JANE, topic: '12 mixers' }],
    ['Jane Doe von Contoso wegen Kaffeemaschinen', { ...JANE, topic: 'Kaffeemaschinen' }],
    ['Doe', { lastName: 'Doe' }],
    ['Contoso GmbH, jane@contoso.com', { companyName: 'Contoso GmbH', email: 'jane@contoso.com' }],
    [
      'Jane Doe <jane@contoso.com> www.contoso.com',
      { firstName: 'Jane', lastName: 'Doe', email: 'jane@contoso.com', website: 'www.contoso.com' },
    ],
    ['Jane Doe, Contoso, needs 20 mixers by 2026-06-30', { ...JANE, topic: '20 mixers by 2026-06-30' }],
    ['Jane Doe at Contoso, 30.06.2026, mixers', { ...JANE, topic: '30.06.2026, mixers' }],
    [
      'Jane Doe, Contoso, mixers by 6/30/2026 425-555-0100',
      { ...JANE, topic: 'mixers by 6/30/2026', businessPhone: '425-555-0100' },
    ],
    ['Jane Doe, Contoso, budget 1 000 000 EUR', { ...JANE, topic: 'budget 1 000 000 EUR' }],
    ['Jane Doe, Contoso, up to €1.000.000', { ...JANE, topic: 'up to €1.000.000' }],
    ['Jane Doe, Contoso, CHF 250 000', { ...JANE, topic: 'CHF 250 000' }],
    ['Jane Doe from Contoso wants mixers, budget 1 000 000 EUR', { ...JANE, topic: 'mixers, budget 1 000 000 EUR' }],
    ['Jane DOE 425 555 0100', { firstName: 'Jane', lastName: 'Doe', businessPhone: '425 555 0100' }],
    ['Jane Doe, Contoso, 612 345 678 CEO', { ...JANE, businessPhone: '612 345 678', topic: 'CEO' }],
    ['Anna von der Heide, Adatum GmbH', { firstName: 'Anna', lastName: 'von der Heide', companyName: 'Adatum GmbH' }],
    [
      'Anna von der Heide von der Adatum GmbH wegen Mischern',
      { firstName: 'Anna', lastName: 'von der Heide', companyName: 'Adatum GmbH', topic: 'Mischern' },
    ],
    ['Jane Doe von der Contoso AG', { ...JANE, companyName: 'Contoso AG' }],
    [
      'Jane Doe\nContoso\njane@contoso.com\n+1 425 555 0100\nTwelve mixers',
      { ...JANE, email: 'jane@contoso.com', businessPhone: '+1 425 555 0100', topic: 'Twelve mixers' },
    ],
    [
      'Name: Jane Doe\nCompany: Contoso\nPhone: +1 425 555 0100\nMobile: +1 425 555 0101',
      { ...JANE, businessPhone: '+1 425 555 0100', mobilePhone: '+1 425 555 0101' },
    ],
    [
      'Name: Jane Doe, Company: Contoso, Email: <jane@contoso.com>, Job title: Buyer',
      { ...JANE, email: 'jane@contoso.com', jobTitle: 'Buyer' },
    ],
    [
      'Vorname: Jane\nNachname: Doe\nFirma: Contoso\nBetreff: Mischer, dringend\nPLZ: 20095\nOrt: Hamburg',
      { ...JANE, topic: 'Mischer, dringend', postalCode: '20095', city: 'Hamburg' },
    ],
    ['Nom : Doe\nPrénom : Jane\nSociété : Contoso', JANE],
    ['Nombre: Jane Doe\nEmpresa: Contoso', JANE],
    ['氏名：山田 太郎\n会社名：山田商事', { firstName: '太郎', lastName: '山田', companyName: '山田商事' }],
    [
      'Jane Doe, Company: Contoso\nMessage: Please call, soon\nBudget: 5000 EUR',
      { ...JANE, description: 'Please call, soon\nBudget: 5000 EUR' },
    ],
    ['Jane Doe, Contoso, Tel. +1 425 555 0100', { ...JANE, businessPhone: '+1 425 555 0100' }],
    [
      'Jane Doe\nContoso\nT: +1 425 555 0100\nE: jane@contoso.com',
      { ...JANE, businessPhone: '+1 425 555 0100', email: 'jane@contoso.com' },
    ],
    [
      '鈴木一郎、サンプル株式会社、ichiro@sample.co.jp',
      { lastName: '鈴木一郎', companyName: 'サンプル株式会社', email: 'ichiro@sample.co.jp' },
    ],
    ['鈴木一郎 サンプル株式会社', { lastName: '鈴木一郎', companyName: 'サンプル株式会社' }],
    ['サンプル株式会社　鈴木　一郎様', { firstName: '一郎', lastName: '鈴木', companyName: 'サンプル株式会社' }],
    ['鈴木一郎 株式会社 サンプル', { lastName: '鈴木一郎', companyName: '株式会社 サンプル' }],
    ['森健太、ken@mori.jp、コーヒー', { lastName: '森健太', email: 'ken@mori.jp', companyName: 'コーヒー' }],
    ['Contoso GmbH, Twelve Mixers', { companyName: 'Contoso GmbH', topic: 'Twelve Mixers' }],
    ['', {}],
  ] as const) {
    it(`is read: ${said}`, () => assert.deepEqual(typedLead(said), draft));
  }

  it('is always read, invents nothing and leaves no field empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (said) => {
        const letters = (text: string) => foldText(text.normalize('NFKC')).replace(/[^\p{L}\p{N}]+/gu, '');
        const squeezed = letters(said);
        for (const value of Object.values(typedLead(said))) {
          assert.ok(value);
          for (const word of value.split(/[\s,]+/)) assert.ok(squeezed.includes(letters(word)), word);
        }
      }),
    );
  });
});
