import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import { end, startServerProcess } from '../test/server/server-process.ts';
import type { Timing } from './measure.ts';
import type { Later } from './parts.ts';
import type { Report } from './report.ts';
import { draft } from './seed.ts';

/** As in a tenant; the addresses of the others are told by a proxy. */
const SETTINGS = { LOG_LEVEL: 'warn', RATE_LIMIT: '600', TRUST_PROXY: '1' };
/** What a browser keeps open. */
const BROWSER_CONNECTIONS = 6;
const ATTACKERS = new URL('./load-attackers.ts', import.meta.url).pathname;

/** How long somebody is watched, and how often somebody does something. */
type Pace = { seconds: number; everyMs: number };

/** What somebody at work notices while others do to the server what they can, on as many machines as it takes. */
export async function loadBench(report: Report, later: Later, folder: string, how: Pace): Promise<void> {
  report.section('A user at work while others attack, SQLite');
  const server = await startServerProcess(`file:${join(folder, 'load.db')}`, SETTINGS);
  later(() => end(server.process, 'SIGTERM'));
  const pool = new Pool(server.url, { connections: BROWSER_CONNECTIONS, pipelining: 1 });
  later(() => pool.close());
  const work = await userAt(pool);
  const connect = () => Promise.all(Array.from({ length: BROWSER_CONNECTIONS }, work));
  for (let nth = 0; nth < 20; nth++) await connect();

  // Quiet before and after: what else the machine does meanwhile then counts for both.
  const half = { ...how, seconds: how.seconds / 2 };
  const since = processorTime(server.process.pid);
  const quiet = await paced(work, half);
  const calmTime = since();
  const attackers = spawn(process.execPath, ['--import=tsx', ATTACKERS, server.url]);
  later(() => end(attackers, 'SIGKILL'));
  attackers.stderr.on('data', (data) => report.remark(String(data)));
  let told = '';
  attackers.stdout.on('data', (data) => {
    told = String(data).trim().split('\n').at(-1) ?? '';
  });
  await once(attackers.stdout, 'data');
  await connect();
  const [sinceAttack, attackersSince] = [processorTime(server.process.pid), processorTime(attackers.pid)];
  const attacked = await paced(work, how);
  const [pressedTime, attackersTime] = [sinceAttack(), attackersSince()];
  await end(attackers, 'SIGKILL');
  await sleep(200);
  quiet.push(...(await paced(work, half)));
  const [calm, pressed] = [timing(quiet, how), timing(attacked, how)];
  const ratio = pressed.p99 / calm.p99;
  report.line({ what: 'get, list and create, quiet', ours: calm });
  report.line({ what: '  while others attack, p99', ours: pressed, ratio, aim: '≤ 5', met: ratio <= 5 });
  report.remark(`the others were told ${told}`);
  if (calmTime && pressedTime && attackersTime) {
    const share = (ms: number, of = how.seconds) => `${(ms / of / 10).toFixed(1)} %`;
    report.remark(
      `of the time the server's thread ran ${share(pressedTime.ran)} and waited for a processor ${share(pressedTime.waited)}, ` +
        `the others ran ${share(attackersTime.ran)}; quiet it ran ${share(calmTime.ran, half.seconds)} and waited ${share(calmTime.waited, half.seconds)}`,
    );
  }
}

/** Somebody who reads, lists and creates leads, each a third of the time. */
async function userAt(pool: Pool): Promise<() => Promise<void>> {
  let n = 0;
  const ask = async (method: 'GET' | 'POST', path: string, body?: object) => {
    // A few colleagues, so that none of them meets a limit.
    const authorization = `Bearer local:${['alex', 'miriam', 'admin'][n % 3]}`;
    const headers = { authorization, 'content-type': 'application/json', 'x-forwarded-for': `192.0.2.${n % 200}` };
    const answer = await pool.request({ method, path, headers, ...(body && { body: JSON.stringify(body) }) });
    const text = await answer.body.text();
    if (answer.statusCode >= 400) throw new Error(`${path}: ${answer.statusCode} ${text}`);
    return JSON.parse(text);
  };
  const { id } = await ask('POST', '/api/leads', draft(n++));
  return async () => {
    const turn = n++ % 3;
    if (turn === 0) await ask('POST', '/api/leads?duplicates=allow', draft(n));
    else await ask('GET', turn === 1 ? `/api/leads/${id}` : '/api/leads?view=open&limit=20');
  };
}

/**
 * How long the main thread of a process ran, and waited for a processor while it could have run, in milliseconds since
 * this was called; undefined where no Linux tells. What it waited for is what else runs on the machine, not its own work.
 */
function processorTime(pid: number | undefined): () => { ran: number; waited: number } | undefined {
  const read = () => {
    const file = `/proc/${pid}/schedstat`;
    if (!existsSync(file)) return undefined;
    const [ran = 0, waited = 0] = readFileSync(file, 'utf8')
      .split(' ')
      .map((ns) => Number(ns) / 1e6);
    return { ran, waited };
  };
  const before = read();
  return () => {
    const now = read();
    return before && now && { ran: now.ran - before.ran, waited: now.waited - before.waited };
  };
}

/** Does work at an even pace, whether or not what was begun before is done: a server that stands still is noticed. */
async function paced(work: () => Promise<void>, { seconds, everyMs }: Pace): Promise<number[]> {
  const times: number[] = [];
  const running: Promise<unknown>[] = [];
  const began = performance.now();
  for (let nth = 0; nth < (seconds * 1000) / everyMs; nth++) {
    const due = began + nth * everyMs;
    await sleep(Math.max(0, due - performance.now()));
    const start = performance.now();
    running.push(work().then(() => times.push(performance.now() - start)));
  }
  await Promise.all(running);
  return times;
}

function timing(times: number[], { everyMs }: Pace): Timing {
  const sorted = times.sort((a, b) => a - b);
  const quantile = (part: number) => sorted[Math.floor((sorted.length - 1) * part)] ?? 0;
  return { perSecond: 1000 / everyMs, p50: quantile(0.5), p99: quantile(0.99) };
}
