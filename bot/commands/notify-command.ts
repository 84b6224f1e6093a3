import { foldText } from '../../src/leads/text.ts';
import type { Command } from './command.ts';
import { is, type Told } from './tell-words.ts';

// What turns something off wherever it stands, what denies, and what does so at the end only; folded.
const OFF =
  /^(?:off|cancel\w*|disabl\w*|deactivat\w*|remov\w*|paus\w*|silenc\w*|ab(?:schalt|stell|bestell)\w*|aus(?:schalt|stell)\w*|deaktivier\w*|desactiv\w*|coup(?:er|e|ez)|supprim\w*|annul\w*|desativ\w*|deslig\w*|apag\w*|quitar?|deja)$|オフ|しない|解除|やめ|不要|いらない|無効|止め|切[るっ]/;
const NO =
  /^(?:no|not|never|none|nie|niemals|nicht|kein(?:en)?|ne|n|pas|jamais|aucune?|nunca|ningun[ao]?|nao|nenhuma?)$/;
const OFF_AT_THE_END = /^(?:aus|ab)$/;
const ON =
  /^(?:enabl\w*|activat\w*|einschalt\w*|ein|aktivier\w*|activ(?:er|ez|e|ar|a)|ativ(?:ar|e|a)|on|an)$|オン|有効/;
const BESIDE =
  /^(?:turn|switch|set|get|send|more|longer|anymore|channel|chat|group|conversation|thread|schalt(?:en|e)?|mach(?:en|e)?|stell(?:en|e)?|mehr|kanal|plus|canal|grupo|groupe|チャンネル|チャット)$/;
const ASKS = /^(?:what|which|is|are|status|state|statut|etat|estado|状態|状況)$/;
const REQUESTS = /^(?:can|could|would|please|kannst|konnen|koennen|bitte|puedes|podria|peux|pouvez)/;

/**
 * New leads are to be told here, or no more; which ones is read from the words after that where it is done. Whoever only
 * asks about it has said neither.
 */
export function notifyCommand(told: readonly Told[]): Command | 'asked' | undefined {
  if (!told.some((word) => is(word, 'notify'))) return undefined;
  const first = told.find((word) => !is(word, 'polite'));
  const begins = is(first, 'notify') || is(first, 'stop');
  if (begins && told.some((word) => is(word, 'stop'))) return { verb: 'notify.stop', data: {} };
  const words = told.filter((word) => !isAbout(word)).map(bare);
  const isOff = (word: string) => OFF.test(word) || (OFF_AT_THE_END.test(word) && word === lastOf(told));
  const rest = words.filter((word) => !BESIDE.test(word));
  if (begins && rest.some(isOff)) return { verb: 'notify.stop', data: {} };
  // 'not web' is about the web.
  if (rest.length && rest.every((word) => isOff(word) || NO.test(word))) return { verb: 'notify.stop', data: {} };
  if (!begins && !(rest.length && rest.every((word) => ON.test(word)))) return undefined;
  return isAsked(told) ? 'asked' : here(told);
}

function here(told: readonly Told[]): Command {
  const isPassed = (word: string) => [ON, BESIDE, OFF_AT_THE_END].some((pattern) => pattern.test(word));
  const start = told.findIndex((word) => !isAbout(word) && !isPassed(bare(word)));
  const filters = (start < 0 ? [] : told.slice(start)).map(({ text }) => text).join(' ');
  return { verb: 'notify.here', data: filters ? { filters } : {} };
}

/** Words of the command itself and small ones, which say nothing of which leads. */
function isAbout(word: Told): boolean {
  if ([ON, NO, OFF_AT_THE_END].some((pattern) => pattern.test(bare(word)))) return false;
  return (['notify', 'polite', 'about', 'new', 'lead', 'all', 'my'] as const).some((concept) => is(word, concept));
}

/** 'Notify?', 'notify status', but not 'could you notify us here?'. */
function isAsked(told: readonly Told[]): boolean {
  if (told.some((word) => ASKS.test(bare(word)))) return true;
  return /[?？]$/.test(told.at(-1)?.text ?? '') && !REQUESTS.test(bare(told[0]));
}

function lastOf(told: readonly Told[]): string {
  return bare(told.findLast((word) => !/^(?:please|bitte|danke)$/.test(bare(word))));
}

function bare(word: Told | undefined): string {
  return foldText(word?.text ?? '').replace(/[^\p{L}\p{N}]+/gu, '');
}
