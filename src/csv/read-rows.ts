import { isAscii } from 'node:buffer';
import { QuotedRow } from './quoted-row.ts';

/** A row as its cells; `row` is the number a spreadsheet shows beside it, the headers being row 1. */
export type Row = { row: number; cells: string[] } | { row: number; broken: 'malformed' | 'quote-not-closed' };

const LONGEST_ROW = 1_000_000;
/** How many bytes tell an encoding. */
const TELLING = 16_384;
const KANA_OR_HAN = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]';
const JAPANESE = new RegExp(KANA_OR_HAN, 'gu');
const BESIDE_LATIN = new RegExp(`(?<=[a-z])${KANA_OR_HAN}|${KANA_OR_HAN}(?=[a-z])`, 'giu');

/**
 * Reads CSV as it arrives, whatever its encoding and separator: no more of it is in memory than is worked on. A quote
 * that nothing closes is a letter like others: the lines behind it are read anew, each for itself.
 */
export async function* readRows(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Row> {
  const lines = linesOf(decoded(bytes));
  /** Lines to be read anew, the next one last. */
  const again: string[] = [];
  const next = async (): Promise<string | undefined> => again.pop() ?? (await lines.next()).value;
  let row = 0;
  let separator = '';
  let width = 0;
  let astray = false;
  for (let line = await next(); line !== undefined; line = await next()) {
    if (!separator) {
      // Excel shows this line to nobody.
      separator = /^"?sep=(.)"?\s*$/i.exec(line)?.[1] ?? '';
      if (separator) continue;
    }
    row++;
    if (!separator && !line.trim()) continue;
    separator ||= separatorOf(line);
    if (line.length > LONGEST_ROW) {
      yield { row, broken: 'malformed' };
      continue;
    }
    const quoted = new QuotedRow(separator);
    const taken = [line];
    let length = line.length;
    let state = quoted.take(line);
    while (state === 'open') {
      const more = length > LONGEST_ROW ? undefined : await next();
      if (more !== undefined) taken.push(more);
      length += 1 + (more?.length ?? 0);
      state = more === undefined ? 'astray' : quoted.take(more);
    }
    let { cells } = quoted;
    if (state === 'astray') {
      while (taken.length > 1) again.push(taken.pop() ?? '');
      cells = QuotedRow.alone(line, separator);
      astray = true;
    } else if (taken.length > 1 && taken.every((one) => isRow(one, separator, width))) {
      for (const _line of taken) yield { row: row++, broken: 'quote-not-closed' };
      row--;
      continue;
    }
    if (!cells.some((cell) => cell.trim())) continue;
    width ||= cells.length;
    // What follows a quote that nothing closes may be the rest of a text: until a line has all its cells again.
    astray &&= cells.length < width;
    yield astray ? { row, broken: 'quote-not-closed' } : { row, cells };
  }
}

/** Whether a line of a quoted cell looks like a row that the cell swallowed; in a sentence a space follows the comma. */
function isRow(line: string, separator: string, width: number): boolean {
  return width > 1 && line.split(separator).length === width && !line.includes(`${separator} `);
}

async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<string> {
  let begun = '';
  for await (const piece of text) {
    const all = begun + piece;
    let from = 0;
    for (const { 0: end, index } of all.matchAll(/\r\n|\n|\r(?!$)/g)) {
      yield all.slice(from, index);
      from = index + end.length;
    }
    // Of a line that is too long no more is kept than tells so.
    begun = all.slice(from).slice(0, LONGEST_ROW + 1);
  }
  if (begun) yield begun.replace(/\r$/, '');
}

/** The separator its header line uses most. */
function separatorOf(text: string): string {
  const header = (/^[^\r\n]*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (separator: string) => header.split(separator).length;
  return [',', ';', '\t'].reduce((best, separator) => (count(separator) > count(best) ? separator : best));
}

/** Letters of all encodings are alike until the first that is no plain one. */
async function* decoded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let unsure = Buffer.alloc(0);
  for await (const piece of bytes) {
    if (decoder) {
      yield decoder.decode(piece, { stream: true });
    } else if (!unsure.length && isAscii(piece)) {
      yield Buffer.from(piece).toString('latin1');
    } else {
      unsure = Buffer.concat([unsure, piece]);
      if (unsure.length < TELLING) continue;
      decoder = new TextDecoder(encodingOf(unsure));
      yield decoder.decode(unsure, { stream: true });
    }
  }
  // As a stream, too: Node 20 loses the signs of windows-1252 where it is not one.
  if (!decoder) yield new TextDecoder(encodingOf(unsure, true)).decode(unsure, { stream: true });
  else yield decoder.decode();
}

/** Its byte order mark tells, else whether it reads as UTF-8, or as Japanese; what does not comes from an older Excel. */
function encodingOf(beginning: Uint8Array, whole = false): string {
  const [one, two] = beginning;
  if (one === 0xff && two === 0xfe) return 'utf-16le';
  if (one === 0xfe && two === 0xff) return 'utf-16be';
  if (read(beginning, 'utf-8', whole) !== undefined) return 'utf-8';
  const japanese = read(beginning, 'shift_jis', whole) ?? '';
  const letters = japanese.match(JAPANESE)?.length ?? 0;
  // An é and what follows it may read as one kanji, but then it stands among Latin letters.
  const amongLatin = japanese.match(BESIDE_LATIN)?.length ?? 0;
  return amongLatin < letters / 2 ? 'shift_jis' : 'windows-1252';
}

function read(bytes: Uint8Array, encoding: string, whole: boolean): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: !whole });
  } catch {
    // Bytes that are no letters of it.
    return undefined;
  }
}
