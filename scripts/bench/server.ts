import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { ROOT } from '../../server/dataset/root.ts';

/** A port nobody listens on now. */
export const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** Waits for an answer of a server that has been started. Throws where it ends, or gives none in so many seconds. */
export async function answers(url: string, child: ChildProcess, seconds: number) {
  for (let attempt = 0; attempt < 10 * seconds; attempt++) {
    if (child.exitCode !== null) throw new Error(`${url}: the server ended with code ${child.exitCode}`);
    const reply = await fetch(url).catch(() => null);
    if (reply?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url}: no answer within ${seconds} seconds`);
}

/**
 * Starts a compiled script as a server on a free port; answers its address, its process and how to stop it. Throws, and
 * stops it, where it gives no answer in so many seconds.
 */
export async function serve(
  script: string,
  healthPath: string,
  environment: Record<string, string> = {},
  seconds = 60,
) {
  const port = await freePort();
  const child = spawn(process.execPath, [path.join(ROOT, '.build', script)], {
    cwd: ROOT,
    env: {
      ...process.env,
      ...{ NODE_ENV: 'production', PORT: String(port), HOST: '127.0.0.1', RATE_LIMIT: '0' },
      ...environment,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  const stop = () => child.kill('SIGTERM');
  await answers(url + healthPath, child, seconds).catch((error) => {
    stop();
    throw error;
  });
  return { url, child, stop };
}

/** Milliseconds of a processor that a process has used so far, to ten; not a number where that cannot be read. */
export async function processorMilliseconds(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // After the name in brackets; the times in user and kernel mode are in hundredths of a second (proc(5)).
  const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
  return 10 * (Number(fields[11] ?? Number.NaN) + Number(fields[12] ?? Number.NaN));
}

/** The memory a process holds now; not a number where it cannot be read. */
export const residentMegabytes = (pid: number | undefined) => megabytesOf(pid, 'VmRSS');

/** The most memory that this process has held; not a number where it cannot be read. */
export const peakMegabytes = () => megabytesOf(process.pid, 'VmHWM');

async function megabytesOf(pid: number | undefined, field: 'VmRSS' | 'VmHWM'): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? Number.NaN) / 1024;
}
