import type { FastifyInstance } from 'fastify';
import { beforeAll, describe, expect, test } from 'vitest';
import type { SnapshotArea } from '../../../../data/contract/index.ts';
import { metric } from '../../../../data/metrics/index.ts';
import type { Row } from '../../../../server/questions/shared/figures.ts';
import { compare, verdictOf } from '../../../../server/questions/shared/judged.ts';
import { tinyApp } from '../../app.ts';
import { ask } from '../../inject.ts';

let app: FastifyInstance;

beforeAll(async () => {
  app = await tinyApp();
});

const snapshot = async (query: string) => {
  const { body } = await ask(app, `/api/snapshot?${query}`);
  const byId = new Map<string, SnapshotArea>(body.areas.map((area: SnapshotArea) => [area.area, area]));
  return { ...body, of: (id: string) => byId.get(id) };
};

describe('a month of the wait', () => {
  test('comparison, verdict and rank are three answers', async () => {
    const { of, summary, benchmark, target } = await snapshot('metric=62-day-wait&period=2016-04&level=ccg');
    expect(benchmark).toMatchObject({ area: 'england', value: 0.8, numerator: 800 });
    expect(target).toMatchObject({ value: 0.85, basis: 'standard' });
    expect(of('00A')).toMatchObject({ comparison: 'better', verdict: 'met', rank: { value: 1, of: 3 } });
    expect(of('00B')).toMatchObject({ comparison: 'worse', verdict: 'not-met', rank: { value: 3 } });
    expect(of('00C')).toMatchObject({ comparison: 'similar', verdict: 'not-sure', rank: { value: 2 } });
    expect(summary).toEqual({ areas: 3, withFigure: 3, met: 1 });
  });

  test('the benchmark is named in words, and no area has one of its own', async () => {
    const england = await snapshot('metric=62-day-wait&period=2016-04&level=ccg');
    expect(england.against).toBe('England');
    expect(england.of('00A')).not.toHaveProperty('benchmark');
    const region = await snapshot('metric=62-day-wait&period=2016-04&level=ccg&benchmark=region-north');
    expect([region.against, region.benchmark]).toEqual(['the North region', null]);
  });

  test('few people are said', async () => {
    const { of } = await snapshot('metric=62-day-wait&period=2016-04&level=ccg');
    expect(of('00C')?.notes).toEqual(['Based on 10 people: read with care']);
    expect(of('00A')?.notes).toEqual([]);
  });

  test('after a merger the map paints the old shapes by their successor', async () => {
    const { areas, of } = await snapshot('metric=62-day-wait&period=2017-03&level=ccg');
    expect(areas.map(({ area }: SnapshotArea) => area)).toEqual(['00A', '11M']);
    expect(of('11M')).toMatchObject({ shapes: ['00B', '00C'], parents: ['lower'] });
  });

  test('an Alliance has its members’ shapes, its region, and the notes of its months', async () => {
    const { of } = await snapshot('metric=62-day-wait&period=fy2016-17&level=alliance');
    expect(of('lower')).toMatchObject({
      shapes: ['00B', '00C'],
      parents: ['region-north'],
      notes: ['The lower Alliance changed.'],
    });
  });

  test('another benchmark', async () => {
    const { of, benchmark, against } = await snapshot(
      'metric=62-day-wait&period=2016-04&level=ccg&benchmark=upper',
    );
    expect(against).toBe('Upper Alliance');
    expect(benchmark).toMatchObject({ area: 'upper', name: 'Upper Alliance', value: 0.95 });
    expect(of('00B')?.comparison).toBe('worse');
    const own = await snapshot('metric=62-day-wait&period=2016-04&level=ccg&benchmark=00A');
    expect(own.of('00A')).toMatchObject({
      comparison: 'not-compared',
      comparisonReason: 'This is the benchmark itself',
    });
  });
});

test('a gap has its status and reason, and neither verdict nor rank', async () => {
  const { of, summary } = await snapshot('metric=62-day-wait&period=fy2016-17&level=ccg');
  expect(of('00B')).toMatchObject({
    status: 'not-published',
    value: null,
    comparison: 'not-compared',
    verdict: 'no-target',
    rank: null,
    comparisonReason: 'Merged into NHS Merged CCG (11M).',
    notes: ['Merged into NHS Merged CCG (11M).'],
  });
  expect(of('00C')).toMatchObject({
    status: 'not-published',
    notes: ['No figure was published for this area and period.'],
  });
  expect(summary).toEqual({ areas: 3, withFigure: 1, met: 1 });
});

test('survival is held against the England of its own release, and an ambition is no pass mark', async () => {
  const { of, benchmark, summary } = await snapshot('metric=one-year-survival&period=2011&level=ccg');
  expect(benchmark.value).toBe(68.2);
  expect(of('00A')).toMatchObject({
    comparison: 'not-compared',
    comparisonReason: 'No interval is published for this figure',
    verdict: 'no-target',
    rank: null,
  });
  expect(summary.met).toBeNull();
});

test('the England of another publication is no benchmark', async () => {
  const { of, benchmark } = await snapshot('metric=under-75-mortality&period=2011&level=ccg');
  expect(benchmark).toBeNull();
  expect(of('00A')?.comparisonReason).toMatch(/another publication/);
});

describe('where less is better', () => {
  const row = (lower: number, upper: number): Row => ({
    area: 'x',
    status: 'published',
    value: (lower + upper) / 2,
    numerator: null,
    denominator: null,
    lower,
    upper,
    note: '',
  });
  const mortality = metric('under-75-mortality');
  const england = { ...row(100, 100), area: 'england' };

  test.each([
    [80, 90, 'better', 'met'],
    [90, 110, 'similar', 'not-sure'],
    [110, 120, 'worse', 'not-met'],
  ])('%d to %d beside 100', (lower, upper, comparison, verdict) => {
    expect(compare(row(lower, upper), england, '', mortality).comparison).toBe(comparison);
    expect(verdictOf(row(lower, upper), 100, mortality)).toBe(verdict);
  });

  test('without a judgement it is higher or lower', () => {
    const prevalence = metric('cancer-prevalence');
    expect(compare(row(80, 90), england, '', prevalence).comparison).toBe('lower');
    expect(compare(row(110, 120), england, '', prevalence).comparison).toBe('higher');
  });
});
