import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

export type ServerProcess = { url: string; process: ChildProcess; output: () => string };

/** A server as users run it, in a process of its own, without the chat client. */
export async function startServerProcess(
  databaseUrl: string,
  more: Record<string, string> = {},
): Promise<ServerProcess> {
  const env = { ...process.env, PORT: '0', PLAYGROUND: 'off', DATABASE_URL: databaseUrl, ...more };
  const child = spawn(process.execPath, ['src/cli/start.mjs'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const ready = new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk;
      const url = /^Lead Desk +(http:\S+)$/m.exec(output)?.[1];
      if (url) resolve(url);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => reject(new Error(`ended with ${code} before it was ready:\n${output}`)));
  });
  return { url: await ready, process: child, output: () => output };
}

/** Ends a process with a signal; resolves to its exit code, null when the signal ended it. */
export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const exited = once(child, 'exit');
  child.kill(signal);
  const [code] = await exited;
  return code;
}
