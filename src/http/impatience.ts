import { randomUUID } from 'node:crypto';
import { type Server, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { HttpError, type HttpErrorCode, toProblem } from './problem.ts';

/** How long a sender may take, or has to wait, in milliseconds. */
export type Patience = {
  headers: number;
  request: number;
  /** For the body of what nobody has signed for yet. */
  unsignedBody: number;
  /** Before being told of too many requests: who asks again at once asks that much less often. */
  tooMany: number;
  /** How often it is looked whether somebody takes too long. */
  look: number;
};

export const PATIENCE: Patience = {
  headers: 15_000,
  request: 120_000,
  unsignedBody: 10_000,
  tooMany: 500,
  look: 5000,
};

type Refused = { code: HttpErrorCode; detail: string };
const REFUSED: Record<string, Refused> = {
  ERR_HTTP_REQUEST_TIMEOUT: { code: 'request-timeout', detail: 'The request took too long to arrive.' },
  HPE_HEADER_OVERFLOW: { code: 'headers-too-large', detail: 'The headers are too large.' },
};
const MALFORMED: Refused = { code: 'malformed-request', detail: 'This is not a request.' };

/** Whoever sends slowly or hugely, or opens connections without end, gets no further than this, and is told why. */
export function beImpatient(server: Server, { headers, request, look }: Patience): void {
  server.headersTimeout = headers;
  server.requestTimeout = request;
  // Longer than proxies keep a connection: else one of them sends into a connection that is just being closed.
  server.keepAliveTimeout = 65_000;
  // The web server takes it as an option, and the framework passes none on.
  Object.assign(server, { connectionsCheckingInterval: look });
  server.maxHeadersCount = 100;
  server.maxConnections = 5000;
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => refuse(error, socket as Socket));
}

/** There is no request yet that could be answered in the usual way. */
function refuse(
  { code = '' }: NodeJS.ErrnoException,
  socket: Socket & { _httpMessage?: { headersSent?: boolean } },
): void {
  // Gone already, or in the middle of another answer.
  if (code === 'ECONNRESET' || !socket.writable || socket._httpMessage?.headersSent) return void socket.destroy();
  const refused = REFUSED[code] ?? MALFORMED;
  const problem = toProblem(new HttpError(refused.code, refused.detail), randomUUID());
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    'x-content-type-options: nosniff',
    'connection: close',
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.destroySoon();
}
