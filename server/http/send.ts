import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Answer, encodingFor, matches } from './answer.ts';

/** Sends an answer: its bytes in the best encoding, or 304 where the client has them. */
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

/** Sends an answer past Fastify's serialiser: it is bytes already. */
export function send(request: FastifyRequest, reply: FastifyReply, answer: Answer, status = 200) {
  reply.hijack();
  deliver(request.raw, reply.raw, answer, status);
}

const HOST = /^[\w.-]+(:\d{1,5})?$|^\[[\da-f:]+\](:\d{1,5})?$/i;

/** Where readers find this server: the public address it was started with, else as this reader addressed it. */
export const originOf = ({ protocol, host }: FastifyRequest, publicUrl?: string) =>
  publicUrl ?? (HOST.test(host) ? `${protocol}://${host}` : 'http://localhost');
