import { isObject } from './is-object.ts';

/** A call as office.js posts it to the window around it, taken apart. */
export type OfficeCall = {
  kind: 'invoke' | 'register' | 'unregister';
  /** The channel's own name, `ExecuteMethod` for nearly everything, or an event's name. */
  action: string;
  conversationId: string;
  correlationId: number;
  dispatchId: number | undefined;
  /** What the method was given, as office.js spells it. */
  params: unknown;
};

const kinds = ['invoke', 'register', 'unregister'] as const;
const request = 0;
const response = 1;
const forCalling = 0;
const forEventing = 1;

/** `InvokeResultCode` of office.js: the host could not handle the request. */
export const errorHandlingRequest = -2;

/** Undefined for everything that is not a request of office.js: other scripts post messages, too. */
export function parseOfficeCall(message: unknown): OfficeCall | undefined {
  const fields = typeof message === 'string' ? parseJson(message) : undefined;
  if (!isObject(fields) || fields._messageType !== request) return undefined;
  const kind = kinds[Number(fields._actionType ?? 0)];
  if (!kind || typeof fields._actionName !== 'string') return undefined;
  const data = fields._data;
  const method = isObject(data) ? (data.MethodData ?? data.DdaMethod) : undefined;
  return {
    kind,
    action: fields._actionName,
    conversationId: String(fields._conversationId),
    correlationId: Number(fields._correlationId),
    dispatchId: isObject(method) && typeof method.DispatchId === 'number' ? method.DispatchId : undefined,
    params: isObject(data) && 'ApiParams' in data ? data.ApiParams : data,
  };
}

export function answerMessage(call: OfficeCall, data: unknown, errorCode: number): string {
  return envelope(call.action, call.conversationId, call.correlationId, data, errorCode, forCalling);
}

export function eventMessage(event: string, conversationId: string, data: unknown): string {
  return envelope(event, conversationId, 0, data, 0, forEventing);
}

function envelope(
  action: string,
  conversationId: string,
  correlationId: number,
  data: unknown,
  errorCode: number,
  responseType: number,
): string {
  return JSON.stringify({
    _messageType: response,
    _actionName: action,
    _conversationId: conversationId,
    _correlationId: correlationId,
    _origin: location.origin,
    _data: data,
    _errorCode: errorCode,
    _responseType: responseType,
    _serializerVersion: 1,
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // A message of somebody else.
  }
}
