import type { Log } from './log.ts';

/**
 * The product writes nothing to the console, but libraries do: the SDK of bots prints a key or a stack over every token
 * it refuses. What they print may hold anything and is no line of JSON, so the log is told that one did, and where.
 * @returns what gives the console back
 */
export function consoleToLog(log: Log): () => void {
  const { error, warn } = console;
  const tell = () => {
    // The function: libraries are bundled into one file, where a line says nothing.
    const from = /\n.*\n +at (?:async |new )?([\w.$]+)/.exec(new Error().stack ?? '')?.[1];
    log.warn({ from }, 'a library wrote to the console');
  };
  Object.assign(console, { error: tell, warn: tell });
  return () => void Object.assign(console, { error, warn });
}
