import { NetworkProblem } from '../shared/api.ts';
import { SignedOut } from '../shared/signed-out.ts';
import { answerAsked, patienceMs } from './first-table.ts';
import { signedIn, token } from './session.ts';

type Asked = {
  /** Sent as JSON. */
  body?: object;
  /** Sent as a form: files. */
  form?: FormData;
  /** Makes the request safe to send again: its work is done once. */
  key?: string;
  signal?: AbortSignal;
};

/** The lead service said no. `code` is one of its error codes, `fields` those to mend, `reference` to name when asking. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly code: string;
  readonly fields: readonly string[];
  readonly reference: string | undefined;

  constructor(status: number, problem: Record<string, unknown>) {
    super(String(problem.detail ?? problem.title ?? status));
    this.status = status;
    this.code = String(problem.type ?? '').replace('/problems/', '');
    this.fields = fieldsOf(problem.errors);
    this.reference = typeof problem.instance === 'string' ? problem.instance : undefined;
  }
}

/** The lead service cuts off what takes longer than two minutes, and may still say so. */
const uploadPatienceMs = 2 * 60_000 + patienceMs;

/** Asks the lead service. @throws Refusal, NetworkProblem, SignedOut; AbortError when `signal` says so */
export async function ask<Answer>(method: 'GET' | 'POST' | 'PATCH', path: string, asked: Asked = {}): Promise<Answer> {
  const response = await answerOf(method, path, asked);
  return response.json();
}

/** A file, as the lead service keeps it. @throws as `ask` */
export async function askBytes(path: string): Promise<Blob> {
  const response = await answerOf('GET', path, {});
  return response.blob();
}

async function answerOf(method: string, path: string, asked: Asked): Promise<Response> {
  try {
    const first = await send(method, path, asked, await token());
    // It may only have expired a moment ago.
    const answer = first.status === 401 ? await send(method, path, asked, await token({ renew: true })) : first;
    if (answer.ok) return answer;
    if (answer.status === 401) throw new SignedOut('The lead service does not know this sign-in', { expired: true });
    throw new Refusal(answer.status, await answer.json().catch(() => ({})));
  } catch (error) {
    if (error instanceof SignedOut) signedIn.value = error.expired ? 'expired' : 'out';
    throw error;
  }
}

async function send(
  method: string,
  path: string,
  { body, form, key, signal }: Asked,
  given: string,
): Promise<Response> {
  const early = await answerAsked(path, given);
  if (early) return early;
  const patience = AbortSignal.timeout(form ? uploadPatienceMs : patienceMs);
  try {
    return await fetch(`/api${path}`, {
      method,
      headers: {
        authorization: `Bearer ${given}`,
        accept: 'application/json',
        ...(body && { 'content-type': 'application/json' }),
        ...(key && { 'idempotency-key': key }),
      },
      ...(body && { body: JSON.stringify(body) }),
      ...(form && { body: form }),
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new NetworkProblem(error instanceof DOMException && error.name === 'TimeoutError', error);
  }
}

function fieldsOf(errors: unknown): string[] {
  if (!Array.isArray(errors)) return [];
  return errors.map(({ field }: { field?: unknown }) => String(field ?? ''));
}
