import { type Logger, pino } from 'pino';

export type Log = Logger;

type Told = { type: string; code?: unknown; message: string; stack?: string; cause?: Told };

/**
 * An error for a log: its kind, what it says without what it quotes (which may be somebody's data), where, and why. Where
 * it was noticed that the store is away says nothing, and there are many of them.
 */
export function errorForLog(error: unknown, where = true): Told {
  if (!(error instanceof Error))
    return { type: typeof error, message: 'something else than an error was thrown', stack: '' };
  const { name, message, stack = '', cause } = error;
  const { code } = error as { code?: unknown };
  const said = message.replace(/"[^"]*"|'[^']*'|\(\S.*\)/gs, '…').slice(0, 300);
  const frames = stack.split('\n').filter((line) => /^ {4}at /.test(line));
  const isWhere = where && code !== 'store-unavailable';
  const why = cause instanceof Error ? { cause: errorForLog(cause, isWhere) } : {};
  return {
    type: name,
    ...(code !== undefined && { code }),
    message: said,
    ...(isWhere && { stack: [`${name}: ${said}`, ...frames].join('\n') }),
    ...why,
  };
}

const serializers = { err: (error: unknown) => errorForLog(error) };

/** Structured lines for machines; in local mode one readable line each. Never mail text, names, addresses or tokens. */
export function createLog({ level, local }: { level: string; local: boolean }): Log {
  if (!local) return pino({ level, serializers });
  return pino({ level, base: null, serializers }, { write: (line) => process.stdout.write(readable(line)) });
}

function readable(line: string): string {
  const { time, level, msg, err, ...rest } = JSON.parse(line);
  const name = { 30: '', 40: 'warning: ', 50: 'error: ' }[level as 30] ?? '';
  const facts = Object.entries(rest).map(
    ([key, value]) => `${key}=${typeof value === 'object' ? JSON.stringify(value) : value}`,
  );
  const stack = [err, err?.cause]
    .map((told) => (told?.stack ? `\n${told.stack}` : told ? `: ${told.message}` : ''))
    .join('');
  return `${new Date(time).toTimeString().slice(0, 8)} ${name}${[msg, ...facts].join(' ')}${stack}\n`;
}
