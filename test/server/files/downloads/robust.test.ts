import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Database } from '../../../../server/dataset/database.ts';
import { appOf } from '../../app.ts';
import { DRAWING } from '../../drawing.ts';
import { ask } from '../../inject.ts';
import { GAP, OBSERVATIONS, rating, score, temporaryFolder, wait, writeTiny } from '../../tiny.ts';
import { TABLES } from '../../tinyTables.ts';
import { csvwFaults, readCsv, readObservations } from './read.ts';

const CSV = '/api/download/observations.csv';
const FINGERTIPS = '/api/download/fingertips.csv';
const folder = temporaryFolder();
const apps: FastifyInstance[] = [];
let files = 0;

afterEach(async () => {
  vi.restoreAllMocks();
  for (const app of apps.splice(0)) await app.close();
});

/** Waits until an expectation holds; throws what it says after twenty seconds. */
const until = (holds: () => unknown) => vi.waitFor(holds, { timeout: 20_000 });

async function serving(
  observations: readonly object[],
  options: { every?: number; tables?: typeof TABLES; drawing?: string } = {},
) {
  const { tables = TABLES, ...rest } = options;
  const file = path.join(folder, `tiny-${files++}.duckdb`);
  await writeTiny(file, 'tiny', observations, tables);
  const app = await appOf({ database: file, ...rest });
  apps.push(app);
  return { app, file };
}

describe('awkward texts', () => {
  const NAME = 'NHS "Apple", Pear & <Plum> at O’Neill\'s CCG';
  const NOTES = ['=1+1', '-3', '@x', "'=quoted", '+44, or "none"', 'one\r\ntwo', '\ttab', 'plain'];
  const tables = {
    ...TABLES,
    area: TABLES.area.map((area) => (area.id === '00A' ? { ...area, name: NAME } : area)),
  };
  const nobody = {
    ...{ ...wait('00A', '2016-04', 0, 1), ...GAP, grp: 'nobody', numerator: 0, denominator: 0 },
    ...{ status: 'no-patients', note: 'No patients are published' },
  };
  const suppressed = { ...wait('00B', '2016-04', 1, 2), ...GAP, status: 'suppressed', source: '=gap' };
  const observations = [
    ...NOTES.map((note, i) => ({ ...wait('00A', '2016-04', i, 9), grp: `group ${i}`, note })),
    {
      ...score('under-75-mortality', '00A', '2011', 1e-7, 'published', '-3'),
      lower: -1e21,
      upper: 0.1 + 0.2,
    },
    suppressed,
    nobody,
    rating('00A'),
  ];

  test('come back as they are, and none begins as a formula', async () => {
    const { app } = await serving(observations, { tables });
    const { text } = await ask(app, CSV);
    const rows = readObservations(text);
    expect(rows.filter(({ metric }) => metric === '62-day-wait').slice(0, 8)).toMatchObject(
      NOTES.map((note, i) => ({ note, area_name: NAME, group: `group ${i}`, value: i / 9 })),
    );
    expect(rows.find(({ metric }) => metric === 'under-75-mortality')).toMatchObject({
      ...{ value: 1e-7, lower: -1e21, upper: 0.30000000000000004, source: '-3' },
    });
    expect(rows.find(({ status }) => status === 'suppressed')).toMatchObject({
      ...{ value: null, numerator: null, note: GAP.note, source: '=gap' },
    });
    expect(text).not.toMatch(/(^|,|\n)"?[=@]/);
    const metadata = await ask(app, `${CSV}-metadata.json`);
    expect(csvwFaults(readCsv(text), metadata.text)).toEqual([]);
  });

  test('Fingertips’ columns keep them too, and say what is withheld', async () => {
    const { app } = await serving(observations, { tables });
    const { rows } = readCsv((await ask(app, FINGERTIPS)).text);
    expect(rows.find((row) => row.Category === 'group 1')).toMatchObject({
      'Area Name': NAME,
      'Value note': '-3',
    });
    const gap = rows.find((row) => row['Area Code'] === 'E38000001');
    expect(gap).toMatchObject({ Value: '', 'Value note': `Withheld by the publisher: ${GAP.note}` });
    expect(rows.find((row) => row.Denominator === '0')).toMatchObject({
      ...{ Value: '', Count: '0', 'Lower CI 99.8 limit': '', 'Value note': nobody.note },
    });
    expect(rows).toHaveLength(observations.length);
    const rated = rows.find((row) => row['Indicator ID'] === 'patient-experience');
    expect(rated).toMatchObject({
      ...{ Value: '8.7', 'Value note': '' },
      'Compared to England value or percentiles': 'Not compared',
    });
  });

  test('a validator that finds nothing would find these', async () => {
    const { app } = await serving(observations, { tables });
    const { text } = await ask(app, CSV);
    const metadata = (await ask(app, `${CSV}-metadata.json`)).text;
    const spoilt = (change: (cells: Record<string, string>) => Record<string, string>) => {
      const { header, rows } = readCsv(text);
      return csvwFaults({ header, rows: [...rows.slice(1), change(rows[0] ?? {})] }, metadata);
    };
    expect(spoilt((row) => ({ ...row, status: 'guessed' }))).toHaveLength(1);
    expect(spoilt((row) => ({ ...row, value: '81.7%' }))).toHaveLength(1);
    expect(spoilt((row) => ({ ...row, area_name: '' }))).toHaveLength(1);
    const read = readCsv(text);
    expect(csvwFaults({ ...read, rows: [...read.rows, ...read.rows.slice(0, 1)] }, metadata)).toHaveLength(1);
    expect(csvwFaults({ ...read, header: read.header.toReversed() }, metadata)).toHaveLength(1);
  });
});

test('every figure is in the CSV, and the Parquet file is one', async () => {
  const { app } = await serving(OBSERVATIONS);
  expect(readObservations((await ask(app, CSV)).text)).toHaveLength(OBSERVATIONS.length);
  const { status, raw } = await ask(app, '/api/download/observations.parquet');
  expect([status, raw.subarray(0, 4).toString()]).toEqual([200, 'PAR1']);
});

test('files asked for while another dataset lies there are whole and of the one served, and nothing is left behind', async () => {
  const { app, file } = await serving(OBSERVATIONS);
  await writeTiny(file, 'newer', [rating('00A')]);
  // A folder of its own: others write their files to the machine's at the same time.
  const temporary = mkdtempSync(path.join(folder, 'temporary-'));
  vi.stubEnv('TMPDIR', temporary);
  const [parquet, csv] = [await ask(app, '/api/download/observations.parquet'), await ask(app, CSV)];
  vi.unstubAllEnvs();
  expect([parquet.status, csv.status]).toEqual([200, 200]);
  expect(readObservations(csv.text)).toHaveLength(OBSERVATIONS.length);
  expect(readdirSync(temporary)).toEqual([]);
});

describe('where files can be written to no disk', () => {
  const until503 = async (app: FastifyInstance, temporary: string) => {
    vi.stubEnv('TMPDIR', temporary);
    const [parquet, csv, workbook, fingertips, ofOneMetric, deck] = await Promise.all(
      [
        ...['/api/download/observations.parquet', CSV, '/api/download/observations.xlsx', FINGERTIPS],
        ...[`${FINGERTIPS}?metric=62-day-wait`, '/api/pack/upper.pptx'],
      ].map((url) => ask(app, url)),
    );
    vi.unstubAllEnvs();
    for (const each of [parquet, csv, workbook, fingertips])
      expect([each?.status, each?.body.code]).toEqual([503, 'no_room']);
    expect(parquet?.headers['retry-after']).toBe('60');
    expect(parquet?.text).not.toContain(temporary);
    // What needs no disk is answered.
    expect([ofOneMetric?.status, deck?.status]).toEqual([200, 200]);
    vi.stubEnv('TMPDIR', folder);
    expect((await ask(app, '/api/download/observations.parquet')).status).toBe(200);
    vi.unstubAllEnvs();
  };

  test('because the folder is not there, the Parquet file is a 503, and is made once it is', async () => {
    const { app } = await serving(OBSERVATIONS, { drawing: DRAWING });
    await until503(app, path.join(folder, 'nowhere'));
  });

  const succeeds = (program: string, ...args: readonly string[]) => spawnSync(program, args).status === 0;

  /** Mounts a disk of `size` for one test; skipped where that is not allowed. */
  async function onDisk(size: string, skip: (why: string) => void, run: (disk: string) => Promise<unknown>) {
    const disk = mkdtempSync(path.join(folder, 'disk-'));
    const mounted = succeeds('mount', '-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', disk);
    if (!mounted) return skip('a disk can be mounted by root alone');
    try {
      await run(disk);
    } finally {
      succeeds('umount', '-l', disk);
    }
  }
  // The smallest disk that there is: one page of memory, for the folder's name itself takes none.
  const PAGE = '4k';

  test('because the disk is full, it is a 503 and nothing is left behind', async ({ skip }) => {
    await onDisk(PAGE, skip, async (disk) => {
      const { app } = await serving(OBSERVATIONS, { drawing: DRAWING });
      writeFileSync(path.join(disk, 'full'), Buffer.alloc(4096));
      await until503(app, disk);
      expect(readdirSync(disk)).toEqual(['full']);
    });
  });

  test('because it is read-only, it is a 503', async ({ skip }) => {
    await onDisk(PAGE, skip, async (disk) => {
      expect(succeeds('mount', '-o', 'remount,ro', disk)).toBe(true);
      const { app } = await serving(OBSERVATIONS, { drawing: DRAWING });
      await until503(app, disk);
    });
  });

  test('the dataset is served from a disk that is read-only', async ({ skip }) => {
    await onDisk('64m', skip, async (disk) => {
      const file = await writeTiny(path.join(folder, 'elsewhere.duckdb'));
      copyFileSync(file, path.join(disk, 'cancer.duckdb'));
      expect(succeeds('mount', '-o', 'remount,ro', disk)).toBe(true);
      const app = await appOf({ database: path.join(disk, 'cancer.duckdb') });
      const replies = [CSV, '/api/catalogue', '/api/download/observations.parquet'].map((url) =>
        ask(app, url),
      );
      expect((await Promise.all(replies)).map(({ status }) => status)).toEqual([200, 200, 200]);
      await app.close();
    });
  });
});

describe('a reader', () => {
  // What does not compress, and so much of it that no buffer on the way holds it all.
  const MANY = 1000;
  const long = Array.from({ length: MANY }, (_, i) => ({
    ...wait('00A', '2016-04', 1, 3),
    grp: `group ${String(i).padStart(6, '0')}`,
    note: randomBytes(4096).toString('hex'),
  }));

  async function begin(app: FastifyInstance, encoding: string) {
    await app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = app.server.address() as AddressInfo;
    const request = http.get({ port, path: CSV, headers: { 'accept-encoding': encoding } });
    const [response] = (await once(request, 'response')) as [http.IncomingMessage];
    await once(response, 'readable');
    return response;
  }

  test.each(['identity', 'gzip'])('that hangs up half-way (%s) lets go of the dataset', async (encoding) => {
    const { app, file } = await serving(long, { every: 40 });
    const closed = vi.spyOn(Database.prototype, 'close');
    const response = await begin(app, encoding);
    await writeTiny(file, 'newer');
    await until(async () => expect((await ask(app, '/api/health')).body.dataVersion).toBe('newer'));
    expect(closed).not.toHaveBeenCalled();
    response.destroy();
    await until(() => expect(closed).toHaveBeenCalledTimes(1));
    expect(readObservations((await ask(app, CSV)).text)).toHaveLength(OBSERVATIONS.length);
  });

  test('that is slow gets the dataset it began with, to the end, while others are answered', async () => {
    const { app, file } = await serving(long, { every: 40 });
    const response = await begin(app, 'identity');
    await writeTiny(file, 'newer');
    await until(async () => expect((await ask(app, '/api/health')).body.dataVersion).toBe('newer'));
    const closed = vi.spyOn(Database.prototype, 'close');
    const others = await Promise.all(
      Array.from({ length: 10 }, () => ask(app, '/api/trend?metric=62-day-wait&area=00A&grain=month')),
    );
    expect(others.map(({ status }) => status)).toEqual(others.map(() => 200));
    const pieces: Buffer[] = [];
    for await (const piece of response) pieces.push(piece as Buffer);
    expect(readObservations(Buffer.concat(pieces).toString())).toHaveLength(MANY);
    await until(() => expect(closed).toHaveBeenCalledTimes(1));
  });

  test('that asks for the headers alone gets them, and nothing is computed', async () => {
    const { app } = await serving(OBSERVATIONS);
    const asked = vi.spyOn(Database.prototype, 'rows');
    const { status, headers, raw } = await ask(app, CSV, { method: 'HEAD' });
    expect([status, raw.length, headers['content-type']]).toEqual([
      200,
      0,
      'text/csv; charset=utf-8; header=present',
    ]);
    expect(asked).not.toHaveBeenCalled();
  });
});
