import { type Logger, pino } from 'pino';

export type Log = Logger;

/** An error for a log: its kind, what it says without what it quotes (which may be somebody's data), and where. */
function err(error: Error & { code?: unknown }): { type: string; code?: unknown; message: string; stack: string } {
  const { name, code, message, stack = '' } = error;
  const said = message.replace(/"[^"]*"|'[^']*'|\(\S.*\)/gs, '…').slice(0, 300);
  const frames = stack.slice(stack.indexOf('\n    at ') + 1);
  return { type: name, ...(code !== undefined && { code }), message: said, stack: `${name}: ${said}\n${frames}` };
}

/** Structured lines for machines; in local mode one readable line each. Never mail text, names, addresses or tokens. */
export function createLog({ level, local }: { level: string; local: boolean }): Log {
  if (!local) return pino({ level, serializers: { err } });
  return pino({ level, base: null, serializers: { err } }, { write: (line) => process.stdout.write(readable(line)) });
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
