import type { IncomingMessage, ServerResponse } from 'node:http';

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/** Whether an address is this machine's own. */
export const isOwn = (address: string) => LOOPBACK.test(address);

/**
 * The address of who asks: of the connection, or, where a proxy on this machine passes a request on, the one that the
 * proxy added last to X-Forwarded-For. From anywhere else that header is not believed.
 */
export function readerOf({ socket, headers }: IncomingMessage): string {
  const address = socket.remoteAddress ?? '';
  const forwarded = headers['x-forwarded-for'];
  if (forwarded === undefined || !isOwn(address)) return address;
  return String(forwarded).split(',').at(-1)?.trim().slice(0, 64) || address;
}

/** A signal that is aborted when the reader of a response leaves before its end. */
export function leavingOf(response: ServerResponse): AbortSignal {
  const leaving = new AbortController();
  if (response.destroyed) leaving.abort();
  response.once('close', () => {
    if (!response.writableFinished) leaving.abort();
  });
  return leaving.signal;
}

/** The least that a reader must take: so many bytes in each so many milliseconds in which it is waited for. */
export type Pace = { window: number; bytes: number };

export const PACE: Pace = { window: 30_000, bytes: 240 * 1024 };

/**
 * Ends a response whose reader takes less of it than the pace, and calls `slow` first. Time in which the reader waits for
 * the server does not count.
 */
export function keepPace(response: ServerResponse, { window, bytes }: Pace, slow: () => void) {
  const { socket } = response;
  if (!socket) return;
  const taken = () => socket.bytesWritten - socket.writableLength;
  const tick = window / 10;
  let [waited, before] = [0, taken()];
  const timer = setInterval(() => {
    if (socket.writableLength > 0) waited += tick;
    if (waited < window) return;
    const now = taken();
    if (now - before >= bytes) [waited, before] = [0, now];
    else {
      slow();
      response.destroy();
    }
  }, tick).unref();
  response.once('close', () => clearInterval(timer));
}
