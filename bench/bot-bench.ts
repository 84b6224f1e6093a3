import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Pool } from 'undici';
import { HOLD_MS } from '../src/outbox/follow-up-lead.ts';
import { newId } from '../src/platform/new-id.ts';
import { standInConnector, TEAMS_LIMITS } from '../test/outbox/stand-in-connector.ts';
import { cardsDrill } from '../test/server/cards-drill.ts';
import { end, startServerProcess } from '../test/server/server-process.ts';
import { measure, sideBySide } from './measure.ts';
import type { Later } from './parts.ts';
import type { Report } from './report.ts';
import { turns } from './teams-turns.ts';

const AIM = 0.8;
/** Teams shows an error when a button is not answered within this. */
const INVOKE_LIMIT_MS = 5000;
const AT = [1, 10];
/** Of the time that Teams' limits and the kills take at least. */
const AT_MOST = 1.5;
/** More than there are. */
const qualifiedASecond = (at: number) => 700 + 80 * at;

/** Clicks on cards, beside a bot that does nothing on the same adapter. */
export async function botBench(report: Report, later: Later, folder: string, seconds: number): Promise<void> {
  report.section('Teams turns, SQLite, durable');
  const server = await startServerProcess(`file:${join(folder, 'bot.db')}`, { LOG_LEVEL: 'warn' });
  later(() => end(server.process, 'SIGTERM'));
  const started = async (...script: string[]) => {
    const bot = spawn(process.execPath, script, { cwd: import.meta.dirname, stdio: ['ignore', 'pipe', 'inherit'] });
    later(() => end(bot, 'SIGTERM'));
    const [line] = await once(bot.stdout, 'data');
    return String(line).trim();
  };
  const floor = await started('bot-floor.mjs');
  const rows = await started('--import=tsx', 'bot-rows.ts', `file:${join(folder, 'rows.db')}`);
  const connector = await standInConnector();
  later(() => connector.close());
  const { press } = turns(connector.url);
  for (const connections of [...AT, 100]) {
    const ours = new Pool(server.url, { connections });
    const theirs = new Pool(floor, { connections });
    const theRows = new Pool(rows, { connections });
    const create = async () => {
      const leadId = newId();
      const data = { requestId: leadId, topic: 'Machines', lastName: `Doe-${leadId}`, duplicates: 'allow' };
      await press(ours, 'lead.create', data);
      return leadId;
    };
    const shown = await create();
    const show = () => press(ours, 'lead.show', { leadId: shown });
    const nothing = () => press(theirs, 'lead.show', { leadId: shown });
    if (connections === 100) {
      const busy = await measure(create, { at: connections, seconds });
      const met = busy.p99 <= INVOKE_LIMIT_MS;
      report.line({ what: 'create, 100 turns at once', ours: busy, aim: 'p99 ≤ 5 s', met });
    } else {
      // Leads to be qualified are made before: what is measured is the click.
      const waiting: string[] = [];
      for (let nth = 0; nth < seconds * 4 * qualifiedASecond(connections); nth += 10) {
        waiting.push(...(await Promise.all(Array.from({ length: 10 }, create))));
      }
      const qualify = () => {
        const leadId = waiting.pop() ?? '';
        return press(ours, 'lead.qualify', {
          leadId,
          version: 1,
          currency: 'EUR',
          createOpportunity: 'true',
          createContact: 'true',
          duplicates: 'allow',
        });
      };
      for (const [what, work] of Object.entries({ show, create, qualify })) {
        const both = await sideBySide(work, nothing, { at: connections, seconds });
        report.line({ what: `${what}, ${connections} at once`, ...both, aim: `≥ ${AIM}`, met: both.ratio >= AIM });
      }
      const keepOnly = () => press(theRows, 'lead.create', {});
      // The others have thousands of turns behind them by now.
      await measure(keepOnly, { at: 10, seconds: 4 * seconds });
      const both = await sideBySide(keepOnly, nothing, { at: connections, seconds });
      report.line({ what: `  nothing but a lead's rows, ${connections}`, ...both });
    }
    await Promise.all([ours.close(), theirs.close(), theRows.close()]);
  }
}

/** One lead on many cards, one change, and servers killed in the middle. */
export async function cardsBench(report: Report, database: string, cards: number): Promise<void> {
  report.section('Posted cards, PostgreSQL, a connector with Teams’ limits');
  const kills = [cards / 5, cards / 2];
  const { seconds, refused, twice, unrecorded } = await cardsDrill(database, cards, kills);
  const floor = cards / TEAMS_LIMITS.perSecond + (kills.length * HOLD_MS) / 1000;
  const most = AT_MOST * floor;
  report.line({
    what: `${cards} cards up to date, ${kills.length} kills`,
    figure: `${seconds.toFixed(1)} s, floor ${floor.toFixed(1)} s`,
    aim: `≤ ${most.toFixed(1)} s`,
    met: seconds <= most,
  });
  report.remark(
    `floor: ${TEAMS_LIMITS.perSecond} a second, and ${HOLD_MS / 1000} s until others take over; a card missed or out of order fails this part`,
  );
  report.line({ what: '  refused for being too fast', figure: String(refused) });
  report.line({
    what: '  put twice',
    figure: String(twice),
    aim: `≤ ${unrecorded}, on their way when killed`,
    met: twice <= unrecorded,
  });
}
