import type { EmailMessage } from '../../src/leads/email-message.ts';
import type { PersonChoice } from './person-field.ts';

export type ActionRequest = {
  verb: string;
  data: Record<string, unknown>;
  mail?: EmailMessage;
  view: { host: 'outlook' | 'tab'; locale: string; timeZone: string; theme: 'light' | 'dark' };
};

/**
 * `logsOn` tells beside a draft what becomes of it: logged on a lead when sent, or (null) not at all. `changed` is the
 * id of a lead that was written.
 */
export type ActionAnswer = {
  card: object;
  toast?: string;
  refused?: boolean | string;
  logsOn?: string | null;
  changed?: string;
};

/** The service answered, and said no. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  readonly title: string;
  readonly detail: string | undefined;
  readonly instance: string | undefined;

  constructor(status: number, title: string, detail?: string, instance?: string) {
    super(detail ? `${title}: ${detail}` : title);
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.instance = instance;
  }
}

/** No answer: the service was not reached, or took too long. */
export class NetworkProblem extends Error {
  override readonly name = 'NetworkProblem';
  readonly timedOut: boolean;

  constructor(timedOut: boolean, cause: unknown) {
    super(timedOut ? 'No answer in time' : 'Service not reached', { cause });
    this.timedOut = timedOut;
  }
}

const patienceMs = 15_000;
// Attachments take their time on the way.
const slowestBytesPerMs = 100;

/** Throws ApiProblem or NetworkProblem. */
export async function act(token: string, request: ActionRequest): Promise<ActionAnswer> {
  const { status, body } = await answerTo(token, request);
  if (typeof body?.card !== 'object' || body.card === null) {
    throw new ApiProblem(status, 'The lead service sent an answer without a card');
  }
  const toast = textOf(body.toast);
  const changed = textOf(body.changed);
  return {
    card: body.card,
    ...(toast && { toast }),
    ...(changed && { changed }),
    ...(body.logsOn === null || typeof body.logsOn === 'string' ? { logsOn: body.logsOn } : {}),
    ...(body.refused ? { refused: textOf(body.refused) ?? true } : {}),
  };
}

/** What an input offers while somebody types. Throws ApiProblem or NetworkProblem. */
export async function choicesFor(token: string, request: ActionRequest): Promise<PersonChoice[]> {
  const { status, body } = await answerTo(token, request);
  if (!Array.isArray(body?.choices)) throw new ApiProblem(status, 'The lead service sent an answer without choices');
  return body.choices;
}

async function answerTo(token: string, request: ActionRequest) {
  const { status, ok, text } = await post(token, JSON.stringify(request));
  const body = parseObject(text);
  if (ok) return { status, body };
  const title = textOf(body?.title) ?? `The lead service answered with error ${status}`;
  throw new ApiProblem(status, title, textOf(body?.detail), textOf(body?.instance));
}

async function post(token: string, body: string): Promise<{ status: number; ok: boolean; text: string }> {
  try {
    const response = await fetch('/api/actions', {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', accept: 'application/json' },
      body,
      signal: AbortSignal.timeout(patienceMs + body.length / slowestBytesPerMs),
    });
    return { status: response.status, ok: response.ok, text: await response.text() };
  } catch (error) {
    throw new NetworkProblem(error instanceof DOMException && error.name === 'TimeoutError', error);
  }
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value ? value : undefined;
}
