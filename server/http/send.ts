import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Answer, encodingFor, matches } from './answer.ts';

/** Sends a kept answer: its bytes in the best encoding, or 304 where the client has them. */
export function deliver(request: IncomingMessage, response: ServerResponse, answer: Answer, status = 200) {
  const variant = answer.variant(encodingFor(request.headers['accept-encoding'] as string | undefined));
  if (status === 200 && matches(request.headers['if-none-match'], variant.etag)) {
    response.writeHead(304, variant.notModified);
    response.end();
    return;
  }
  response.writeHead(status, variant.headers);
  if (request.method === 'HEAD') response.end();
  else response.end(variant.body);
}
