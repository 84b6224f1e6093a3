import assert from 'node:assert/strict';
import { phonesIn } from '../../src/email/phone-numbers.ts';
import { phoneRegions } from '../../src/email/phone-regions.ts';

describe('phonesIn', () => {
  const read = (text: string, language: string) =>
    phonesIn(text, phoneRegions(language, [])).map(({ written, kind }) => `${kind} ${written}`);

  it('tells office, mobile and fax apart by the words before them', () => {
    assert.deepEqual(read('Tel 04 65 71 30 02 / Gsm 06 39 98 77 16 / Fax 04 65 71 30 03', 'fr'), [
      'office +33 4 65 71 30 02',
      'mobile +33 6 39 98 77 16',
      'fax +33 4 65 71 30 03',
    ]);
  });

  it('keeps the extension', () => {
    assert.deepEqual(read('Office: (918) 555-0142 ext. 207', 'en'), ['office +1 918 555 0142 ext. 207']);
    assert.deepEqual(read('514 555-0171, poste 3', 'fr'), ['office +1 514 555 0171 ext. 3']);
  });

  it('knows a mobile by its range when no word says so', () => {
    assert.deepEqual(read('06-55507788', 'nl'), ['mobile +31 6 55507788']);
    assert.deepEqual(read('07700 900318', 'en'), ['mobile +44 7700 900318']);
  });

  it('reads Swiss numbers by their grouping', () => {
    assert.deepEqual(read('044 555 01 77', 'de'), ['office +41 44 555 01 77']);
  });

  it('takes no dates, prices, addresses or register numbers for numbers to call', () => {
    for (const text of ['2026-03-05', '192.0.2.11', 'HRB 1234567', 'VAT 123456789', 'IBAN DE02 1203 0000 0000 2020 51'])
      assert.deepEqual(read(text, 'de'), [], text);
  });
});
