import { Worker } from 'node:worker_threads';

/** Parsed where it stands in a few milliseconds; what is longer is parsed apart. */
const SHORT = 1024 * 1024;

/** A text of JSON that arrives piece by piece. A long one is parsed by a thread of its own, while the server goes on. */
export class JsonText {
  #chunks: Buffer[] = [];
  #size = 0;
  #apart: number | undefined;

  add(chunk: Buffer): void {
    this.#size += chunk.length;
    if (this.#apart === undefined && this.#size > SHORT) {
      this.#apart = thread.begin();
      for (const kept of this.#chunks) thread.add(this.#apart, kept);
      this.#chunks = [];
    }
    if (this.#apart === undefined) this.#chunks.push(chunk);
    else thread.add(this.#apart, chunk);
  }

  /** Nobody wants to know any more. */
  drop(): void {
    if (this.#apart !== undefined) thread.drop(this.#apart);
  }

  /** What it says, `undefined` where it is empty. @throws SyntaxError */
  async value(): Promise<unknown> {
    if (this.#apart !== undefined) return thread.parse(this.#apart);
    return this.#size ? JSON.parse(Buffer.concat(this.#chunks).toString()) : undefined;
  }
}

/** So much text goes from thread to thread at once: in a fraction of a millisecond. */
const PIECE = 256 * 1024;
/** The names of a value, which are handed over at once, together; ours have a tenth of it. */
const MOST_NAMES = 1024 * 1024;

/**
 * What the thread does. It shares nothing with the rest, so it is written out here and is no file to be found. What is
 * handed over keeps the server for as long as it is long: a value comes without the texts that are too much of it, and
 * says where they belong; they follow piece by piece, each when it is asked for.
 */
const WORK = `
  const { parentPort } = require('node:worker_threads');
  const arriving = new Map();
  const leaving = new Map();

  function parse(bytes) {
    const root = { value: JSON.parse(bytes.toString()) };
    const [places, texts] = [[], []];
    let [room, names] = [${PIECE}, ${MOST_NAMES}];
    const shorten = (holder) => {
      for (const at of Object.keys(holder)) {
        names -= Array.isArray(holder) ? 0 : at.length;
        if (names < 0) throw new SyntaxError('too many long names');
        const value = holder[at];
        if (typeof value === 'object' && value !== null) shorten(value);
        else if (typeof value === 'string' && value.length > room) {
          texts.push(value);
          places.push(holder, at);
          holder[at] = '';
        } else if (typeof value === 'string') room -= value.length;
      }
    };
    shorten(root);
    return { root, places, texts };
  }

  function more(rest) {
    const pieces = [];
    for (let room = ${PIECE}; room > 0 && rest.nth < rest.texts.length; ) {
      const text = rest.texts[rest.nth];
      const piece = text.slice(rest.from, rest.from + room);
      pieces.push(rest.nth, piece);
      room -= piece.length;
      rest.from += piece.length;
      if (rest.from === text.length) Object.assign(rest, { nth: rest.nth + 1, from: 0 });
    }
    return { pieces, isLast: rest.nth === rest.texts.length };
  }

  parentPort.on('message', ({ id, bytes, isWhole, isDropped }) => {
    if (bytes) {
      if (!arriving.has(id)) arriving.set(id, []);
      arriving.get(id).push(bytes);
    } else if (isDropped) arriving.delete(id);
    else if (isWhole) {
      const chunks = arriving.get(id);
      arriving.delete(id);
      try {
        const { root, places, texts } = parse(Buffer.concat(chunks));
        if (texts.length) leaving.set(id, { texts, nth: 0, from: 0 });
        parentPort.postMessage({ id, root, places });
      } catch {
        parentPort.postMessage({ id, isWrong: true });
      }
    } else {
      const { pieces, isLast } = more(leaving.get(id));
      if (isLast) leaving.delete(id);
      parentPort.postMessage({ id, pieces, isLast });
    }
  });
`;

/** Objects and lists, each with the name of a property of it. */
type Places = (Record<string, unknown> | string)[];
type Answer = {
  root?: { value: unknown };
  /** Where the texts go that are still to come. */
  places: Places;
  /** Of which text, and what comes next of it. */
  pieces: (number | string)[];
  isLast: boolean;
};
type Waiting = { resolve: (answer: Answer) => void; reject: (error: unknown) => void };

class ParsingThread {
  #worker: Worker | undefined;
  #last = 0;
  readonly #waiting = new Map<number, Waiting>();

  begin(): number {
    return ++this.#last;
  }

  add(id: number, chunk: Buffer): void {
    const { buffer } = chunk;
    // Of a piece of a buffer the whole buffer would go; then its own bytes are handed over.
    const isWhole = buffer instanceof ArrayBuffer && chunk.length === buffer.byteLength;
    const bytes = isWhole ? new Uint8Array(buffer) : new Uint8Array(chunk);
    this.#thread().postMessage({ id, bytes }, [bytes.buffer]);
  }

  drop(id: number): void {
    this.#thread().postMessage({ id, isDropped: true });
  }

  async parse(id: number): Promise<unknown> {
    const { root, places } = await this.#ask({ id, isWhole: true });
    if (!root) throw new SyntaxError('not JSON');
    for (let isLast = !places.length; !isLast; ) {
      const next = await this.#ask({ id });
      putIn(places, next.pieces);
      isLast = next.isLast;
    }
    return root.value;
  }

  #ask(what: { id: number; isWhole?: true }): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.set(what.id, { resolve, reject });
      this.#thread().postMessage(what);
    });
  }

  #thread(): Worker {
    this.#worker ??= this.#start();
    return this.#worker;
  }

  #start(): Worker {
    const worker = new Worker(WORK, { eval: true, execArgv: [] });
    worker.on('message', ({ id, ...answer }: Answer & { id: number }) => {
      this.#waiting.get(id)?.resolve(answer);
      this.#waiting.delete(id);
    });
    worker.once('error', (error) => {
      this.#worker = undefined;
      for (const { reject } of this.#waiting.values()) reject(error);
      this.#waiting.clear();
    });
    // It ends with the process and does not keep it alive. Last, as listening to it would.
    worker.unref();
    return worker;
  }
}

/** A text grows by its pieces without being copied each time. */
function putIn(places: Places, pieces: Answer['pieces']): void {
  for (let at = 0; at < pieces.length; at += 2) {
    const nth = Number(pieces[at]);
    const [holder, name] = [places[2 * nth] as Record<string, string>, String(places[2 * nth + 1])];
    holder[name] += String(pieces[at + 1]);
  }
}

const thread = new ParsingThread();
