import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { temporaryFolder, wait, writeTiny } from './tiny.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** The compiled server, or where there is none the sources, which take some seconds to be read. */
const MAIN = existsSync(path.join(ROOT, '.build/server/main.js'))
  ? ['.build/server/main.js']
  : ['--import', 'tsx', 'server/main.ts'];

/** The server as a process of its own; `printed` is what it wrote. */
async function started(env: Record<string, string>) {
  const child = spawn(process.execPath, MAIN, {
    cwd: ROOT,
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (printed += piece));
  const ended = once(child, 'exit');
  while (!/Listening on .*\n/.test(printed)) {
    if (child.exitCode !== null) throw new Error(printed);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const port = Number(/Listening on http:\/\/.*:(\d+)/.exec(printed)?.[1]);
  return { child, port, ended, printed: () => printed };
}

/** A dataset that is more than all the buffers on the way hold. */
let large: string;
beforeAll(async () => {
  const observations = Array.from({ length: 1200 }, (_, i) => ({
    ...wait('00A', '2016-04', 1, 3),
    grp: `group ${i}`,
    note: randomBytes(8192).toString('hex'),
  }));
  large = await writeTiny(path.join(temporaryFolder(), 'large.duckdb'), 'large', observations);
});

/** A download that has begun and is not read further until its reader says so. */
async function download(port: number) {
  const agent = new http.Agent({ keepAlive: true });
  const request = http.get({ port, host: '127.0.0.1', path: '/api/download/observations.csv', agent });
  const [response] = (await once(request, 'response')) as [http.IncomingMessage];
  await once(response, 'readable');
  return response.on('error', () => {});
}

test('a slow download ends within the grace, on a connection that would be kept', async () => {
  const server = await started({ DATABASE: large, HOST: '127.0.0.1', SHUTDOWN_GRACE: '60' });
  const response = await download(server.port);
  server.child.kill('SIGTERM');
  await new Promise((resolve) => setTimeout(resolve, 1000));
  await once(response.resume(), 'end');
  const from = performance.now();
  expect(response.complete).toBe(true);
  expect((await server.ended)[0]).toBe(0);
  expect(performance.now() - from).toBeLessThan(30_000);
  expect(server.printed()).toContain('Stopping: 1 connection may end within 60 seconds (SHUTDOWN_GRACE)');
});

test('one that does not is cut, and the log says so; HOST is named as it is', async () => {
  const server = await started({ DATABASE: large, HOST: '0.0.0.0', SHUTDOWN_GRACE: '1' });
  expect(server.printed()).toContain(`Listening on http://0.0.0.0:${server.port}`);
  await download(server.port);
  server.child.kill('SIGTERM');
  expect((await server.ended)[0]).toBe(1);
  expect(server.printed()).toContain(
    'Stopped after 1 seconds with 1 connection cut before the answer had ended',
  );
});

test('a file that is being written when the grace is over leaves nothing in the temporary folder', async () => {
  const TMPDIR = mkdtempSync(path.join(temporaryFolder(), 'grace-'));
  const env = { SHUTDOWN_GRACE: '0', ALLOW_UPLOAD: '1', TMPDIR };
  const server = await started({ DATABASE: large, ...env });
  const own = `127.0.0.1:${server.port}`;
  const request = http.request({
    ...{ method: 'POST', port: server.port, path: '/api/uploads?name=a.csv' },
    headers: {
      ...{ host: own, origin: `http://${own}` },
      ...{ 'content-type': 'application/octet-stream', 'content-length': 2000 },
    },
  });
  request.on('error', () => {});
  request.write('a'.repeat(1000));
  const ours = () => readdirSync(TMPDIR).filter((name) => name.startsWith('cancer-'));
  await vi.waitFor(() => expect(ours()).toHaveLength(1), { timeout: 20_000 });
  server.child.kill('SIGTERM');
  expect((await server.ended)[0]).toBe(1);
  expect(ours()).toEqual([]);
});
