import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Write } from './write.ts';

/**
 * Makes writes durable in a thread of its own, on a connection of its own: meanwhile this one answers others instead of
 * waiting for the disk. It keeps no process alive that has nothing to write.
 */
export class CommitThread {
  readonly #file: string;
  #thread: Worker | undefined;
  #isReady = false;

  /** @param file of a database that is there already */
  constructor(file: string) {
    this.#file = file;
  }

  /** Whether it takes writes; the first question starts it, which takes a moment. One that failed never does again. */
  isReady(): boolean {
    this.#thread ??= this.#start();
    return this.#isReady;
  }

  /**
   * All of them together or none; which of them took. Only when it is ready, and has answered the last time.
   * @throws what the database says; then nothing is written. When the thread itself ends, nobody knows.
   */
  async putAll(writes: readonly Write[]): Promise<boolean[]> {
    const thread = this.#thread;
    if (!thread || !this.#isReady) throw new Error('The thread is not ready');
    thread.ref();
    try {
      const answer = once(thread, 'message');
      thread.postMessage(writes);
      const [{ taken, failed }] = await answer;
      if (failed) throw new Error(failed);
      return taken;
    } finally {
      thread.unref();
    }
  }

  async close(): Promise<void> {
    const thread = this.#thread;
    if (!thread) return;
    thread.ref();
    const ended = once(thread, 'exit');
    thread.postMessage(null);
    await ended;
  }

  #start(): Worker {
    const thread = new Worker(new URL('./in-commit-thread.mjs', import.meta.url), { workerData: this.#file });
    thread.unref();
    thread.once('message', () => {
      this.#isReady = true;
    });
    // Without it, everything is written where it stands.
    thread.on('error', () => {
      this.#isReady = false;
    });
    return thread;
  }
}
