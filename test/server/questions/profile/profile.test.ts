import type { FastifyInstance } from 'fastify';
import { beforeAll, describe, expect, test } from 'vitest';
import { Profile, type ProfileRow, type SnapshotArea, type Trend } from '../../../../data/contract/index.ts';
import { METRIC_IDS } from '../../../../data/metrics/index.ts';
import { parsePeriod } from '../../../../data/periods.ts';
import { quantile } from '../../../../server/stats/quantile.ts';
import { sample } from '../../../sample.ts';
import { built, builtApp } from '../../app.ts';
import { kindOfArea } from '../../areas.ts';
import { ask, expectShape } from '../../inject.ts';

let app: FastifyInstance;

const get = async (url: string) => {
  const reply = await ask(app, url);
  expect(reply.status, reply.text).toBe(200);
  return reply.body;
};

async function profile(query: string): Promise<Profile & { of(id: string): ProfileRow }> {
  const body = await get(`/api/profile?${query}`);
  expectShape(Profile, body);
  const byId = new Map<string, ProfileRow>(body.rows.map((row: ProfileRow) => [row.metric, row]));
  return { ...body, of: (id) => byId.get(id) as ProfileRow };
}

const said = ({ value, status, comparison, comparisonReason, verdict, rank }: ProfileRow | SnapshotArea) => ({
  value,
  status,
  comparison,
  comparisonReason,
  verdict,
  rank,
});

describe.skipIf(!built)('the built dataset', () => {
  beforeAll(async () => {
    app = await builtApp();
  });

  // One of each benchmark, length of period and kind of area.
  const CASES: [area: string, period: string, benchmark: string, confidence: string][] = [
    ['99C', 'fy2020-21', 'england', '95'],
    ['99C', 'fy2016-17', 'similar', '95'],
    ['01K', 'fy2018-19', 'similar', '99.8'],
    ['01H', 'fy2016-17', 'alliance', '95'],
    ['14L', 'fy2019-20', 'similar', '95'],
    ['93C', 'fy2020-21', 'best-decile', '95'],
    ['00W', '2016-05', '01M,01N', '95'],
    ['peninsula', 'fy2017-18-q2', 'england', '99.8'],
    ['region-london', 'fy2020-21', 'wessex', '95'],
  ];
  const kindsOf = ([area, period, benchmark]: (typeof CASES)[number]) => [
    benchmark,
    parsePeriod(period)?.grain ?? '',
    kindOfArea(area),
  ];
  test.each(sample(CASES, kindsOf))(
    '%s as at %s beside %s (%s) says what each snapshot says',
    async (area, period, benchmark, by) => {
      const asked = `benchmark=${benchmark}&confidence=${by}`;
      const reply = await profile(`area=${area}&${asked}&period=${period}`);
      const figures = reply.rows.filter((row) => row.period !== null);
      expect(figures.length).toBeGreaterThanOrEqual(9);
      for (const row of figures) {
        const snapshot = await get(
          `/api/snapshot?metric=${row.metric}&period=${row.period}&level=${reply.area.level}&${asked}`,
        );
        const same: SnapshotArea = snapshot.areas.find((each: SnapshotArea) => each.area === area);
        expect(said(row), `${row.metric} ${row.period}`).toEqual(said(same));
        expect(reply.against.replace(/^NHS .*/, ''), row.metric).toBe(
          snapshot.against.replace(/^NHS .*/, ''),
        );
        const own = 'benchmark' in same ? same.benchmark : snapshot.benchmark;
        expect(row.benchmark).toBe(own?.value ?? null);
        expect(same.notes.filter((note) => !row.notes.includes(note))).toEqual([]);
        if (benchmark === 'similar') expect(row.benchmark).toBe(rowsSummed(row));
        const values = snapshot.areas.flatMap(({ value }: SnapshotArea) => value ?? []);
        expect(row.spine?.areas ?? 0).toBe(values.length);
        if (row.spine) expect(row.spine.p90).toBe(quantile(values, 0.9));
        expect(
          parsePeriod(row.period ?? '')?.end.localeCompare(parsePeriod(reply.period)?.end ?? ''),
        ).not.toBe(1);
      }
    },
  );

  /** The similar ten's value where it is of counts: a mean is shown, but compared with nothing. */
  const rowsSummed = ({ similar }: ProfileRow) => (similar?.denominator ? similar.value : null);

  test.each(['99C', '01H', '01M', 'wessex', 'england'])(
    '%s has the control reading and the recent trend of its trend page',
    async (area) => {
      // The latest period there is for an Alliance and England: a trend page knows no other.
      const { rows } = await profile(`area=${area}${/^\d/.test(area) ? '&period=fy2020-21' : ''}`);
      const { metrics } = await get('/api/catalogue');
      expect(rows.map(({ metric }) => metric)).toEqual(METRIC_IDS);
      for (const { metric, control, recentTrend } of rows) {
        const { grains } = metrics.find((each: { id: string }) => each.id === metric);
        if (!grains.includes('month')) {
          expect(control).toBeNull();
          continue;
        }
        const monthly = await ask(app, `/api/trend?metric=${metric}&area=${area}&grain=month`);
        // A standard that has no figures at the area's level.
        if (monthly.status === 404) {
          expect(control, metric).toBeNull();
          continue;
        }
        const trend: Trend = monthly.body;
        const { reason, period, variation, signal, assurance, target, pPrime } = trend.control;
        const reading = { grain: 'month', reason, period, variation, signal, assurance, target, pPrime };
        expect(control, metric).toEqual(reading);
        const annual = await ask(app, `/api/trend?metric=${metric}&area=${area}&grain=year`);
        if (annual.status === 200) expect(recentTrend, metric).toEqual(annual.body.recentTrend);
        else expect(recentTrend.direction).toBe('not-calculated');
      }
    },
  );

  test('the latest by default: the home period, with England, its Alliance and the similar ten beside', async () => {
    const { period, periods, area, against, query, of } = await profile('area=99C');
    expect([period, against]).toEqual(['fy2020-21', 'England']);
    expect(periods).toEqual(['fy2016-17', 'fy2017-18', 'fy2018-19', 'fy2019-20', 'fy2020-21']);
    expect(area).toEqual({ area: '99C', name: 'NHS North Tyneside CCG', level: 'ccg' });
    expect(query).toEqual({ area: '99C', benchmark: 'england', confidence: '95' });
    const wait = of('62-day-wait');
    expect(wait.england).toMatchObject({ area: 'england', value: wait.benchmark });
    expect(wait.alliances.map((each) => each.area)).toEqual(['north-east-and-cumbria']);
    expect(wait.similar).toMatchObject({ areas: 6, name: 'its ten most similar CCGs' });
    expect(wait.target?.value).toBe(0.85);
    // A month of 2020/21 in which screening brought it nobody counts as 0.
    expect(of('62-day-screening')).toMatchObject({ period: 'fy2020-21', numerator: 27, denominator: 65 });
    expect(of('stage-recorded')).toMatchObject({
      period: null,
      status: 'not-published',
      notes: ['Stage recorded is not published by CCG.'],
    });
    expect(of('one-year-survival').similar?.note).toMatch(/our approximation, not an official statistic$/);
  });

  test('a code that changed its meaning tells whose figure it is', async () => {
    const now = await profile('area=01H');
    expect(now.area.name).toBe('NHS North Cumbria CCG');
    expect(now.of('early-stage').notes).toContain(
      'A figure of NHS Cumbria CCG, which had the code 01H then.',
    );
    expect(now.of('62-day-wait').similar).toBeNull();
    expect(now.of('62-day-wait').alliances.map(({ area }) => area)).toEqual(['north-east-and-cumbria']);
    const before = await profile('area=01H&period=fy2016-17');
    expect(before.area.name).toBe('NHS Cumbria CCG');
    expect(before.of('62-day-wait').alliances).toHaveLength(2);
  });

  test('merged and later CCGs: the last figure while it was, and none before it was made', async () => {
    const merged = await profile('area=01N');
    expect(merged.of('62-day-wait').period).toBe('fy2016-17-q3');
    const later = await profile('area=93C&period=fy2016-17');
    expect(later.rows.every(({ period, value }) => period === null && value === null)).toBe(true);
    expect(later.of('62-day-wait').notes).toEqual([
      'NHS North Central London CCG was made in April 2020, after this period.',
    ]);
  });

  test('England is compared with nothing and has no place; a period before all figures has reasons', async () => {
    const england = await profile('area=england');
    for (const row of england.rows) {
      expect(row).toMatchObject({ comparison: 'not-compared', rank: null, spine: null, england: null });
      expect(row.comparisonReason).not.toBe('');
    }
    expect(england.of('62-day-wait').comparisonReason).toBe('This is the benchmark itself');
    const early = await profile('area=wessex&period=1950');
    expect(early.rows.every(({ period, notes }) => period === null && notes.length === 1)).toBe(true);
    expect(early.of('62-day-wait').notes).toEqual(['The first figures by Alliance are of January 2016.']);
  });
});
