// npm run bench [-- --quick] [-- --only=email,http,load,pane,tab,bot,cards,sqlite,crowd,postgres]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { temporaryPostgres } from '../test/temporary-postgres.ts';
import { botBench, cardsBench } from './bot-bench.ts';
import { crowdBench } from './crowd-bench.ts';
import { emailBench } from './email-bench.ts';
import { postgresFloor, sqliteFloor } from './floor.ts';
import { httpBench } from './http-bench.ts';
import { loadBench } from './load-bench.ts';
import { paneBench } from './pane-bench.ts';
import { type Later, runParts } from './parts.ts';
import { Report } from './report.ts';
import { storeBench } from './store-bench.ts';
import { tabBench } from './tab-bench.ts';

const quick = process.argv.includes('--quick');
const only = process.argv
  .find((argument) => argument.startsWith('--only='))
  ?.slice('--only='.length)
  .split(',');
const folder = mkdtempSync(join(tmpdir(), 'lead-desk-bench-'));
const report = new Report();
const how = quick
  ? { sizes: [2000, 10_000], seconds: 0.08, rows: 500, many: [100], runs: 1 }
  : { sizes: [10_000, 1_000_000], seconds: 2, rows: 100_000, many: [100, 1000], runs: 5 };

const parts = {
  email: () => emailBench(report, quick ? 0.5 : 5),
  http: (later: Later) => httpBench(report, later, folder, quick ? 0.3 : 4),
  load: (later: Later) =>
    loadBench(report, later, folder, quick ? { seconds: 2, everyMs: 25 } : { seconds: 20, everyMs: 50 }),
  pane: (later: Later) => paneBench(report, later, join(folder, 'pane.db'), quick ? 7 : 41),
  tab: (later: Later) =>
    tabBench(
      report,
      later,
      folder,
      quick ? { size: 10_000, rounds: 3, scrolled: 1500 } : { size: 100_000, rounds: 15, scrolled: 10_000 },
    ),
  bot: (later: Later) => botBench(report, later, folder, quick ? 0.2 : 4),
  cards: async (later: Later) => cardsBench(report, await postgresUrl(later), quick ? 20 : 500),
  sqlite: (later: Later) => {
    const file = join(folder, 'leads.db');
    return storeBench(report, later, {
      name: 'SQLite',
      url: `file:${file}`,
      floor: async () => sqliteFloor(file),
      ...how,
    });
  },
  // Over the leads of the part before where that has run.
  crowd: (later: Later) =>
    crowdBench(report, later, {
      url: `file:${join(folder, 'leads.db')}`,
      ...(quick ? { size: 10_000, seconds: 0.3 } : { size: 1_000_000, seconds: 4 }),
    }),
  postgres: async (later: Later) => {
    const url = await postgresUrl(later);
    await storeBench(report, later, { name: 'PostgreSQL', url, floor: () => postgresFloor(url), ...how });
  },
};

async function postgresUrl(later: Later): Promise<string> {
  const postgres = await temporaryPostgres();
  later(() => postgres.stop());
  return postgres.database();
}

const failed = await runParts(report, parts, only);
report.save({ quick, ...(only && { only }), failed });
rmSync(folder, { recursive: true, force: true });
process.exit(failed.length ? 1 : 0);
