import type { Activity } from 'botbuilder';
import type { Outcome } from '../src/outbox/deliverer.ts';

const PATIENCE_MS = 15_000;
/** The line did not come about: nothing was sent. */
const NOT_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);
/** Statuses after which Teams asks to try again; the work may have been done behind the last two of them. */
const AGAIN = new Set([408, 412, 425, 429, 500, 502, 503, 504]);
const CERTAINLY_REFUSED = new Set([412, 425, 429]);
/** The bot was removed or blocked (403), or the chat or the message is no more; what else is refused is this one message. */
const GONE = new Set([403, 404, 410]);

type Message = {
  serviceUrl: string;
  conversationId: string;
  /** The message whose place it takes; without it a new one is posted. */
  activityId?: string;
  activity: Partial<Activity>;
  authorization: string | undefined;
};

/**
 * Hands a message to Teams' connector. The SDK's own client tries three times by itself, also where a message may have
 * arrived, and keeps to itself how long Teams asked to wait; here one call is one request.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
 */
export async function sendToConnector(message: Message): Promise<Outcome> {
  const { serviceUrl, conversationId, activityId, activity, authorization } = message;
  const path = ['v3/conversations', encodeURIComponent(conversationId), 'activities'];
  if (activityId) path.push(encodeURIComponent(activityId));
  const headers = { 'content-type': 'application/json', ...(authorization && { authorization }) };
  try {
    const response = await fetch(`${serviceUrl.replace(/\/+$/, '')}/${path.join('/')}`, {
      method: activityId ? 'PUT' : 'POST',
      headers,
      body: JSON.stringify({ ...activity, ...(activityId && { id: activityId }) }),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const text = await response.text();
    return response.ok
      ? { kind: 'done', activityId: idIn(text) ?? activityId ?? '' }
      : refusal(response, Boolean(activityId));
  } catch (error) {
    const { code, name } = causeOf(error);
    // Putting the same card again does no harm; posting it again would be a second message.
    if (activityId || NOT_SENT.has(code)) return { kind: 'later', afterMs: null, detail: code || name };
    return { kind: 'unclear', detail: code || name };
  }
}

function refusal({ status, headers }: Response, isUpdate: boolean): Outcome {
  const detail = `http-${status}`;
  if (status === 401 || CERTAINLY_REFUSED.has(status) || (AGAIN.has(status) && isUpdate)) {
    return { kind: 'later', afterMs: retryAfter(headers.get('retry-after')), detail };
  }
  if (AGAIN.has(status)) return { kind: 'unclear', detail };
  return GONE.has(status) ? { kind: 'gone', detail } : { kind: 'refused', detail };
}

/** Seconds or a date (RFC 9110); an hour at most, whatever somebody says. */
function retryAfter(header: string | null): number | null {
  if (!header) return null;
  const ms = /^\d+(\.\d+)?$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), 3_600_000) : null;
}

function idIn(text: string): string | undefined {
  const id = text.startsWith('{') ? (JSON.parse(text) as { id?: unknown }).id : undefined;
  return typeof id === 'string' ? id : undefined;
}

function causeOf(error: unknown): { code: string; name: string } {
  const { name, cause } = error as { name: string; cause?: { code?: string } };
  return { code: cause?.code ?? '', name };
}
