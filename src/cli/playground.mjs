import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/**
 * The Agents Playground as chat client of the bot at `url`, kept on loopback. A production install has none: undefined.
 * @param {string} url
 * @param {{ port?: number, config?: string }} [options] the port it is to have when that is free; the file that says
 *   who sits before it, `.m365agentsplayground.yml` where none is named
 * `ready` resolves when it is there.
 */
export async function startPlayground(url, { port: wanted = 0, config } = {}) {
  const require = createRequire(import.meta.url);
  let command;
  try {
    const manifest = require.resolve('@microsoft/m365agentsplayground/package.json');
    command = join(dirname(manifest), Object.values(require(manifest).bin)[0]);
  } catch {
    return undefined;
  }
  const port = await freePort(wanted);
  const preload = fileURLToPath(new URL('./loopback.cjs', import.meta.url));
  const args = ['start', '-e', `${url}/api/messages`, '-c', 'msteams', '-p', String(port), '--disable-telemetry'];
  const env = {
    ...process.env,
    TEAMSAPPTESTER_BROWSER: 'none',
    NODE_OPTIONS: `--require ${preload}`,
    ...(config && { M365_AGENTS_PLAYGROUND_CONFIG_PATH: config }),
  };
  const cwd = fileURLToPath(new URL('../..', import.meta.url));
  const child = spawn(process.execPath, [command, ...args], { env, cwd, stdio: 'ignore' });
  const address = `http://127.0.0.1:${port}`;
  return { url: address, child, ready: answering(address, child) };
}

/**
 * Resolves when there is an answer at `url`, or will be none as the process has ended.
 * @param {string} url @param {import('node:child_process').ChildProcess} child
 */
async function answering(url, child) {
  const isThere = () =>
    fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
  while (child.exitCode === null && child.signalCode === null && !(await isThere())) await sleep(100);
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
