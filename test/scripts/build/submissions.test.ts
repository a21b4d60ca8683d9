import type { FastifyInstance } from 'fastify';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Drivers, Snapshot, SnapshotArea, Sources, Trend } from '../../../data/contract/index.ts';
import { built, builtApp } from '../../server/app.ts';
import { ask } from '../../server/inject.ts';

let app: FastifyInstance;

const get = async (url: string) => {
  const reply = await ask(app, url);
  expect(reply.status, reply.text).toBe(200);
  return reply.body;
};

async function snapshot(query: string): Promise<(area: string) => SnapshotArea> {
  const { areas }: Snapshot = await get(`/api/snapshot?${query}`);
  return (area) => areas.find((each) => each.area === area) as SnapshotArea;
}

describe.skipIf(!built)('missing submissions, incomplete months and nobody', () => {
  beforeAll(async () => {
    app = await builtApp();
  });

  // The workbook of September 2017 has no row of Ashford (430 people are its median month) and ten people of Canterbury,
  // where about 900 are usual; England had a tenth fewer people than in the months around.
  test('two-week wait, East Kent, September 2017: a missing submission, and months shown but not judged', async () => {
    const of = await snapshot('metric=two-week-wait&period=2017-09&level=ccg');
    expect(of('09C')).toMatchObject({ status: 'missing-submission', value: null, rank: null });
    expect(of('09C').notes).toEqual([
      'A submission is probably missing: nothing is published for this month, where about 385 people are usual.',
    ]);
    expect(of('09E')).toMatchObject({
      status: 'incomplete',
      ...{ numerator: 10, denominator: 10, value: 1 },
      ...{ comparison: 'not-compared', comparisonReason: 'The figure is probably incomplete' },
      ...{ verdict: 'no-target', rank: null },
    });
    expect(of('09E').notes[0]).toBe(
      'Probably incomplete: 10 people in this month, where about 772 people are usual. Shown, but not ranked and not judged.',
    );
    // Its neighbours are judged as ever.
    expect(of('99J')).toMatchObject({ numerator: 1009, denominator: 1124, comparison: 'worse' });
  });

  test('its Alliance has no sum for the month, and says what is not in what was published', async () => {
    const of = await snapshot('metric=two-week-wait&period=2017-09&level=alliance');
    expect(of('kent-and-medway')).toMatchObject({ status: 'missing-submission', value: null });
    expect(of('kent-and-medway').notes[0]).toMatch(
      /^A submission is probably missing, so no sum is given\. 43\.7% of the people usual here .*Canterbury and Coastal CCG \(10 of about 772\).* and 1 more\.$/,
    );
  });

  test('the year stands where it lacks less than a fifth, and says what it lacks; a CCG’s year that lacks a month is a gap', async () => {
    const alliances = await snapshot('metric=62-day-wait&period=fy2017-18&level=alliance');
    expect(alliances('kent-and-medway')).toMatchObject({ status: 'derived', numerator: 3507 });
    expect(alliances('kent-and-medway').notes[0]).toMatch(/^6\.5% of the people usual here are not in/);
    const ccgs = await snapshot('metric=62-day-wait&period=fy2017-18&level=ccg');
    expect(ccgs('09C')).toMatchObject({ status: 'missing-submission', value: null });
    const { alliance, rows, rest }: Drivers = await get(
      '/api/drivers?metric=62-day-wait&alliance=kent-and-medway&period=fy2017-18',
    );
    // 0.85 × 4639 − 3507 = 436.15, of which Ashford's ten other months are 36.1: 401 of 437 were told before.
    expect(alliance.people).toBe(437);
    expect(rest?.areas).toEqual(['09C']);
    expect(rows.reduce((sum, row) => sum + (row.people ?? 0), rest?.people ?? 0)).toBe(437);
  });

  test('a control chart and a trend read what is incomplete as a gap', async () => {
    const { points, control }: Trend = await get('/api/trend?metric=two-week-wait&area=09E&grain=month');
    const at = points.findIndex(({ period }) => period === '2017-09');
    expect(points[at]).toMatchObject({ status: 'incomplete', value: 1 });
    expect(control.points[at]).toMatchObject({ signal: null, type: 'common-cause' });
  });

  test('nobody is no gap: Corby’s screening of 2016/17 is a year of the months in which somebody came', async () => {
    const months: Trend = await get('/api/trend?metric=62-day-screening&area=03V&grain=month');
    const year = months.points.filter(({ period }) => period >= '2016-04' && period <= '2017-03');
    const nobody = year.filter(({ status }) => status === 'no-patients');
    expect(nobody.length).toBeGreaterThan(0);
    for (const point of nobody)
      expect(point).toMatchObject({ value: null, numerator: 0, denominator: 0, lower: null });
    expect(nobody[0]?.notes[0]).toMatch(
      /^No patients are published for this month, .*counts as nobody, not as 0%\.$/,
    );
    const of = await snapshot('metric=62-day-screening&period=fy2016-17&level=ccg');
    const sum = year.reduce((total, { denominator }) => total + (denominator ?? 0), 0);
    expect(of('03V')).toMatchObject({ status: 'derived', denominator: sum });
  });

  test('a month in which the whole country has fewer is no missing submission', async () => {
    // Screening was paused: England had 377 people in June 2020, 1,612 in February. Of 34 CCGs left out, which have up to
    // 21 people in a usual month, two would still have been expected to have five or more.
    const { areas }: Snapshot = await get('/api/snapshot?metric=62-day-screening&period=2020-06&level=ccg');
    const number = (status: string) => areas.filter((each) => each.status === status).length;
    expect([number('no-patients'), number('missing-submission')]).toEqual([32, 2]);
  });

  test('where a figure comes from says why there is none', async () => {
    const gap: Sources = await get('/api/sources/two-week-wait/09C/2017-09');
    expect(gap.method).toMatch(/^A submission is probably missing/);
    const shown: Sources = await get('/api/sources/two-week-wait/09E/2017-09');
    expect(shown.method).toMatch(/^Published: .*Probably incomplete/);
  });
});
