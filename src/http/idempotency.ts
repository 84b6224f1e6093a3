import { createHash } from 'node:crypto';
import { v5 } from 'uuid';
import { type Answers, holdWhile } from '../outbox/answers.ts';
import { fingerprintOf } from './fingerprint.ts';
import { HttpError } from './problem.ts';
import type { ApiRequest, ApiResponse } from './route.ts';

const KEPT_DAYS = 7;
const NAMESPACE = '9b1f6a0e-4c1b-4d57-8f0e-2f7f5c1c6a11';

/**
 * Answers a request that carries an `Idempotency-Key` once: the same key with the same body, of files with the same length
 * and name, gets the answer it got before. What the request creates takes its id from the key, so that even a server that
 * died between writing and answering makes nothing twice.
 * @throws HttpError `idempotency-conflict` while the first is under way, `idempotency-mismatch` for another body
 */
export async function answerOnce(
  answers: Answers,
  route: string,
  request: ApiRequest,
  work: (request: ApiRequest) => Promise<ApiResponse>,
): Promise<ApiResponse> {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return work(request);
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw new HttpError('malformed-request', 'Idempotency-Key must be 1 to 255 visible ASCII characters.');
  }
  const scope = createHash('sha256').update(`${request.actor.id} ${route} ${key}`).digest('hex');
  const { params, query, body = null } = request;
  const fingerprint = await fingerprintOf([params, query, ...filesAhead(request)], body);
  const { now } = request.desk;
  const known = await answers.claim(scope, fingerprint, now());
  switch (known.state) {
    case 'done':
      return known.answer;
    case 'running':
      throw new HttpError('idempotency-conflict', 'The first request with this Idempotency-Key is still under way.');
    case 'other-request':
      throw new HttpError('idempotency-mismatch', 'This Idempotency-Key was used for another request.');
    case 'new':
  }
  try {
    const minted = { ...request, mintedId: v5(scope, NAMESPACE) };
    const answer = await holdWhile(answers, scope, now, () => work(minted));
    await answers.finish(scope, { status: answer.status, headers: answer.headers ?? {}, body: answer.body ?? null });
    return answer;
  } catch (error) {
    // A refusal or a fault: nothing was written, and the caller may mend the request and use the key again.
    await answers.release(scope);
    throw error;
  }
}

/** What is known of files before they are read; a client that sends the same again says the same. */
function filesAhead({ stream, headers }: ApiRequest): string[] {
  return stream ? [headers['content-length'] ?? '', headers['content-disposition'] ?? ''] : [];
}

/** Forgets keys older than a week. */
export function forgetOldAnswers(answers: Answers, now: Date): Promise<void> {
  return answers.forget(new Date(now.getTime() - KEPT_DAYS * 24 * 60 * 60 * 1000));
}
