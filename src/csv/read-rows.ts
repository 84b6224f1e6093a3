import { Readable } from 'node:stream';
import { parse } from 'csv-parse';

/** A row as its cells; `row` is the number a spreadsheet shows beside it, the headers being row 1. */
export type Row = { row: number; cells: string[] } | { row: number; broken: string };

const LONGEST_ROW = 1_000_000;
const BEGINNING = 16_384;

/** Reads CSV as it arrives, whatever its encoding and separator: no more of it is in memory than is worked on. */
export async function* readRows(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Row> {
  const text = decoded(bytes);
  const first = await text.next();
  if (first.done) return;
  const skipped: Row[] = [];
  let row = 0;
  const parser = parse({
    delimiter: separatorOf(first.value),
    relax_column_count: true,
    relax_quotes: true,
    skip_records_with_error: true,
    max_record_size: LONGEST_ROW,
    on_skip: (error) => {
      skipped.push({ row: ++row, broken: error?.code ?? 'CSV_ERROR' });
      return undefined;
    },
    // Numbered where it is read: rows that are skipped count, too.
    on_record: (cells) => [String(++row), ...cells],
  });
  Readable.from(rest(first.value, text))
    .on('error', (error) => parser.destroy(error))
    .pipe(parser);
  for await (const [number, ...cells] of parser as AsyncIterable<string[]>) {
    while (skipped[0] && skipped[0].row < Number(number)) yield* skipped.splice(0, 1);
    if (cells.some((cell) => cell.trim())) yield { row: Number(number), cells };
  }
  yield* skipped;
}

async function* rest(first: string, text: AsyncGenerator<string>): AsyncGenerator<string> {
  yield first;
  yield* text;
}

/** The separator its header line uses most. */
function separatorOf(text: string): string {
  const header = (/^[^\r\n]*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (separator: string) => header.split(separator).length;
  return [',', ';', '\t'].reduce((best, separator) => (count(separator) > count(best) ? separator : best));
}

async function* decoded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  for await (const chunk of withLongBeginning(bytes)) {
    decoder ??= new TextDecoder(encodingOf(chunk));
    const text = decoder.decode(chunk, { stream: true });
    if (text) yield text;
  }
  const last = decoder?.decode();
  if (last) yield last;
}

/** The same bytes, the first piece long enough to hold the headers and to tell the encoding by. */
async function* withLongBeginning(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let beginning: Uint8Array[] | undefined = [];
  let length = 0;
  for await (const piece of bytes) {
    if (!beginning) {
      yield piece;
      continue;
    }
    beginning.push(piece);
    length += piece.length;
    if (length < BEGINNING) continue;
    yield Buffer.concat(beginning);
    beginning = undefined;
  }
  if (beginning) yield Buffer.concat(beginning);
}

/** Its byte order mark tells, else whether it reads as UTF-8; what does not comes from an older Excel. */
function encodingOf(beginning: Uint8Array): string {
  const [one, two] = beginning;
  if (one === 0xff && two === 0xfe) return 'utf-16le';
  if (one === 0xfe && two === 0xff) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(beginning, { stream: true });
    return 'utf-8';
  } catch {
    // A byte that begins no letter of UTF-8.
    return 'windows-1252';
  }
}
