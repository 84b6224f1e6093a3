import { builtPart } from './built-part.mjs';
import { startPlayground } from './playground.mjs';

const say = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);

const { startServer } = await builtPart('server.js');

/** @type {Awaited<ReturnType<typeof import('../server.ts').startServer>>} */
let server;
try {
  server = await startServer(process.env);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}
say(`Lead Desk        ${server.url}`);
say(`Leads tab        ${server.url}/tab/`);
if (server.local) say(`Outlook preview  ${server.url}/preview`);
const playground = server.playground ? await startPlayground(server.url, { port: 56150 }) : undefined;

let stopping = false;
async function stop() {
  if (stopping) return;
  stopping = true;
  playground?.child.kill('SIGTERM');
  await server.stop();
  process.exit(0);
}
process.on('SIGINT', stop);
process.on('SIGTERM', stop);

await playground?.ready;
if (playground?.child.exitCode === null && !stopping) say(`Teams chat       ${playground.url}`);
