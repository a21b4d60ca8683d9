import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

const CONFIGURATION = path.resolve(import.meta.dirname, '../../../scripts/deploy/nginx.conf');
const installed = spawnSync('nginx', ['-v']).status === 0;
if (!installed) console.warn('SKIPPED: nginx is not installed');

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

describe.runIf(installed)('nginx before a server', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'nginx-test-'));
  const seen: http.IncomingMessage[] = [];
  /** Answers as ours does: max-age=0, an ETag, 304 to who has it. */
  const server = http.createServer((request, response) => {
    seen.push(request);
    const headers = {
      etag: '"a"',
      'cache-control': 'public, max-age=0, must-revalidate',
      vary: 'Accept-Encoding',
    };
    const same = request.headers['if-none-match'] === '"a"';
    response.writeHead(same ? 304 : 200, headers).end(same ? undefined : 'answer');
  });
  let port = 0;
  let nginx: ChildProcess;

  beforeAll(async () => {
    port = await freePort();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    chmodSync(folder, 0o755);
    const filled = readFileSync(CONFIGURATION, 'utf8')
      .replaceAll('@FOLDER@', folder)
      .replaceAll('@PORT@', `127.0.0.1:${port}`)
      .replaceAll('@LOG@', 'off')
      .replaceAll('@SERVERS@', `server 127.0.0.1:${(server.address() as AddressInfo).port};`);
    writeFileSync(path.join(folder, 'nginx.conf'), filled);
    const line = ['-p', folder, '-c', path.join(folder, 'nginx.conf'), '-g', 'daemon off;'];
    nginx = spawn('nginx', line, { stdio: 'inherit' });
    for (let attempt = 0; attempt < 200; attempt++) {
      if (await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => null)) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('nginx did not answer');
  });
  beforeEach(() => {
    seen.length = 0;
  });
  afterAll(async () => {
    nginx.kill('SIGQUIT');
    await once(nginx, 'exit');
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const ask = (url: string, headers: Record<string, string> = {}) =>
    fetch(`http://127.0.0.1:${port}${url}`, { headers });

  test('an answer is asked for once, whatever the order and case of encodings, and a reader who has it gets a 304', async () => {
    for (const accepted of ['gzip, deflate, br', 'br, gzip', 'GZIP, BR']) {
      const reply = await ask('/api/one', { 'accept-encoding': accepted });
      expect([reply.status, await reply.text()]).toEqual([200, 'answer']);
    }
    const same = await ask('/api/one', { 'accept-encoding': 'br', 'if-none-match': '"a"' });
    expect([same.status, await same.text(), same.headers.get('etag')]).toEqual([304, '', '"a"']);
    // More than one where the machine is so slow that a second goes by.
    expect(seen.filter(({ headers }) => headers['if-none-match'] === undefined)).toHaveLength(1);
    expect(seen[0]?.headers['accept-encoding']).toBe('br');
  });

  test('a second later the server is asked whether it is still right', async () => {
    await ask('/api/two');
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(await (await ask('/api/two')).text()).toBe('answer');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(seen.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"a"']);
  });

  test('of a download nothing is stored, and conditions reach the server', async () => {
    const url = '/api/download/observations.csv';
    for (const condition of ['"b"', '"a"']) await ask(url, { 'if-none-match': condition });
    expect(seen.map(({ headers }) => headers['if-none-match'])).toEqual(['"b"', '"a"']);
  });

  test('the address of who asks is what nginx saw', async () => {
    await ask('/api/three', { 'x-forwarded-for': '203.0.113.9' });
    expect(seen[0]?.headers['x-forwarded-for']).toBe('127.0.0.1');
  });

  test('what nginx refuses has the body of every failure', async () => {
    const socket = connect(port, '127.0.0.1');
    socket.end('GET /%E0%A4%A HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n');
    let answer = '';
    for await (const piece of socket) answer += piece;
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({ code: 'bad_request' });
  });
});
