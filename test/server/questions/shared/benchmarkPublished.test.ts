import type { FastifyInstance } from 'fastify';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Areas, Snapshot, type SnapshotArea } from '../../../../data/contract/index.ts';
import { wilson } from '../../../../server/stats/wilson.ts';
import { built, builtApp } from '../../app.ts';
import { ask, expectShape } from '../../inject.ts';
import { exactLimits } from '../spread/plain.ts';

let app: FastifyInstance;
let areas: Areas;

const get = async (url: string) => {
  const reply = await ask(app, url);
  expect(reply.status, reply.text).toBe(200);
  return reply.body;
};

async function snapshot(query: string): Promise<Snapshot> {
  const body = await get(`/api/snapshot?${query}`);
  expectShape(Snapshot, body);
  return body;
}

const WAIT = 'metric=62-day-wait&period=fy2016-17&level=ccg';

function summed(chosen: readonly SnapshotArea[]) {
  const total = (field: 'numerator' | 'denominator') =>
    chosen.reduce((sum, area) => sum + (area[field] ?? 0), 0);
  const [numerator, denominator] = [total('numerator'), total('denominator')];
  return { numerator, denominator, value: numerator / denominator, ...wilson(numerator, denominator) };
}

describe.skipIf(!built)('the built dataset', () => {
  beforeAll(async () => {
    app = await builtApp();
    areas = await get('/api/areas');
  });

  test('all 209 CCGs are a group whose counts are their sum', async () => {
    const url = `/api/snapshot?${WAIT}&benchmark=${areas.ccgs.map(({ area }) => area).join('%2C')}`;
    expect(url.length).toBeLessThan(2000);
    const reply: Snapshot = await get(url);
    expect(reply.against).toBe('the chosen group of 209 CCGs');
    expect(reply.benchmark).toMatchObject(summed(reply.areas));
    // NHS Central, North and South Manchester merged in March 2017 and have no year.
    expect(reply.benchmark?.note).toBe('206 of 209 areas have a figure');
  });

  test('every CCG is held against the sum of its ten similar ones, as far as they have figures', async () => {
    const reply = await snapshot(`${WAIT}&benchmark=similar`);
    expect(reply.benchmark).toBeNull();
    for (const { area, similar } of areas.ccgs) {
      const own = reply.areas.find((each) => each.area === area)?.benchmark;
      const ten = reply.areas.filter((each) => similar.includes(each.area));
      expect(ten).toHaveLength(10);
      expect(own, area).toMatchObject(summed(ten));
    }
  });

  test('every CCG is held against the rest of its Alliance, but for NHS Cumbria, which lies in two', async () => {
    const reply = await snapshot(`${WAIT}&benchmark=alliance`);
    const alliances = await snapshot(WAIT.replace('ccg', 'alliance'));
    for (const { area, parents, benchmark, comparisonReason, ...own } of reply.areas) {
      if (area === '01H') {
        expect(benchmark).toBeNull();
        expect(comparisonReason).toMatch(/lies in 2 Alliances.*choose one/);
        continue;
      }
      const [parent] = parents;
      const whole = alliances.areas.find((each) => each.area === parent);
      // A CCG without a figure is beside the whole.
      if (own.value === null) expect(benchmark).toMatchObject({ area: parent, value: whole?.value });
      else
        expect(benchmark, area).toMatchObject({
          area: `rest-of-${parent}`,
          numerator: (whole?.numerator ?? 0) - (own.numerator ?? 0),
          denominator: (whole?.denominator ?? 0) - (own.denominator ?? 0),
        });
    }
    const both = 'north-east-and-cumbria,lancashire-and-south-cumbria';
    const cumbria = await snapshot(`${WAIT}&benchmark=${both}`);
    expect(cumbria.benchmark?.note).toMatch(/^NHS Cumbria CCG is counted in each of /);
    const later = await snapshot(`${WAIT.replace('2016-17', '2018-19')}&benchmark=${both}`);
    expect(later.benchmark?.note).toBe('');
  });

  test('about one CCG in ten reaches the best tenth', async () => {
    const { benchmark, areas: ccgs } = await snapshot(`${WAIT}&benchmark=best-decile`);
    const reached = ccgs.filter(({ value }) => value !== null && value >= (benchmark?.value ?? 2));
    expect(reached).toHaveLength(21);
    expect(benchmark?.note).toMatch(/^The 90th percentile of the figures of 206 areas/);
  });

  test('at 99.8% fewer differ from England, and none that did not at 95%', async () => {
    const differs = ({ comparison }: SnapshotArea) => comparison === 'better' || comparison === 'worse';
    const [usual, stricter] = await Promise.all([snapshot(WAIT), snapshot(`${WAIT}&confidence=99.8`)]);
    const at95 = new Set(usual.areas.filter(differs).map(({ area }) => area));
    const at998 = stricter.areas.filter(differs);
    expect(at998.length).toBeLessThan(at95.size);
    expect(at998.filter(({ area }) => !at95.has(area))).toEqual([]);
    for (const area of stricter.areas.filter(({ value }) => value !== null)) {
      const { lower, upper } = wilson(area.numerator ?? 0, area.denominator ?? 0, 3.090232306167813);
      const england = stricter.benchmark?.value ?? 0;
      const [, , low, high] = exactLimits(england, area.denominator ?? 0);
      const outside = (area.value ?? 0) < low || (area.value ?? 0) > high;
      expect(differs(area), area.area).toBe(outside && (lower > england || upper < england));
    }
  });
});
