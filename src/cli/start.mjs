import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const say = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);

if (process.env.NODE_ENV !== 'production') await (await import('./build.mjs')).buildIfStale();
const built = new URL('../../dist/server.js', import.meta.url);
const { startServer } = await import(built.href);

/** @type {Awaited<ReturnType<typeof import('../server.ts').startServer>>} */
let server;
try {
  server = await startServer(process.env);
} catch (error) {
  process.stderr.write(`${error instanceof Error && error.name === 'ConfigError' ? error.message : error}\n`);
  process.exit(1);
}
say(`Lead Desk        ${server.url}`);
say(`Leads tab        ${server.url}/tab/`);
if (server.local) say(`Outlook preview  ${server.url}/preview`);
const playground = server.playground ? await startPlayground(server.url) : undefined;

let stopping = false;
async function stop() {
  if (stopping) return;
  stopping = true;
  playground?.kill('SIGTERM');
  await server.stop();
  process.exit(0);
}
process.on('SIGINT', stop);
process.on('SIGTERM', stop);

/** The Agents Playground as chat client, kept on loopback. @param {string} url */
async function startPlayground(url) {
  const require = createRequire(import.meta.url);
  let command;
  try {
    const manifest = require.resolve('@microsoft/m365agentsplayground/package.json');
    command = join(dirname(manifest), Object.values(require(manifest).bin)[0]);
  } catch {
    // A production install has no Playground; the server runs without it.
    return undefined;
  }
  const port = await freePort(56150);
  const preload = fileURLToPath(new URL('./loopback.cjs', import.meta.url));
  const args = ['start', '-e', `${url}/api/messages`, '-c', 'msteams', '-p', String(port), '--disable-telemetry'];
  const env = { ...process.env, TEAMSAPPTESTER_BROWSER: 'none', NODE_OPTIONS: `--require ${preload}` };
  const cwd = fileURLToPath(new URL('../..', import.meta.url));
  const child = spawn(process.execPath, [command, ...args], { env, cwd, stdio: 'ignore' });
  say(`Teams chat       http://127.0.0.1:${port}`);
  return child;
}

/** @param {number} wanted @returns {Promise<number>} */
function freePort(wanted) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(freePort(0)));
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address();
      const port = address && typeof address === 'object' ? address.port : wanted;
      probe.close(() => resolve(port));
    });
  });
}
