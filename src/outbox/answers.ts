/** An answer given to a request that may come again. */
export type GivenAnswer = { status: number; headers: Record<string, string>; body: unknown };

/** What is known of a request when it comes (again). */
export type Known =
  | { state: 'new' }
  | { state: 'running' }
  | { state: 'other-request' }
  | { state: 'done'; answer: GivenAnswer };

/** Remembers answers by the key a caller sent with its request (`Idempotency-Key`), for every server process. */
export interface Answers {
  /** Claims a key, or says what became of it. `fingerprint` tells another request under the same key apart. */
  claim(scope: string, fingerprint: string, now: Date): Promise<Known>;
  finish(scope: string, answer: GivenAnswer): Promise<void>;
  /** Gives a key back after a fault, so that the caller can try again. */
  release(scope: string): Promise<void>;
  /** Gives back every key without an answer: for a server that starts as the only one on its database. */
  releaseUnfinished(): Promise<void>;
  /** Forgets what was claimed before that moment. */
  forget(before: Date): Promise<void>;
}
