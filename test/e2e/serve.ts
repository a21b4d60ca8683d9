import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** The database that `npm start` serves. */
export const DATABASE = path.resolve(ROOT, process.env.DATABASE ?? 'data/build/cancer.duckdb');

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port');
  return address.port;
}

async function answered(url: string, server: ChildProcess, printed: () => string): Promise<void> {
  const deadline = Date.now() + 120_000;
  while (server.exitCode === null && Date.now() < deadline) {
    const reply = await fetch(`${url}/api/health`).catch(() => null);
    if (reply) return;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  throw new Error(`The server did not answer:\n${printed()}`);
}

/**
 * The compiled server with the built pages on a free port; `stop` ends it. Needs `npm run build` to have run. Throws
 * with what the server printed where it does not answer within two minutes.
 */
export async function serve(env: Record<string, string> = {}) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = spawn(process.execPath, ['.build/server/main.js'], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(port), DATABASE, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (piece) => (printed += piece));
  const ended = once(server, 'exit');
  const stop = async () => {
    server.kill('SIGTERM');
    await ended;
  };
  await answered(url, server, () => printed).catch(async (error) => {
    await stop();
    throw error;
  });
  return { url, stop };
}

/** A server that takes uploads, on a copy of the database of its own in `folder`; its store of loads is `local`. */
export async function serveUploads() {
  const folder = mkdtempSync(path.join(tmpdir(), 'cancer-loads-'));
  const local = path.join(folder, 'local');
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const database = path.join(folder, 'cancer.duckdb');
  copyFileSync(DATABASE, database);
  const { url, stop } = await serve({
    DATABASE: database,
    DATA_DIR: local,
    ALLOW_UPLOAD: '1',
    RATE_LIMIT: '0',
  }).catch((error) => {
    remove();
    throw error;
  });
  return { url, folder, local, stop: () => stop().then(remove) };
}
