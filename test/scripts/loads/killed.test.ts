import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../../server/dataset/root.ts';
import { Serving } from '../../../server/dataset/serving.ts';
import { long } from '../../sample.ts';
import { ask, builtOnce, temporaryFolder } from '../dataset.ts';

const TIMES = 20;
const LOADER = path.join(ROOT, '.build/scripts/data.js');
const HEADER = 'metric,area,period,grp,numerator,denominator,value,lower,upper,status,note';

const { folder, remove } = temporaryFolder();
const disk = path.join(folder, 'disk');
afterAll(() => {
  if (withDisk) execFileSync('umount', [disk]);
  remove();
});

/** Where loads and dataset are; a disk of its own for some tests. */
const placed = (at: string) => ({
  at,
  database: path.join(at, 'cancer.duckdb'),
  local: path.join(at, 'local'),
});
type Placed = ReturnType<typeof placed>;
const place = placed(folder);

type Started = { child: ChildProcess; ended: Promise<{ code: number | null; said: string }> };

function start({ database, local }: Placed, ...args: string[]): Started {
  const child = spawn(process.execPath, [LOADER, ...args], {
    env: { ...process.env, DATABASE: database, DATA_DIR: local },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr?.on('data', (piece) => {
    said += piece;
  });
  return { child, ended: new Promise((resolve) => child.once('close', (code) => resolve({ code, said }))) };
}

/** A file that gives Airedale, Wharfedale and Craven another numerator in 2013. */
function put(name: string, numerator: number) {
  const file = path.join(folder, name);
  writeFileSync(file, `${HEADER}\nearly-stage,02N,2013,,${numerator},700,${numerator / 700},,,published,\n`);
  return file;
}

const loads = ({ local }: Placed) =>
  existsSync(path.join(local, 'loads')) ? readdirSync(path.join(local, 'loads')) : [];

async function figureOf({ database }: Placed): Promise<number> {
  const [row] = await ask(
    database,
    "SELECT numerator FROM observation WHERE metric = 'early-stage' AND area = '02N' AND period = '2013'",
  );
  return Number(row?.numerator);
}

/** A dataset with one of the figures and all its rows, a server that serves it, and only whole loads. */
async function expectWhole(at: Placed, figures: number[]) {
  expect(figures).toContain(await figureOf(at));
  const [counted] = await ask(at.database, 'SELECT count(*)::INTEGER AS rows FROM observation');
  expect(counted?.rows).toBe((await builtOnce()).observations);
  const serving = await Serving.start({ database: at.database, every: 0 });
  expect([serving.reason, serving.current === null]).toEqual([null, false]);
  await serving.close();
  for (const load of loads(at).filter((name) => name.startsWith('load-')))
    expect(readdirSync(path.join(at.local, 'loads', load)).sort()).toEqual([
      ...['expected.csv', 'load.csv', 'load.json', 'manifest.csv', 'other.csv', 'revisions.csv.gz'],
      'waits.csv.gz',
    ]);
}

/** Loads another figure as if nothing had happened before, and expects no leftover. */
async function expectClean(at: Placed, numerator: number) {
  const { code, said } = await start(at, 'ingest', put('clean.csv', numerator)).ended;
  expect([code, said]).toEqual([0, '']);
  await expectWhole(at, [numerator]);
  expect(loads(at).filter((name) => !name.startsWith('load-'))).toEqual([]);
  expect(readdirSync(at.at).filter((name) => /\.new|\.wal|\.failed/.test(name))).toEqual([]);
}

async function timed(started: Started): Promise<number> {
  const from = performance.now();
  expect(await started.ended).toMatchObject({ code: 0 });
  return performance.now() - from;
}

async function killedWithin(milliseconds: number, { child, ended }: Started) {
  setTimeout(() => child.kill('SIGKILL'), Math.random() * milliseconds);
  return ended;
}

describe.runIf(long && existsSync(LOADER))('whatever happens to a load', () => {
  beforeAll(async () => {
    copyFileSync((await builtOnce()).database, place.database);
  });

  test(`a load killed ${TIMES} times at any moment: its old or its new figure, each load whole`, async () => {
    const seen = [348, 349];
    const whole = await timed(start(place, 'ingest', put('whole.csv', 349)));
    for (let i = 0; i < TIMES; i++) {
      seen.push(400 + i);
      await killedWithin(whole, start(place, 'ingest', put(`killed-${i}.csv`, 400 + i)));
      await expectWhole(place, seen);
    }
    await expectClean(place, 500);
  }, 1_800_000);

  test(`a build killed ${TIMES} times at any moment: the dataset as it was`, async () => {
    const before = await figureOf(place);
    const whole = await timed(start(place, 'build'));
    for (let i = 0; i < TIMES; i++) {
      await killedWithin(whole, start(place, 'build'));
      await expectWhole(place, [before]);
    }
    await expectClean(place, 501);
  }, 1_800_000);

  test(`two loaders at once, ${TIMES} times: one after the other, each stored`, async () => {
    for (let i = 0; i < TIMES; i++) {
      const before = loads(place).length;
      const [one, other] = [510 + 2 * i, 511 + 2 * i];
      const ended = await Promise.all([
        start(place, 'ingest', put('one.csv', one)).ended,
        start(place, 'ingest', put('other.csv', other)).ended,
      ]);
      expect(ended.map(({ code }) => code)).toEqual([0, 0]);
      expect(loads(place)).toHaveLength(before + 2);
      await expectWhole(place, [one, other]);
    }
  }, 3_600_000);
});

const MEGABYTE = 2 ** 20;

/** A small disk in memory; false where this user or system may not mount one. */
function mounted(): boolean {
  mkdirSync(disk, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=100m', 'tmpfs', disk], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const withDisk = long && existsSync(LOADER) && mounted();

describe.runIf(withDisk)('on a disk of its own', () => {
  const own = placed(disk);
  const filler = path.join(disk, 'filler');

  beforeAll(async () => {
    copyFileSync((await builtOnce()).database, own.database);
  });

  /** Leaves so many bytes free. */
  function leave(bytes: number) {
    const { bavail, bsize } = statfsSync(disk);
    writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - bytes)));
  }

  test('full at the lock, at the store, in the midst of the dataset: the reason is said, nothing is changed', async () => {
    const { size } = statSync(own.database);
    let figure = 348;
    for (const [i, free] of [0, MEGABYTE / 64, size / 2].entries()) {
      leave(free);
      const load = await start(own, 'ingest', put('full.csv', 600 + i)).ended;
      expect([load.code, load.said]).toEqual([1, expect.stringMatching(/space|ENOSPC|disk|full/i)]);
      await expectWhole(own, [figure]);
      const built = await start(own, 'build').ended;
      expect(built.code).toBe(1);
      await expectWhole(own, [figure]);
      rmSync(filler);
      figure = 610 + i;
      await expectClean(own, figure);
    }
  }, 900_000);

  test('that cannot be written: it ends with the reason', async () => {
    const figure = await figureOf(own);
    execFileSync('mount', ['-o', 'remount,ro', disk]);
    try {
      for (const args of [['build'], ['ingest', put('unwritten.csv', 620)]]) {
        const { code, said } = await start(own, ...args).ended;
        expect([code, said]).toEqual([1, expect.stringMatching(/read-only|EROFS/i)]);
      }
      await expectWhole(own, [figure]);
    } finally {
      execFileSync('mount', ['-o', 'remount,rw', disk]);
    }
    await expectClean(own, 621);
  }, 300_000);
});
