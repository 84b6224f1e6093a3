// npm run bench [-- --quick] [-- --only=email|http|tab|bot|cards|sqlite|postgres]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { temporaryPostgres } from '../test/temporary-postgres.ts';
import { botBench, cardsBench } from './bot-bench.ts';
import { emailBench } from './email-bench.ts';
import { postgresFloor, sqliteFloor } from './floor.ts';
import { httpBench } from './http-bench.ts';
import { paneBench } from './pane-bench.ts';
import { Report } from './report.ts';
import { storeBench } from './store-bench.ts';
import { tabBench } from './tab-bench.ts';

const quick = process.argv.includes('--quick');
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length);
const wanted = (part: string) => only === undefined || only === part;
const folder = mkdtempSync(join(tmpdir(), 'lead-desk-bench-'));
const report = new Report();
const how = quick
  ? { sizes: [2000, 10_000], seconds: 0.15, rows: 500, runs: 1 }
  : { sizes: [10_000, 1_000_000], seconds: 2, rows: 100_000, runs: 5 };

if (wanted('email')) await emailBench(report, quick ? 1 : 5);
if (wanted('http')) await httpBench(report, folder, quick ? 0.6 : 4);
if (wanted('pane')) await paneBench(report, join(folder, 'pane.db'), quick ? 5 : 11);
if (wanted('tab')) await tabBench(report, folder, quick ? 20_000 : 100_000);
// The two that take long for what they say every time run when they are asked for.
if (only === 'bot') await botBench(report, folder, quick ? 0.6 : 4);
if (only === 'cards') {
  const postgres = await temporaryPostgres();
  await cardsBench(report, await postgres.database(), quick ? 50 : 500);
  await postgres.stop();
}
if (wanted('sqlite')) {
  const file = join(folder, 'leads.db');
  await storeBench(report, { name: 'SQLite', url: `file:${file}`, floor: async () => sqliteFloor(file), ...how });
}
if (wanted('postgres')) {
  const postgres = await temporaryPostgres();
  const url = await postgres.database();
  await storeBench(report, { name: 'PostgreSQL', url, floor: () => postgresFloor(url), ...how });
  await postgres.stop();
}
report.save(quick);
rmSync(folder, { recursive: true });
