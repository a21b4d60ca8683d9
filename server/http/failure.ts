import type { ServerResponse } from 'node:http';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { FastifyError } from 'fastify';
import { API_HEADERS } from './headers.ts';
import { type ProblemCode, ProblemError } from './problem.ts';
import { validationProblem } from './validation.ts';

const EXTRA_HEADERS: Partial<Record<ProblemCode, Record<string, string>>> = {
  method_not_allowed: { allow: 'GET, HEAD' },
  too_many_requests: { 'retry-after': '1' },
  busy: { 'retry-after': '5' },
  no_room: { 'retry-after': '60' },
  no_dataset: { 'retry-after': '5' },
};

/** The headers that a failure goes out with. */
export const headersOf = ({ code }: ProblemError) => ({
  ...API_HEADERS,
  'cache-control': 'no-store',
  ...EXTRA_HEADERS[code],
});

const UNREADABLE = new ProblemError(
  'bad_request',
  'The request could not be read: its address is not well formed.',
);

export const notAnswered = (method = '') =>
  new ProblemError('method_not_allowed', `${method} is not answered; only GET and HEAD are.`);

/** A failure as its reader gets it: a bug shows nothing of the server's inside. */
export function problemOf(error: FastifyError | ProblemError): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error.validation) return validationProblem(error.validation);
  if (error.statusCode && error.statusCode < 500) return UNREADABLE;
  return new ProblemError('internal', 'Something went wrong on the server; it has been logged.');
}

/** What is wrong with a request that Node's parser gave up, by the code of its error. */
const UNPARSED: Record<string, ProblemError> = {
  HPE_HEADER_OVERFLOW: new ProblemError(
    'headers_too_long',
    'The headers of the request are longer than 16 KB.',
  ),
  ERR_HTTP_REQUEST_TIMEOUT: new ProblemError(
    'request_too_slow',
    'The request did not arrive within 10 seconds.',
  ),
};
const NOT_HTTP = new ProblemError('bad_request', 'The request could not be read: it is not HTTP/1.1.');

/** Answers a request that Node's parser gave up, as every other failure is answered, and ends the connection. */
export function answerUnparsed(
  error: Error & { code?: string },
  socket: Socket & { _httpMessage?: ServerResponse | null },
) {
  // A response that has begun cannot be followed by another.
  if (error.code === 'ECONNRESET' || !socket.writable || socket._httpMessage?.headersSent)
    return socket.destroy();
  endWith(UNPARSED[error.code ?? ''] ?? NOT_HTTP, socket);
}

/** Answers with a failure on a connection that no response is of, and ends it. */
export function endWith(problem: ProblemError, socket: Duplex) {
  const body = JSON.stringify(problem.body());
  const headers = {
    ...headersOf(problem),
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}\r\n${lines.join('')}\r\n${body}`);
}
