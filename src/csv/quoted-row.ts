const OPEN = -1;
const ASTRAY = -2;

/** A row taken line by line, as one of its cells may be quoted and go on over several. */
export class QuotedRow {
  readonly cells: string[] = [];
  readonly #separator: string;
  /** The lines so far of a quoted cell that is not closed yet. */
  #open: string[] | undefined;

  constructor(separator: string) {
    this.#separator = separator;
  }

  /** The cells of a line that goes on in no other. */
  static alone(line: string, separator: string): string[] {
    const row = new QuotedRow(separator);
    row.take(line, true);
    return row.cells;
  }

  /** `open`: a quoted cell goes on in the next line; `astray`: it began on an earlier line, and no cell ends like that. */
  take(line: string, alone = false): 'whole' | 'open' | 'astray' {
    for (let at = 0; at <= line.length; at++) {
      const from = this.#open ? at : at + 1;
      const end = this.#open || line[at] === '"' ? this.#closing(line, from) : ASTRAY;
      if (end === OPEN && !alone) {
        this.#open ??= [];
        this.#open.push(line.slice(from));
        return 'open';
      }
      if (end < 0 && this.#open) return 'astray';
      if (end < 0) {
        const next = line.indexOf(this.#separator, at);
        this.cells.push(line.slice(at, next < 0 ? line.length : next));
        at = next < 0 ? line.length : next;
      } else {
        this.cells.push([...(this.#open ?? []), line.slice(from, end)].join('\n').replaceAll('""', '"'));
        this.#open = undefined;
        at = end + 1;
      }
    }
    return 'whole';
  }

  /** Where the quote stands that closes a cell: one before a separator or the end; within, quotes are doubled. */
  #closing(line: string, from: number): number {
    for (let at = line.indexOf('"', from); at >= 0; at = line.indexOf('"', at + 2)) {
      const after = line[at + 1];
      if (after === undefined || after === this.#separator) return at;
      if (after !== '"') return ASTRAY;
    }
    return OPEN;
  }
}
