import { existsSync } from 'node:fs';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  Areas,
  Catalogue,
  Snapshot,
  type SnapshotArea,
  Sources,
  Trend,
} from '../../../data/contract/index.ts';
import { parsePeriod } from '../../../data/periods.ts';
import { openForReading } from '../../../scripts/build/database.ts';
import { Database } from '../../../server/dataset/database.ts';
import { ROOT } from '../../../server/dataset/root.ts';
import type { ProblemError } from '../../../server/http/problem.ts';
import { sample } from '../../sample.ts';
import { built, builtApp, DATABASE } from '../app.ts';
import { ask, expectShape } from '../inject.ts';

let app: FastifyInstance;

const get = async (url: string) => {
  const reply = await ask(app, url);
  expect(reply.status, reply.text).toBe(200);
  return reply.body;
};

describe.skipIf(!built)('the built dataset', () => {
  beforeAll(async () => {
    app = await builtApp();
  });

  test('62-day wait of 2016/17 by CCG: 209 areas, the three that merged are gaps with that reason', async () => {
    const snapshot = await get('/api/snapshot?metric=62-day-wait&period=fy2016-17&level=ccg');
    expectShape(Snapshot, snapshot);
    expect(snapshot.areas).toHaveLength(209);
    const gaps = snapshot.areas.filter(({ value }: SnapshotArea) => value === null);
    expect(gaps.map(({ area }: SnapshotArea) => area)).toEqual(['00W', '01M', '01N']);
    for (const gap of gaps) {
      expect(gap).toMatchObject({ status: 'not-published', verdict: 'no-target', rank: null });
      expect(gap.notes.join()).toMatch(/Manchester CCG \(14L\).*March 2017/);
    }
    expect(snapshot.benchmark).toMatchObject({ area: 'england', denominator: 141_670 });
    expect(snapshot.benchmark.value.toFixed(3)).toBe('0.817');
    const verdicts = snapshot.areas.map(({ verdict }: SnapshotArea) => verdict);
    expect(verdicts.filter((verdict: string) => verdict !== 'no-target')).toHaveLength(206);
  });

  test('every metric in its latest period, at every level it has, is what the contract says', async () => {
    const catalogue = await get('/api/catalogue');
    expectShape(Catalogue, catalogue);
    expect(catalogue.home).toEqual({ metric: '62-day-wait', period: 'fy2020-21' });
    // Each metric at one level, and each kind of figure at every level.
    type Metric = Catalogue['metrics'][number];
    const lists = (catalogue.metrics as Metric[]).flatMap(({ id, kind, periods }) =>
      periods.map(({ level, periods: listed }) => ({ id, kind, level, listed })),
    );
    const kindsOf = ({ id, kind, level }: (typeof lists)[number]) => [id, `${kind} ${level}`];
    for (const { id, level, listed } of sample(
      lists.filter((one) => one.level !== 'england'),
      kindsOf,
    )) {
      const snapshot = await get(`/api/snapshot?metric=${id}&period=${listed.at(-1)}&level=${level}`);
      expectShape(Snapshot, snapshot);
      expect(snapshot.areas.some(({ value }: SnapshotArea) => value !== null)).toBe(true);
    }
  });

  test('every later month paints every 2016 CCG once', async () => {
    for (const period of ['2017-03', '2018-04', '2020-04', '2021-11']) {
      const { areas } = await get(`/api/snapshot?metric=62-day-wait&period=${period}&level=ccg`);
      const painted = areas.flatMap(({ shapes }: SnapshotArea) => shapes);
      expect(new Set(painted).size).toBe(209);
      expect(painted).toHaveLength(209);
      expect(areas.filter(({ parents }: SnapshotArea) => parents.length === 0)).toEqual([]);
    }
  });

  test('greater-manchester has no break at the merger of March 2017, humber-coast-and-vale its note from April 2020', async () => {
    const manchester = await get('/api/trend?metric=62-day-wait&area=greater-manchester&grain=month');
    expectShape(Trend, manchester);
    expect(manchester.points).toHaveLength(71);
    expect(manchester.points.every(({ value }: { value: number | null }) => value !== null)).toBe(true);
    expect(manchester.breaks.map(({ from }: { from: string }) => from)).toEqual(['2020-04']);
    for (const area of ['humber-coast-and-vale', 'west-yorkshire', 'north-east-and-cumbria']) {
      const { points, breaks } = await get(`/api/trend?metric=62-day-wait&area=${area}&grain=month`);
      const after = points.filter(({ period }: { period: string }) => period >= '2020-04');
      expect(after.every(({ notes }: { notes: string[] }) => notes.join().includes('North Yorkshire'))).toBe(
        true,
      );
      expect(breaks.filter(({ from }: { from: string }) => from === '2020-04').length).toBeGreaterThan(1);
    }
  });

  test('a merged CCG ends and names what follows; a code of two footprints is one series with a break', async () => {
    const north = await get('/api/trend?metric=62-day-wait&area=01M&grain=month');
    expect(north.successor).toMatchObject({ area: '14L', from: '2017-03' });
    expect(north.points.at(-1).period).toBe('2017-02');
    expect(north.alliances).toMatchObject([{ area: 'greater-manchester' }]);
    const cumbria = await get('/api/trend?metric=62-day-wait&area=01H&grain=month');
    expect(cumbria.breaks.map(({ from }: { from: string }) => from)).toContain('2017-04');
    expect(cumbria.note).toMatch(/Cumbria CCG until March 2017, then NHS North Cumbria CCG/);
  });

  test('sources: the cells of a figure add up to it', async () => {
    for (const [area, period] of [
      ['greater-manchester', 'fy2016-17'],
      ['england', 'fy2016-17'],
      ['england', '2020-05'],
      ['region-north', 'fy2018-19-q1'],
      ['01H', 'fy2017-18'],
      ['north-east-and-cumbria', '2020-06'],
    ] as const) {
      const sources = await get(`/api/sources/62-day-wait/${area}/${period}`);
      expectShape(Sources, sources);
      const sum = (field: 'numerator' | 'denominator') =>
        sources.cells.reduce((total: number, cell: Record<typeof field, number>) => total + cell[field], 0);
      expect([sum('numerator'), sum('denominator')], `${area} ${period}`).toEqual([
        sources.figure.numerator,
        sources.figure.denominator,
      ]);
      expect(sources.cells.every(({ sha256 }: { sha256: string }) => /^[0-9a-f]{64}$/.test(sha256))).toBe(
        true,
      );
    }
  });

  test('areas: 4 regions, 19 Alliances, 209 CCGs, 210 memberships', async () => {
    const areas = await get('/api/areas');
    expectShape(Areas, areas);
    expect([areas.regions.length, areas.alliances.length, areas.ccgs.length]).toEqual([4, 19, 209]);
    expect(areas.alliances.flatMap(({ ccgs }: { ccgs: string[] }) => ccgs)).toHaveLength(210);
    for (const { area, alliance, predecessors } of areas.laterCcgs) {
      expect(alliance, area).not.toBe('');
      expect(predecessors, area).not.toEqual([]);
    }
  });

  test('the periods told to be there are those that have figures, each once', async () => {
    const differing = await openForReading(DATABASE, async (connection) =>
      (
        await connection.runAndReadAll(
          `WITH there AS (
             SELECT DISTINCT o.metric, o.grp, a.level, o.period
             FROM observation o JOIN area a ON a.id = o.area WHERE o.value IS NOT NULL
           )
           (FROM there EXCEPT ALL FROM present) UNION ALL (FROM present EXCEPT ALL FROM there)`,
        )
      ).getRows(),
    );
    expect(differing).toEqual([]);
  });

  test('a query that takes too long is stopped, and the connection serves on', async () => {
    const db = await Database.open(DATABASE, { timeout: 1 });
    const period = parsePeriod('fy2020-21');
    const asked = {
      metric: '62-day-wait',
      area: 'england',
      group: 'all',
      start: period?.start ?? '',
      end: period?.end ?? '',
    };
    const failures = await Promise.all(
      Array.from({ length: 20 }, () =>
        db.rows('sources', asked).then(
          () => null,
          (error: unknown) => error,
        ),
      ),
    );
    const stopped = failures.filter((each) => each !== null);
    expect(stopped.length).toBeGreaterThan(0);
    for (const failure of stopped)
      expect(failure).toMatchObject({ code: 'too_slow' } satisfies Partial<ProblemError>);
    let regions: unknown[] = [];
    for (let i = 0; regions.length === 0 && i < 200; i++) regions = await db.rows('regions').catch(() => []);
    expect(regions).toHaveLength(4);
    await db.close();
  });
});

test.each(['ccg', 'alliance', 'hex'])('boundaries/%s is TopoJSON with its attribution', async (layer) => {
  const file = layer === 'hex' ? 'hex.topo.json' : 'ccg.topo.json';
  if (!built || !existsSync(path.join(ROOT, 'data/boundaries', file)))
    return console.warn(`SKIPPED: no ${file}`);
  const { body } = await ask(await builtApp(), `/api/boundaries/${layer}`);
  expect(body).toMatchObject({ type: 'Topology', query: { layer }, attribution: expect.any(String) });
  expect(body.arcs.length).toBeGreaterThan(100);
});
