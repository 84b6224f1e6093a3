import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Pool } from 'undici';
import { end, startServerProcess } from '../test/server/server-process.ts';
import { measure, sideBySide } from './measure.ts';
import type { Later } from './parts.ts';
import type { Report } from './report.ts';
import { draft } from './seed.ts';

const CONNECTIONS = [1, 10, 50];
const HEADERS = { authorization: 'Bearer local:miriam', 'content-type': 'application/json' };

/** The built server over HTTP, beside a server on the same framework that does nothing else. */
export async function httpBench(report: Report, later: Later, folder: string, seconds: number): Promise<void> {
  report.section('HTTP, SQLite, durable');
  await startAndIdle(report, later, join(folder, 'start.db'));
  const server = await startServerProcess(`file:${join(folder, 'http.db')}`, { LOG_LEVEL: 'warn' });
  later(() => end(server.process, 'SIGTERM'));
  const floor = spawn(process.execPath, [
    new URL('./http-floor.mjs', import.meta.url).pathname,
    join(folder, 'floor.db'),
  ]);
  later(() => end(floor, 'SIGTERM'));
  const [line] = await once(floor.stdout, 'data');
  let n = 0;
  for (const connections of CONNECTIONS) {
    const how = { connections, pipelining: 1 };
    const ours = new Pool(server.url, how);
    const theirs = new Pool(String(line).trim(), how);
    const ask = async (pool: Pool, method: 'GET' | 'POST', path: string, body?: string) => {
      const answer = await pool.request({ method, path, headers: HEADERS, ...(body && { body }) });
      const text = await answer.body.text();
      if (answer.statusCode >= 400) throw new Error(`${path}: ${answer.statusCode} ${text}`);
      return text;
    };
    const lead = () => JSON.stringify(draft(n++));
    const made = JSON.parse(await ask(ours, 'POST', '/api/leads', lead()));
    const seen = JSON.stringify(made);
    const create = await sideBySide(
      () => ask(ours, 'POST', '/api/leads', lead()),
      () => ask(theirs, 'POST', '/insert', lead()),
      { at: connections, seconds },
    );
    report.line({ what: `create, ${connections} connections`, ...create, aim: '≥ 0.5', met: create.ratio >= 0.5 });
    const get = await sideBySide(
      () => ask(ours, 'GET', `/api/leads/${made.id}`),
      () => ask(theirs, 'POST', '/echo', seen),
      { at: connections, seconds },
    );
    report.line({ what: `get, ${connections} connections`, ...get, aim: '≥ 0.45', met: get.ratio >= 0.45 });
    const idle = await measure(() => ask(ours, 'GET', '/healthz'), { at: connections, seconds: seconds / 2 });
    report.line({ what: '  of both, a route that does nothing', ours: idle });
    await Promise.all([ours.close(), theirs.close()]);
  }
}

async function startAndIdle(report: Report, later: Later, file: string): Promise<void> {
  const began = performance.now();
  const server = await startServerProcess(`file:${file}`, { LOG_LEVEL: 'warn' });
  const ms = performance.now() - began;
  later(() => end(server.process, 'SIGTERM'));
  report.line({ what: 'start to ready', figure: `${Math.round(ms)} ms`, aim: '≤ 1,000 ms', met: ms <= 1000 });
  await fetch(`${server.url}/readyz`);
  const status = readFileSync(`/proc/${server.process.pid}/status`, 'utf8');
  const inMb = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024;
  const mb = inMb('VmRSS');
  report.line({ what: 'memory when idle', figure: `${Math.round(mb)} MB`, aim: '≤ 150 MB', met: mb <= 150 });
  report.line({ what: '  of it, programs and libraries', figure: `${Math.round(inMb('RssFile'))} MB` });
  const bare = await memoryOf('');
  report.line({ what: '  Node.js doing nothing', figure: `${bare} MB` });
  const sdk = await memoryOf("import 'botbuilder';");
  report.line({ what: '  Node.js with the Bot Framework SDK', figure: `${sdk} MB` });
  await end(server.process, 'SIGTERM');
}

/** What a process takes that has run so much, in MB. */
async function memoryOf(script: string): Promise<number> {
  const say = `process.stdout.write(String(Math.round(process.memoryUsage().rss / 1024 / 1024)))`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script + say]);
  const [mb] = await once(child.stdout, 'data');
  await end(child, 'SIGTERM');
  return Number(mb);
}
