/** An answer given to a request that may come again. */
export type GivenAnswer = { status: number; headers: Record<string, string>; body: unknown };

/** What is known of a request when it comes (again). */
export type Known =
  | { state: 'new' }
  | { state: 'running' }
  | { state: 'other-request' }
  | { state: 'done'; answer: GivenAnswer };

/** A claim that was not renewed for so long belonged to a process that has ended. */
export const CLAIM_MS = 60_000;

/** Remembers answers by the key a caller sent with its request (`Idempotency-Key`), for every server process. */
export interface Answers {
  /** Claims a key, or says what became of it. `fingerprint` tells another request under the same key apart. */
  claim(scope: string, fingerprint: string, now: Date): Promise<Known>;
  /** Says that whoever claimed a key is still at work. */
  renew(scope: string, now: Date): Promise<void>;
  finish(scope: string, answer: GivenAnswer): Promise<void>;
  /** Gives a key back, with its answer or after a fault, so that the caller can ask again. */
  release(scope: string): Promise<void>;
  /** Gives back every key without an answer: for a server that starts as the only one on its database. */
  releaseUnfinished(): Promise<void>;
  /** Forgets what was claimed before that moment. */
  forget(before: Date): Promise<void>;
}

/** Does the work of a key that was claimed, and keeps the key to it for as long as that takes. */
export async function holdWhile<T>(
  answers: Answers,
  scope: string,
  now: () => Date,
  work: () => Promise<T>,
): Promise<T> {
  // What a fault here misses the next one makes up for.
  const holding = setInterval(() => answers.renew(scope, now()).catch(() => undefined), CLAIM_MS / 3);
  try {
    return await work();
  } finally {
    clearInterval(holding);
  }
}
