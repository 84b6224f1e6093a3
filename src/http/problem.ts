import { type Duplicate, DuplicatesFound } from '../leads/duplicates.ts';
import { type FieldProblem, LeadError, type LeadErrorCode } from '../leads/lead-error.ts';
import { en } from '../words/en.ts';

/** Refusals of the border itself, beside those of the lead service. */
export type HttpErrorCode =
  | 'malformed-request'
  | 'unauthorized'
  | 'not-permitted'
  | 'sign-in-unavailable'
  | 'not-found'
  | 'method-not-allowed'
  | 'body-too-large'
  | 'headers-too-large'
  | 'request-timeout'
  | 'version-required'
  | 'idempotency-conflict'
  | 'idempotency-mismatch'
  | 'too-many-requests'
  | 'too-busy'
  | 'internal-error';

export class HttpError extends Error {
  readonly code: HttpErrorCode;
  readonly fields: readonly FieldProblem[];
  readonly headers: Record<string, string>;
  constructor(
    code: HttpErrorCode,
    detail: string,
    fields: readonly FieldProblem[] = [],
    headers: Record<string, string> = {},
  ) {
    // A refusal is no fault: nobody asks where in the code it was made, and finding that out is a fifth of what it costs.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(detail);
    Error.stackTraceLimit = stackTraceLimit;
    this.name = 'HttpError';
    this.code = code;
    this.fields = fields;
    this.headers = headers;
  }
}

const LEAD_STATUS: Record<LeadErrorCode, number> = {
  'invalid-input': 422,
  'lead-not-found': 404,
  'timeline-item-not-found': 404,
  'record-not-found': 404,
  'not-permitted': 403,
  'lead-changed': 412,
  'lead-closed': 409,
  'lead-open': 409,
  'lead-has-opportunity': 409,
  'duplicate-lead': 409,
  'duplicate-customer': 409,
  'attachment-refused': 422,
  'store-unavailable': 503,
};

const HTTP_STATUS: Record<HttpErrorCode, number> = {
  'malformed-request': 400,
  unauthorized: 401,
  'not-permitted': 403,
  'sign-in-unavailable': 503,
  'not-found': 404,
  'method-not-allowed': 405,
  'body-too-large': 413,
  'headers-too-large': 431,
  'request-timeout': 408,
  'version-required': 428,
  'idempotency-conflict': 409,
  'idempotency-mismatch': 422,
  'too-many-requests': 429,
  'too-busy': 503,
  'internal-error': 500,
};

/** An error as RFC 9457 `application/problem+json`; `instance` is the request id to name when asking for help. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  errors?: { field: string; message: string }[];
  candidates?: readonly Duplicate[];
};

export function toProblem(error: unknown, requestId: string): Problem {
  const about = (code: string, status: number, detail: string, fields: readonly FieldProblem[] = []): Problem => ({
    type: `/problems/${code}`,
    title: code.replaceAll('-', ' '),
    status,
    detail,
    instance: requestId,
    ...(fields.length && { errors: fields.map((found) => ({ field: found.field, message: en.rule(found) })) }),
  });
  if (error instanceof DuplicatesFound) {
    return { ...about(error.code, LEAD_STATUS[error.code], en.problem[error.code]), candidates: error.candidates };
  }
  if (error instanceof LeadError)
    return about(error.code, LEAD_STATUS[error.code], en.problem[error.code], error.fields);
  if (error instanceof HttpError) return about(error.code, HTTP_STATUS[error.code], error.message, error.fields);
  return about('internal-error', 500, `Something broke on our side. Reference ${requestId}.`);
}
