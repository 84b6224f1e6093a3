import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importFile } from '../../src/cli/import-file.ts';

const CLI = fileURLToPath(new URL('../../src/cli', import.meta.url));
const BACKUP = join(CLI, 'backup.mjs');

describe('npm run import', () => {
  let folder: string;
  let csv: string;
  let database: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lead-desk-import-'));
    csv = join(folder, 'leads.csv');
    database = join(folder, 'leads.db');
    writeFileSync(csv, 'Last Name\nDoe\n');
  });

  const run = async (args: string[], env: Record<string, string> = {}) => {
    const lines: string[] = [];
    const code = await importFile(args, { DATABASE_URL: `file:${database}`, ...env }, (line) => lines.push(line));
    return { code, lines };
  };

  it('writes nothing when npm took --dry-run for its own', async () => {
    const { lines } = await run([csv], { npm_config_dry_run: 'true' });
    assert.equal(lines.at(-1), '1 would-create');
  });

  it('takes one file', async () => {
    const { code, lines } = await run([csv, csv]);
    assert.deepEqual([code, lines.length], [1, 1]);
    assert.match(lines[0] ?? '', /^npm run import -- FILE\.csv/);
    assert.ok(!existsSync(database));
  });

  it('says which database it writes to, and whether that is a new one', async () => {
    assert.equal((await run([csv])).lines[0], `Database: ${database}, new`);
    assert.equal((await run([csv])).lines[0], `Database: ${database}`);
  });

  it('makes no database for a file that is not there', async () => {
    await assert.rejects(run([join(folder, 'missing.csv')]), /ENOENT.*missing\.csv/);
    assert.ok(!existsSync(database));
  });

  it('says why: a server that is down, a table without names', async () => {
    const down = { DATABASE_URL: 'postgres://lead:secret@127.0.0.1:1/leads' };
    await assert.rejects(run([csv], down), { message: 'store-unavailable: connect ECONNREFUSED 127.0.0.1:1' });
    writeFileSync(csv, 'Email\njane@contoso.com\n');
    await assert.rejects(run([csv]), /^Error: lastName has no column: name one “Last Name”/);
  });
});

describe('npm start and npm run import in production', () => {
  it('say what to do where nothing is built', () => {
    const folder = mkdtempSync(join(tmpdir(), 'lead-desk-clone-'));
    cpSync(CLI, join(folder, 'src', 'cli'), { recursive: true });
    for (const command of ['start.mjs', 'import.mjs']) {
      const env = { ...process.env, NODE_ENV: 'production' };
      const { status, stderr } = spawnSync(process.execPath, [join(folder, 'src', 'cli', command)], {
        env,
        encoding: 'utf8',
      });
      assert.deepEqual(
        [status, stderr],
        [1, 'Not built: npm run build, before anything runs with NODE_ENV=production.\n'],
      );
    }
    rmSync(folder, { recursive: true });
  });
});

describe('npm run backup', () => {
  it('says in a line why it cannot', () => {
    const folder = mkdtempSync(join(tmpdir(), 'lead-desk-backup-'));
    const text = join(folder, 'text.db');
    writeFileSync(text, 'This is a letter and no database.'.repeat(100));
    const told = (source: string, target: string) => {
      const env = { ...process.env, DATABASE_URL: `file:${source}` };
      const { status, stderr } = spawnSync(process.execPath, [BACKUP, target], { env, encoding: 'utf8' });
      return { status, stderr };
    };
    assert.deepEqual(told(text, join(folder, 'copy.db')), {
      status: 1,
      stderr: `${text} cannot be copied: file is not a database\n`,
    });
    const nowhere = join(folder, 'missing', 'copy.db');
    assert.deepEqual(told(text, nowhere), { status: 1, stderr: `There is no folder ${join(folder, 'missing')}.\n` });
    assert.ok(!existsSync(join(folder, 'copy.db')));
  });
});
