import { copyFileSync, renameSync } from 'node:fs';
import { Agent, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openForBuilding } from '../../../scripts/build/database.ts';
import { long } from '../../sample.ts';
import { appOf, built, DATABASE } from '../app.ts';
import { temporaryFolder } from '../tiny.ts';

const SWAPS = 20;
const CONNECTIONS = 50;
/** Milliseconds in which a server takes over a dataset, whatever it is asked meanwhile. */
const PATIENCE = 30_000;
const ADDRESSES = [
  '/api/catalogue',
  '/api/areas',
  '/api/snapshot?metric=62-day-wait&period=2016-04&level=ccg',
  '/api/snapshot?metric=early-stage&period=2013&level=ccg',
  '/api/trend?metric=62-day-wait&area=02N&grain=month',
  '/api/scorecard?alliance=west-yorkshire&period=2016-04',
];
/** A download is made anew for each who asks: one does. */
const DOWNLOAD = '/api/download/observations.csv?metric=early-stage';

const textOf = (response: IncomingMessage) =>
  new Promise<string>((resolve, reject) => {
    const pieces: Buffer[] = [];
    response.on('data', (piece) => pieces.push(piece));
    response.on('end', () => resolve(Buffer.concat(pieces).toString()));
    response.on('error', reject);
  });

/** A copy of the dataset in which every lower bound, note and the version are others. */
async function changed(folder: string, from: string) {
  const file = path.join(folder, 'changed.duckdb');
  copyFileSync(from, file);
  const { connection, close } = await openForBuilding(file);
  await connection.run(`UPDATE observation SET lower = lower * 0.999, note = coalesce(note || ' ', '') || 'Changed.';
    UPDATE dataset SET version = 'changed'; CHECKPOINT`);
  close();
  return file;
}

/** The bundled dataset and a changed one, and where the one that is served will lie. */
async function twoDatasets() {
  const folder = temporaryFolder();
  // Of its own: a build may go on beside the test.
  const bundled = path.join(folder, 'bundled.duckdb');
  copyFileSync(DATABASE, bundled);
  const files = [bundled, await changed(folder, bundled)];
  return { files, database: path.join(folder, 'cancer.duckdb') };
}

test.runIf(long && built)(
  `swapped ${SWAPS} times under load: no answer fails, each is of one dataset alone`,
  async () => {
    const { files, database } = await twoDatasets();
    const swap = (file: string) => {
      copyFileSync(file, `${database}.new`);
      renameSync(`${database}.new`, database);
    };
    swap(String(files[0]));
    const app = await appOf({ database, every: 50 });
    await app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = app.server.address() as AddressInfo;
    const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
    const ask = (address: string) =>
      new Promise<string>((resolve, reject) => {
        const asked = get({ port, host: '127.0.0.1', path: address, agent }, async (response) =>
          resolve(`${response.statusCode} ${await textOf(response)}`),
        );
        asked.on('error', reject);
      });
    const served = async () =>
      (await (await fetch(`http://127.0.0.1:${port}/api/health`)).json()).dataVersion;
    const versions: string[] = [];
    const right = new Map([...ADDRESSES, DOWNLOAD].map((address) => [address, new Set<string>()]));
    const other = async (file: string) => {
      const before = await served();
      swap(file);
      await expect.poll(served, { timeout: 120_000 }).not.toBe(before);
    };
    for (const file of [files[1], files[0]]) {
      versions.push(await served());
      for (const address of right.keys()) {
        const answer = await ask(address);
        expect(answer.slice(0, 4), address).toBe('200 ');
        right.get(address)?.add(answer);
      }
      await other(String(file));
    }
    for (const [address, two] of right) expect(two.size, address).toBe(2);

    let going = true;
    let answers = 0;
    const wrong: string[] = [];
    const started = performance.now();
    const traffic = Array.from({ length: CONNECTIONS }, async (_, connection) => {
      for (let i = connection; going; i++) {
        const address = connection === 0 ? DOWNLOAD : String(ADDRESSES[i % ADDRESSES.length]);
        const answer = await ask(address).catch((error: Error) => error.message);
        answers++;
        if (!right.get(address)?.has(answer)) wrong.push(`${address}: ${answer.slice(0, 200)}`);
      }
    });
    for (let i = 1; i <= SWAPS; i++) {
      await other(String(files[i % 2]));
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    going = false;
    await Promise.all(traffic);
    const seconds = (performance.now() - started) / 1000;
    console.info(`${answers} answers in ${seconds.toFixed(1)} s, ${Math.round(answers / seconds)} a second`);
    agent.destroy();
    await app.close();
    expect([wrong.length, wrong[0]]).toEqual([0, undefined]);
    expect(answers).toBeGreaterThan(1000);
  },
  1_800_000,
);

test.runIf(long && built)(
  `with a download on every connection, each of ${SWAPS} swaps is seen within ${PATIENCE / 1000} seconds`,
  async () => {
    const { files, database } = await twoDatasets();
    copyFileSync(String(files[0]), database);
    const app = await appOf({ database, every: 50 });
    await app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = app.server.address() as AddressInfo;
    const served = async () => (await app.inject('/api/health')).json().dataVersion;
    let going = true;
    const statuses = new Set<number>();
    const traffic = Array.from({ length: CONNECTIONS }, async () => {
      while (going) {
        const reply = await fetch(`http://127.0.0.1:${port}${DOWNLOAD}`);
        await reply.text();
        statuses.add(reply.status);
      }
    });
    const seen: number[] = [];
    for (let i = 1; i <= SWAPS; i++) {
      const [before, started] = [await served(), performance.now()];
      copyFileSync(String(files[i % 2]), `${database}.new`);
      renameSync(`${database}.new`, database);
      await expect.poll(served, { timeout: 120_000 }).not.toBe(before);
      seen.push(performance.now() - started);
    }
    going = false;
    await Promise.all(traffic);
    await app.close();
    console.info(`seen after ${seen.map((each) => (each / 1000).toFixed(1)).join(', ')} s`);
    expect([...statuses]).toEqual([200]);
    expect(Math.max(...seen)).toBeLessThan(PATIENCE);
  },
  1_800_000,
);
