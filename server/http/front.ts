import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Answer } from './answer.ts';
import { endWith, notAnswered } from './failure.ts';
import { readerOf } from './reader.ts';
import { deliver } from './send.ts';

/** Milliseconds a client has to send a request, and a connection may be idle. */
const REQUEST_TIMEOUT = 10_000;
const IDLE_TIMEOUT = 60_000;
/** Milliseconds between looks for requests that take too long: Node's half a minute would let them take forty seconds. */
const LOOK_EVERY = 1000;

type Front = {
  /** The answer given before at an address, if it is kept. */
  kept: (url: string) => Answer | undefined;
  allowed: (client: string) => boolean;
};

/** How many Host headers a request has: of several Node would show the first. */
export function hostsOf({ rawHeaders }: IncomingMessage): number {
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] as string;
    if (name.length === 4 && name.toLowerCase() === 'host') hosts++;
  }
  return hosts;
}

/** Refuses a tunnel, whose connection Node looks after no more: its faults are ours to hear, its end ours to see to. */
function endConnect(socket: Socket) {
  socket.on('error', () => socket.destroy());
  socket.resume();
  endWith(notAnswered('CONNECT'), socket);
  socket.destroySoon();
}

/** A server that sends kept answers itself, for a third of the cost; all other requests go to the handler. */
export function frontServer({ kept, allowed }: Front): (handler: RequestListener) => Server {
  return (handler) => {
    // Node would refuse a request without Host without a word; the handler does so with one.
    const options = { requireHostHeader: false, connectionsCheckingInterval: LOOK_EVERY };
    const server = createServer(options, (request, response) => {
      const { method, url = '/' } = request;
      const known = hostsOf(request) === 1 && (method === 'GET' || method === 'HEAD');
      const answer = known ? kept(url) : undefined;
      if (answer && allowed(readerOf(request))) deliver(request, response, answer);
      else handler(request, response);
    });
    // What Node would end without a word, or refuse with no more than a status.
    server.on('connect', (_request, socket) => endConnect(socket as Socket));
    server.on('checkExpectation', (request, response) => server.emit('request', request, response));
    server.requestTimeout = REQUEST_TIMEOUT;
    server.keepAliveTimeout = IDLE_TIMEOUT;
    server.setTimeout(IDLE_TIMEOUT);
    return server;
  };
}
