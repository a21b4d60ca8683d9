import { connect, type Socket } from 'node:net';

export type Load = { url: string; headers?: Record<string, string>; expect: number };

const requestOf = ({ url, headers = {} }: Load) => {
  const { pathname, search, host } = new URL(url);
  const lines = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from(`GET ${pathname}${search} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
};

const open = (url: string) =>
  new Promise<Socket>((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname, () => resolve(socket.setNoDelay(true)));
    socket.on('error', reject);
  });

/** Bytes of one answer, head and body. Throws when its status is not the one expected. */
async function sizeOf(load: Load): Promise<number> {
  const socket = await open(load.url);
  socket.write(requestOf(load));
  let received = Buffer.alloc(0);
  for await (const piece of socket) {
    received = Buffer.concat([received, piece as Buffer]);
    const end = received.indexOf('\r\n\r\n');
    if (end < 0) continue;
    const head = received.subarray(0, end).toString('latin1');
    if (!head.startsWith(`HTTP/1.1 ${load.expect} `))
      throw new Error(`${load.url}: expected ${load.expect}, got ${head.split('\r\n')[0]}`);
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
    if (received.length >= end + 4 + length) break;
  }
  socket.destroy();
  return received.length;
}

/**
 * Answers a second that a server gives to `connections` that each ask again as soon as they are answered, until
 * `enough` says so. Every answer to one address has the same length, so that answers are counted by their bytes alone
 * and the client stays lighter than what it measures.
 */
export async function rate(
  load: Load,
  enough: (answers: number, seconds: number) => boolean,
  connections = 50,
): Promise<number> {
  const size = await sizeOf(load);
  const request = requestOf(load);
  const sockets = await Promise.all(Array.from({ length: connections }, () => open(load.url)));
  const started = performance.now();
  let answers = 0;
  await Promise.all(
    sockets.map(
      (socket) =>
        new Promise<void>((resolve, reject) => {
          let waiting = size;
          socket.on('error', reject);
          socket.on('data', (piece) => {
            waiting -= piece.length;
            if (waiting > 0) return;
            if (waiting < 0) return reject(new Error(`${load.url}: an answer of another length`));
            answers++;
            waiting = size;
            if (enough(answers, (performance.now() - started) / 1000)) return resolve();
            socket.write(request);
          });
          socket.write(request);
        }),
    ),
  );
  const seconds = (performance.now() - started) / 1000;
  for (const socket of sockets) socket.destroy();
  return answers / seconds;
}
