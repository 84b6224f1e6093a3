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

/** What the thread does. It shares nothing with the rest, so it is written out here and is no file to be found. */
const WORK = `
  const { parentPort } = require('node:worker_threads');
  const texts = new Map();
  parentPort.on('message', ({ id, bytes, isWhole }) => {
    const chunks = texts.get(id) ?? [];
    if (bytes) return void texts.set(id, chunks).get(id).push(bytes);
    texts.delete(id);
    if (!isWhole) return;
    try {
      parentPort.postMessage({ id, value: JSON.parse(Buffer.concat(chunks).toString()) });
    } catch {
      parentPort.postMessage({ id, isWrong: true });
    }
  });
`;

type Answer = { id: number; value?: unknown; isWrong?: true };
type Waiting = { resolve: (value: unknown) => void; reject: (error: unknown) => void };

class ParsingThread {
  #worker: Worker | undefined;
  #last = 0;
  readonly #waiting = new Map<number, Waiting>();

  begin(): number {
    return ++this.#last;
  }

  add(id: number, chunk: Buffer): void {
    // Of a piece of a buffer the whole buffer would go; its own bytes are handed over.
    const bytes = new Uint8Array(chunk);
    this.#thread().postMessage({ id, bytes }, [bytes.buffer]);
  }

  drop(id: number): void {
    this.#thread().postMessage({ id });
  }

  parse(id: number): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#thread().postMessage({ id, isWhole: true });
    });
  }

  #thread(): Worker {
    this.#worker ??= this.#start();
    return this.#worker;
  }

  #start(): Worker {
    const worker = new Worker(WORK, { eval: true, execArgv: [] });
    worker.on('message', ({ id, value, isWrong }: Answer) => {
      const { resolve, reject } = this.#waiting.get(id) ?? {};
      this.#waiting.delete(id);
      if (isWrong) reject?.(new SyntaxError('not JSON'));
      else resolve?.(value);
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

const thread = new ParsingThread();
