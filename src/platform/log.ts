import { type Logger, pino } from 'pino';

export type Log = Logger;

/** Structured lines for machines; in local mode one readable line each. Never mail text, names, addresses or tokens. */
export function createLog({ level, local }: { level: string; local: boolean }): Log {
  if (!local) return pino({ level });
  return pino({ level, base: null }, { write: (line) => process.stdout.write(readable(line)) });
}

function readable(line: string): string {
  const { time, level, msg, err, ...rest } = JSON.parse(line);
  const name = { 30: '', 40: 'warning: ', 50: 'error: ' }[level as 30] ?? '';
  const facts = Object.entries(rest).map(
    ([key, value]) => `${key}=${typeof value === 'object' ? JSON.stringify(value) : value}`,
  );
  const stack = err?.stack ? `\n${err.stack}` : '';
  return `${new Date(time).toTimeString().slice(0, 8)} ${name}${[msg, ...facts].join(' ')}${stack}\n`;
}
