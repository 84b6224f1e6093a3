import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { importFile } from '../../src/cli/import-file.ts';
import { cellValue, protectedCell } from '../../src/csv/cell-value.ts';
import { guessColumns } from '../../src/csv/columns.ts';
import { importLeads, type RowResult } from '../../src/csv/import-leads.ts';
import { leadsCsv } from '../../src/csv/leads-csv.ts';
import { type Row, readRows } from '../../src/csv/read-rows.ts';
import { splitName } from '../../src/email/split-name.ts';
import { createLead } from '../../src/leads/create-lead.ts';
import type { Desk } from '../../src/leads/desk.ts';
import { LeadError } from '../../src/leads/lead-error.ts';
import { listLeads } from '../../src/leads/list-leads.ts';
import { createLog } from '../../src/platform/log.ts';
import { openStore } from '../../src/stores/open-store.ts';
import { actor, temporaryDesk } from '../temporary-desk.ts';

async function* bytesOf(...pieces: (string | Buffer)[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield Buffer.from(piece);
}

async function allRows(...pieces: (string | Buffer)[]): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const row of readRows(bytesOf(...pieces))) rows.push(row);
  return rows;
}

describe('columns of a table of leads', () => {
  it('are understood by their headers, whatever language and spelling', () => {
    const fields = (...headers: string[]) => guessColumns(headers).map(({ field }) => field);
    assert.deepEqual(fields('E-Mail Address*', 'last_name', 'CompanyName', '(Do Not Modify) Lead'), [
      'email',
      'lastName',
      'companyName',
      null,
    ]);
    assert.deepEqual(fields('Nachname', 'Vorname', 'PLZ', 'Straße'), [
      'lastName',
      'firstName',
      'address.postalCode',
      'address.street',
    ]);
    assert.deepEqual(fields('Prénom', 'Société', 'Téléphone mobile'), ['firstName', 'companyName', 'mobilePhone']);
    assert.deepEqual(fields('Apellidos', 'Correo electrónico', 'País'), ['lastName', 'email', 'address.country']);
    assert.deepEqual(fields('姓', '名', '会社名', '電話番号'), [
      'lastName',
      'firstName',
      'companyName',
      'businessPhone',
    ]);
    assert.deepEqual(fields('Email', 'E-mail'), ['email', null]);
    assert.deepEqual(fields('Title', 'First Name', 'Last Name', 'Job Title'), [
      null,
      'firstName',
      'lastName',
      'jobTitle',
    ]);
    assert.deepEqual(fields('Name', 'Title'), ['fullName', 'jobTitle']);
  });

  it('hold amounts, days, options and yes or no as each country writes them', () => {
    const amounts = ['1,234.50', '1.234,50 €', '1 234,5', "1'234", '1.234', 'EUR 12,30', '12', 'much'];
    const understood = ['1234.50', '1234.50', '1234.5', '1234', '1234', '12.30', '12', 'much'];
    assert.deepEqual(
      amounts.map((cell) => cellValue('estimatedValue', cell)),
      understood,
    );
    const dinars = ['1234.500', '1.500', '1,500', '1.234.567', '12.345,678', '0.125', 'KWD 1'];
    assert.deepEqual(
      dinars.map((cell) => cellValue('budgetAmount', cell, 'KWD')),
      ['1234.500', '1.500', '1.500', '1234567', '12345.678', '0.125', '1'],
    );
    assert.equal(cellValue('budgetAmount', 'KWD 1.500'), '1.500');
    assert.deepEqual(
      ['0.125', '0,125', '1234.500', '12.500'].map((cell) => cellValue('annualRevenue', cell, 'EUR')),
      ['0.125', '0.125', '1234.500', '12500'],
    );
    assert.equal(cellValue('numberOfEmployees', '1.234', 'KWD'), 1234);
    const days = ['31.12.2026', '2026-12-31T10:00:00Z', '12/31/2026', '31/12/2026', '03/04/2026'];
    const iso = ['2026-12-31', '2026-12-31', '2026-12-31', '2026-12-31', '03/04/2026'];
    assert.deepEqual(
      days.map((cell) => cellValue('estimatedCloseDate', cell)),
      iso,
    );
    assert.deepEqual(
      ['Trade Show', 'Messe', 'heiß'].map((cell, nth) => cellValue(nth < 2 ? 'source' : 'rating', cell)),
      ['trade-show', 'trade-show', 'hot'],
    );
    assert.deepEqual(
      ['Ja', 'Do Not Allow', 'no', ''].map((cell) => cellValue('doNotEmail', cell)),
      [true, true, false, undefined],
    );
  });
});

describe('reading CSV', () => {
  it('takes every encoding and separator people export', async () => {
    const table = 'Name;Ort\r\nGrün;"Köln; Süd"\r\n';
    const cells = [
      { row: 1, cells: ['Name', 'Ort'] },
      { row: 2, cells: ['Grün', 'Köln; Süd'] },
    ];
    assert.deepEqual(await allRows(table), cells);
    assert.deepEqual(await allRows(`\ufeff${table}`), cells);
    assert.deepEqual(await allRows(Buffer.from(`\ufeff${table}`, 'utf16le')), cells);
    assert.deepEqual(await allRows(Buffer.from(table, 'latin1')), cells);
    assert.deepEqual(await allRows('Name\tOrt\nGrün\t"Köln; Süd"'), cells);
    const japanese = [0x93, 0x63, 0x92, 0x86, 0x2c, 0x91, 0xbe, 0x98, 0x59, 0x0d, 0x0a, 0x58, 0x8e, 0xd0];
    assert.deepEqual(await allRows(Buffer.from('Last Name,First Name\n'), Buffer.from(japanese)), [
      { row: 1, cells: ['Last Name', 'First Name'] },
      { row: 2, cells: ['田中', '太郎'] },
      { row: 3, cells: ['X社'] },
    ]);
    // All of it would be Shift_JIS, too.
    for (const french of [
      'Hélène',
      'Hélène Léger',
      'éléphant',
      'François',
      'Öl\nKöln',
      'José',
      'D\u2019accord \u20acuro',
    ]) {
      const older = Buffer.from(french.replace('\u2019', '\x92').replace('\u20ac', '\x80'), 'latin1');
      assert.deepEqual(
        (await allRows(older)).flatMap((row) => ('cells' in row ? row.cells : [])),
        french.split('\n'),
      );
    }
    const bytes = Buffer.from(table);
    const pieces = Array.from(bytes, (_byte, at) => bytes.subarray(at, at + 1));
    assert.deepEqual(await allRows(...pieces), cells);
  });

  it('tells the encoding by the first letter that is no plain one, wherever it stands', async () => {
    const plain = Array.from({ length: 5 }, () => 'Name;Ort\n'.repeat(5000));
    for (const encoding of ['utf8', 'latin1'] as const) {
      const rows = await allRows(...plain, Buffer.from('Grün;Köln\n', encoding));
      assert.deepEqual(rows.at(-1), { row: 25_001, cells: ['Grün', 'Köln'] });
    }
  });

  it('finds the headers below an empty line, and below the one that tells Excel the separator', async () => {
    assert.deepEqual(await allRows('\r\n\r\nName;Ort\r\nDoe;Köln'), [
      { row: 3, cells: ['Name', 'Ort'] },
      { row: 4, cells: ['Doe', 'Köln'] },
    ]);
    assert.deepEqual(await allRows('\ufeffsep=;\r\nName;Ort\r\nDoe;Köln'), [
      { row: 1, cells: ['Name', 'Ort'] },
      { row: 2, cells: ['Doe', 'Köln'] },
    ]);
    assert.deepEqual(await allRows('"sep=|"\nName|Ort'), [{ row: 1, cells: ['Name', 'Ort'] }]);
  });

  it('takes quotes that enclose no cell as they stand, and counts as a spreadsheet does', async () => {
    assert.deepEqual(await allRows('a,b\n1,"x" y\n\n2,""\n3,"o ""p"", q\r\n\r\nr"\n4,"open\n'), [
      { row: 1, cells: ['a', 'b'] },
      { row: 2, cells: ['1', '"x" y'] },
      { row: 4, cells: ['2', ''] },
      { row: 5, cells: ['3', 'o "p", q\n\nr'] },
      { row: 6, cells: ['4', '"open'] },
    ]);
  });

  it('loses no row behind a quote that nothing closes, however long the file', async () => {
    const line = (nth: number) =>
      `P${nth},C${nth},${nth === 5 ? '"5 inch' : nth === 9000 ? '"well, ok"' : 'x'.repeat(200)}`;
    const lines = Array.from({ length: 10_000 }, (_, nth) => line(nth));
    const rows = await allRows(['Last Name,Company,Description', ...lines].join('\r\n'));
    assert.deepEqual(
      rows.map((row) => [row.row, 'cells' in row ? row.cells[0] : row.broken]),
      [[1, 'Last Name'], ...lines.map((_, nth) => [nth + 2, `P${nth}`])],
    );
    const text = (nth: number) =>
      rows.flatMap((row) => ('cells' in row && row.cells[0] === `P${nth}` ? row.cells[2] : []));
    assert.deepEqual([text(5), text(9000)], [['"5 inch'], ['well, ok']]);
  });

  it('makes no rows of the lines of a text that is cut off or quoted wrongly', async () => {
    const broken = 'quote-not-closed';
    assert.deepEqual(await allRows('a,b,c\n1,"Needs a pipe\nof 5" or so\nbye,3\n2,x,y\n3\n4,"Dear Jane\nthank'), [
      { row: 1, cells: ['a', 'b', 'c'] },
      { row: 2, broken },
      { row: 3, broken },
      { row: 4, broken },
      { row: 5, cells: ['2', 'x', 'y'] },
      { row: 6, cells: ['3'] },
      { row: 7, broken },
      { row: 8, broken },
    ]);
  });

  it('says of a cell that swallowed whole rows that its quote was not closed', async () => {
    const broken = 'quote-not-closed';
    assert.deepEqual(await allRows('a,b,c\n1,x,"24 inch\n2,y,ok\n3,z,5"\n4,"p,\nBonn, Ulm, Hof",q'), [
      { row: 1, cells: ['a', 'b', 'c'] },
      { row: 2, broken },
      { row: 3, broken },
      { row: 4, broken },
      { row: 5, cells: ['4', 'p,\nBonn, Ulm, Hof', 'q'] },
    ]);
  });

  it('takes hostile quotes and endless lines in no more than a glance at each', async () => {
    const open = await allRows(`a,b\n${'"x,y\n'.repeat(10_000)}`);
    const pairs = await allRows(`a,b\n1,"x\n${'2,""\n'.repeat(100_000)}`);
    assert.deepEqual([open.length, pairs.length], [10_001, 100_002]);
    const endless = Array.from({ length: 40 }, () => 'x'.repeat(100_000));
    assert.deepEqual(await allRows('a\n', ...endless, '\nDoe'), [
      { row: 1, cells: ['a'] },
      { row: 2, broken: 'malformed' },
      { row: 3, cells: ['Doe'] },
    ]);
  });

  it('reads no further ahead than it is asked to, however long the file is', async () => {
    let given = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('Last Name\n');
      for (; given < 100_000; given++) yield Buffer.from(`Doe ${given}\n`);
    }
    let taken = 0;
    let furthest = 0;
    for await (const _row of readRows(endless())) {
      taken++;
      furthest = Math.max(furthest, given - taken);
    }
    assert.equal(taken, 100_001);
    assert.ok(furthest < 5000, `${furthest} rows waited in memory`);
  });
});

describe('importing leads', () => {
  let desk: Desk;
  let close: () => Promise<void>;
  beforeEach(async () => {
    ({ desk, close } = await temporaryDesk());
  });
  afterEach(() => close());

  const run = async (
    table: string,
    options: Partial<Parameters<typeof importLeads>[3]> = {},
    who: Parameters<typeof actor>[0] = 'miriam',
  ) => {
    const results: RowResult[] = [];
    for await (const part of importLeads(desk, actor(who), bytesOf(table), { splitName, ...options })) {
      if ('results' in part) results.push(...part.results);
    }
    return results;
  };
  const told = (results: RowResult[]) => results.map(({ row, outcome }) => [row, outcome]);

  it('answers for every row, and keeps the good ones', async () => {
    const table =
      'First Name,Last Name,Email,Rating\nJane,Doe,jane@contoso.com,Hot\n,,no@x.com,\nAnn,Beebe,not mail,Hot\nA,B,a@b.com,Hot,extra\n';
    const results = await run(table);
    assert.deepEqual(told(results), [
      [2, 'created'],
      [3, 'refused'],
      [4, 'refused'],
      [5, 'refused'],
    ]);
    const problems = results.map((result) =>
      'problems' in result ? result.problems.map(({ field, rule }) => `${field} ${rule}`) : [],
    );
    assert.deepEqual(problems, [[], ['lastName required'], ['email not-an-email'], ['row too-many']]);
    const { items } = await desk.store.leads({ limit: 9 });
    assert.deepEqual(
      items.map((lead) => [lead.lastName, lead.createdVia, lead.rating]),
      [['Doe', 'csv', 'hot']],
    );
  });

  it('answers for the rows behind a quote that nothing closes', async () => {
    const results = await run(
      'Last Name,Email,Notes\nDoe,jane@contoso.com,"5 inch\nBeebe,ann@litware.com,"24\nRoe,,4"\n',
    );
    assert.deepEqual(told(results), [
      [2, 'created'],
      [3, 'refused'],
      [4, 'refused'],
    ]);
    assert.deepEqual(
      (await desk.store.leads({ limit: 9 })).items.map(({ description }) => description),
      ['"5 inch'],
    );
    const problems = [{ field: 'row', rule: 'quote-not-closed' }];
    assert.deepEqual(results.at(-1), { row: 4, outcome: 'refused', problems });
  });

  const names = async (table: string) => {
    const results = await run(table, { duplicates: 'allow' });
    const leads = results.map((result) => (result.outcome === 'created' ? desk.store.lead(result.leadId) : undefined));
    return (await Promise.all(leads)).map((lead) => [lead?.firstName, lead?.lastName]);
  };

  it('reads a name in one column as it is read in a mail', async () => {
    const told = [
      'Jane van der Berg',
      '田中 太郎',
      '佐藤　花子',
      '田中太郎',
      'DOE Jane',
      'Dr. Jane Doe',
      'Dr. Doe',
      'Doe',
      'Don Miller',
    ];
    const turned = ['"Doe, Jane"', '"Doe, Jane, Dr."', '"Doe, Jane (Sales)"', '"Jane Doe, MBA"', 'Dr.'];
    assert.deepEqual(await names(['Name', ...told, ...turned].join('\n')), [
      ['Jane', 'van der Berg'],
      ['太郎', '田中'],
      ['花子', '佐藤'],
      [null, '田中太郎'],
      ['Jane', 'Doe'],
      ['Jane', 'Doe'],
      [null, 'Doe'],
      [null, 'Doe'],
      ['Don', 'Miller'],
      ['Jane', 'Doe'],
      ['Jane', 'Doe'],
      ['Jane', 'Doe'],
      ['Jane', 'Doe'],
      [null, 'Dr.'],
    ]);
  });

  it('takes the name beside a first name for the last name, unless it repeats the first', async () => {
    const rows = [
      'van der Berg;Anna',
      'García López;Ana',
      'Müller, Dr.;Eva',
      'Jane Doe;Jane',
      'Doe, Jane;Jane',
      'Roe;',
    ];
    assert.deepEqual(await names(['Name;Vorname', ...rows].join('\n')), [
      ['Anna', 'van der Berg'],
      ['Ana', 'García López'],
      ['Eva', 'Müller'],
      ['Jane', 'Doe'],
      ['Jane', 'Doe'],
      [null, 'Roe'],
    ]);
  });

  it('finds duplicates in the store and further up in the file, before and when writing', async () => {
    const table = `Name,Email\n${'Jane Doe,jane@contoso.com\n'.repeat(3)}Ann Beebe,ann@litware.com\n`;
    assert.deepEqual(told(await run(table, { dryRun: true })), [
      [2, 'would-create'],
      [3, 'duplicate'],
      [4, 'duplicate'],
      [5, 'would-create'],
    ]);
    assert.equal((await desk.store.leads({ limit: 9 })).items.length, 0);
    assert.deepEqual(told(await run(table)), [
      [2, 'created'],
      [3, 'duplicate'],
      [4, 'duplicate'],
      [5, 'created'],
    ]);
    assert.deepEqual(
      told(await run(table)).map(([, outcome]) => outcome),
      Array(4).fill('duplicate'),
    );
    assert.deepEqual(
      told(await run(table, { duplicates: 'allow' })).map(([, outcome]) => outcome),
      Array(4).fill('created'),
    );
  });

  it('gives rows to the owners they name, where the importer may', async () => {
    for (const who of ['alex', 'megan', 'miriam'] as const) await desk.people.remember(actor(who));
    const table = `Name,Owner\nDoe,${actor('megan').name}\nBeebe,nobody@contoso.com\n`;
    assert.deepEqual(told(await run(table)), [
      [2, 'created'],
      [3, 'refused'],
    ]);
    assert.equal((await desk.store.leads({ limit: 1 })).items[0]?.ownerId, actor('megan').id);
    assert.deepEqual(told(await run(table, {}, 'alex')), [
      [2, 'refused'],
      [3, 'refused'],
    ]);
  });

  it('gives a row to nobody when several are called like its owner', async () => {
    const anna = (nth: number) => ({
      ...actor('megan'),
      id: `00000000-0000-4000-8000-0000000000a${nth}`,
      name: 'Anna Berg',
      email: `anna${nth}@contoso.example`,
    });
    for (const nth of [1, 2]) await desk.people.remember(anna(nth));
    const results = await run('Name,Owner\nDoe,anna berg\nRoe,anna2@contoso.example\nBeebe,Miriam Graham\n');
    assert.deepEqual(told(results), [
      [2, 'refused'],
      [3, 'created'],
      [4, 'created'],
    ]);
    const problems = [{ field: 'owner', rule: 'not-unique' }];
    assert.deepEqual(results[0], { row: 2, outcome: 'refused', problems });
    const owners = (await desk.store.leads({ limit: 9 })).items.map(({ lastName, ownerId }) => [lastName, ownerId]);
    assert.deepEqual(new Map(owners as [string, string][]).get('Roe'), anna(2).id);
  });

  it('refuses a table without names, and people who may not', async () => {
    const code = (wanted: string) => (error: unknown) => error instanceof LeadError && error.code === wanted;
    await assert.rejects(run('Email\na@b.com'), code('invalid-input'));
    await assert.rejects(run(''), code('invalid-input'));
    await assert.rejects(run('Last Name\nDoe', {}, 'adele'), code('not-permitted'));
  });

  it('gives back from an export what was exported, and nothing a spreadsheet would calculate', async () => {
    const text = fc.constantFrom(
      '=1+1',
      "'=1",
      '+49 30 123',
      '-5',
      '@x',
      'a "b", c; d',
      'zwei\nZeilen',
      "''+1",
      'Ümläut',
    );
    await fc.assert(
      fc.asyncProperty(text, text, async (topic, description) => {
        const draft = { lastName: 'Doe', topic, description, companyName: topic.replace('\n', ' ') };
        const { lead } = await createLead(desk, actor('alex'), draft, { via: 'api', duplicates: 'allow' });
        const table = leadsCsv([lead]);
        for (const row of await allRows(table)) {
          for (const cell of 'cells' in row ? row.cells : []) assert.doesNotMatch(cell, /^[=+\-@\t\r]/);
        }
        const [result] = await run(table, { duplicates: 'allow' }, 'alex');
        assert.ok(result?.outcome === 'created', JSON.stringify(result));
        const again = await desk.store.lead(result.leadId);
        const { topic: t, description: d, companyName: c } = lead;
        assert.deepEqual([again?.topic, again?.description, again?.companyName], [t, d, c]);
      }),
      { numRuns: 40 },
    );
    const amounts = { budgetAmount: '1234.5', annualRevenue: '0.125', estimatedValue: '7' };
    for (const currency of ['KWD', 'EUR', 'JPY']) {
      const draft = { lastName: 'Doe', currency, ...amounts };
      const { lead } = await createLead(desk, actor('alex'), draft, { via: 'api', duplicates: 'allow' });
      const [result] = await run(leadsCsv([lead]), { duplicates: 'allow' }, 'alex');
      assert.ok(result?.outcome === 'created', JSON.stringify(result));
      const again = await desk.store.lead(result.leadId);
      const { budgetAmount, annualRevenue, estimatedValue } = lead;
      assert.deepEqual(
        [again?.budgetAmount, again?.annualRevenue, again?.estimatedValue],
        [budgetAmount, annualRevenue, estimatedValue],
      );
    }
    assert.equal(protectedCell('plain'), 'plain');
    for (const sign of '=+-@\t\r\n＝＋－＠') {
      assert.equal(protectedCell(`${sign}1`), `'${sign}1`);
      assert.equal(cellValue('topic', `'${sign}1`), cellValue('topic', `${sign}1`));
    }
  });

  it('runs as a command: shows first, then imports, then finds everything there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lead-desk-import-'));
    const file = join(folder, 'leads.csv');
    writeFileSync(file, 'Nachname;Firma\nDoe;Contoso\n;Litware\n');
    const env = { DATABASE_URL: `file:${join(folder, 'import.db')}` };
    const said = async (...args: string[]) => {
      const lines: string[] = [];
      assert.equal(await importFile([file, ...args], env, (line) => lines.push(line)), 0);
      return lines;
    };
    const columns = ['Nachname → lastName', 'Firma → companyName'];
    const refusal = 'row 3: lastName is required';
    assert.deepEqual((await said('--dry-run')).slice(1), [...columns, refusal, '1 would-create, 1 refused']);
    assert.deepEqual((await said()).slice(1), [...columns, refusal, '1 created, 1 refused']);
    assert.equal(await importFile([], env, () => undefined), 1);
  });

  it('leaves rows without an owner to nobody when run as a command, for no colleague runs it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lead-desk-import-'));
    const file = join(folder, 'leads.csv');
    writeFileSync(file, 'Last Name,Owner\nDoe,\nBeebe,Import\n');
    const DATABASE_URL = `file:${join(folder, 'import.db')}`;
    const lines: string[] = [];
    assert.equal(await importFile([file], { DATABASE_URL }, (line) => lines.push(line)), 0);
    assert.equal(lines.at(-1), '1 created, 1 refused');
    const { store } = await openStore(DATABASE_URL, createLog({ level: 'silent', local: false }));
    const imported = { ...desk, store };
    const { items } = await listLeads(imported, actor('miriam'), { view: 'unassigned' });
    await store.close();
    assert.deepEqual(
      items.map(({ lastName, ownerId, ownerName }) => [lastName, ownerId, ownerName]),
      [['Doe', null, null]],
    );
  });
});
