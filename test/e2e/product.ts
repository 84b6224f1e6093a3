import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** The whole product as `npm start` runs it, on free ports over the given database. */
export async function startProduct(
  databaseUrl: string,
): Promise<{ url: string; chat: string; stop: () => Promise<void> }> {
  const env = { ...process.env, PORT: '0', DATABASE_URL: databaseUrl, NODE_ENV: 'development' };
  const child = spawn(process.execPath, ['src/cli/start.mjs'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const text = await outputUntil(child, 'Teams chat');
  const address = (label: string) => new RegExp(`${label} +(http://\\S+)`).exec(text)?.[1] ?? '';
  const chat = address('Teams chat');
  return {
    url: address('Lead Desk'),
    chat,
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

function outputUntil(child: ChildProcess, wanted: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk) => {
      text += chunk;
      if (new RegExp(`${wanted}.*\\n`).test(text)) resolve(text);
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code} before it was ready:\n${text}`)));
  });
}
