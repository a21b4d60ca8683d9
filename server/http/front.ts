import { createServer, type RequestListener, type Server } from 'node:http';
import type { Answer } from './answer.ts';
import { deliver } from './send.ts';

/** Milliseconds to send a request, and for a connection to stand still. */
const REQUEST = 10_000;
const STILL = 60_000;

type Front = {
  /** What was answered before at an address, if it is kept. */
  kept: (url: string) => Answer | undefined;
  allowed: (client: string) => boolean;
};

/** A server that sends by itself what was answered before, for a third of the cost; all else goes to the handler. */
export function frontServer({ kept, allowed }: Front): (handler: RequestListener) => Server {
  return (handler) => {
    const server = createServer((request, response) => {
      const { method, url = '/' } = request;
      const answer = method === 'GET' || method === 'HEAD' ? kept(url) : undefined;
      if (answer && allowed(request.socket.remoteAddress ?? '')) deliver(request, response, answer);
      else handler(request, response);
    });
    server.requestTimeout = REQUEST;
    server.keepAliveTimeout = STILL;
    server.setTimeout(STILL);
    return server;
  };
}
