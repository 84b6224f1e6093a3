import type { Activity } from 'botbuilder';
import { readCommand } from './commands/read-command.ts';
import { plainText } from './plain-text.ts';

/** What a message asks for. Hosts without Action.Execute send a button's fallback: a message with a value. */
export function askedBy(activity: Activity): { verb: string; data: unknown; pressed?: boolean } {
  const { value } = activity;
  return typeof value?.verb === 'string'
    ? { verb: value.verb, data: value, pressed: true }
    : readCommand(plainText(activity));
}
