import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Write } from './write.ts';

/**
 * Makes writes durable in a thread of its own, on a connection of its own: meanwhile this one answers others instead of
 * waiting for the disk. It starts with the first of them, and keeps no process alive that has nothing to write.
 */
export class CommitThread {
  readonly #file: string;
  #thread: Worker | undefined;

  /** @param file of a database that is there already */
  constructor(file: string) {
    this.#file = file;
  }

  /**
   * All of them together or none; which of them took. Not to be called again before it has answered.
   * @throws what the database says; then nothing is written. When the thread itself ends, nobody knows.
   */
  async putAll(writes: readonly Write[]): Promise<boolean[]> {
    this.#thread ??= new Worker(new URL('./in-commit-thread.mjs', import.meta.url), { workerData: this.#file });
    const thread = this.#thread;
    thread.ref();
    try {
      const answer = once(thread, 'message');
      thread.postMessage(writes);
      const [{ taken, error }] = await answer.catch((ended) => {
        this.#thread = undefined;
        throw ended;
      });
      if (error) throw error;
      return taken;
    } finally {
      thread.unref();
    }
  }

  async close(): Promise<void> {
    const thread = this.#thread;
    if (!thread) return;
    this.#thread = undefined;
    thread.ref();
    const ended = once(thread, 'exit');
    thread.postMessage(null);
    await ended;
  }
}
