import type { FastifyInstance } from 'fastify';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  Scorecard,
  type ScorecardCell,
  type Snapshot,
  type SnapshotArea,
} from '../../../../data/contract/index.ts';
import { METRIC_IDS } from '../../../../data/metrics/index.ts';
import { parsePeriod } from '../../../../data/periods.ts';
import { sample } from '../../../sample.ts';
import { built, builtApp, tinyApp } from '../../app.ts';
import { ask, expectShape } from '../../inject.ts';

const get = async (app: FastifyInstance, url: string) => {
  const reply = await ask(app, url);
  expect(reply.status, reply.text).toBe(200);
  return reply.body;
};

async function scorecardOf(app: FastifyInstance, query: string): Promise<Scorecard> {
  const body: Scorecard = await get(app, `/api/scorecard?${query}`);
  expectShape(Scorecard, body);
  for (const { cells } of body.rows)
    expect(cells.map(({ metric }) => metric)).toEqual(body.columns.map(({ metric }) => metric));
  return body;
}

/** A cell of a scorecard. */
function cell({ rows }: Scorecard, area: string, metric: string): ScorecardCell | undefined {
  return rows.find((row) => row.area === area)?.cells.find((each) => each.metric === metric);
}

describe.skipIf(!built)('the built dataset', () => {
  let app: FastifyInstance;
  beforeAll(async () => {
    app = await builtApp();
  });

  const shown = ({ metric: _, ...rest }: ScorecardCell) => rest;

  // One of each benchmark and length of period.
  const CASES: [alliance: string, period: string, benchmark: string, confidence: string][] = [
    ['peninsula', 'fy2016-17', 'england', '95'],
    ['west-midlands', 'fy2018-19', 'england', '99.8'],
    ['greater-manchester', 'fy2016-17', 'similar', '95'],
    ['greater-manchester', 'fy2020-21', 'alliance', '95'],
    ['peninsula', '2018-06', 'similar', '99.8'],
    ['west-midlands', 'fy2017-18-q2', 'alliance', '99.8'],
    ['lancashire-and-south-cumbria', 'fy2016-17', 'alliance', '95'],
    ['north-east-and-cumbria', 'fy2020-21', 'best-decile', '95'],
    ['wessex', 'fy2019-20', 'peninsula', '95'],
  ];
  const kindsOf = ([, period, benchmark]: (typeof CASES)[number]) => [
    benchmark,
    parsePeriod(period)?.grain ?? '',
  ];
  test.each(sample(CASES, kindsOf))(
    '%s as at %s beside %s (%s) says what each snapshot says',
    async (alliance, period, benchmark, by) => {
      const asked = `benchmark=${benchmark}&confidence=${by}`;
      const reply = await scorecardOf(app, `alliance=${alliance}&${asked}&period=${period}`);
      expect(reply.columns.length).toBeGreaterThanOrEqual(11);
      let compared = 0;
      for (const column of reply.columns) {
        const of = `metric=${column.metric}&period=${column.period}&${asked}`;
        const ccgs: Snapshot = await get(app, `/api/snapshot?${of}&level=ccg`);
        expect(reply.against).toBe(ccgs.against);
        expect(column.target).toEqual(ccgs.target);
        for (const row of reply.rows) {
          const own = cell(reply, row.area, column.metric);
          const same = ccgs.areas.find(({ area, name }) => area === row.area && name === row.name);
          if (!own || !same) {
            expect(own?.notes.length, `${row.area} ${column.metric}`).toBeGreaterThan(0);
            continue;
          }
          const { status, value, numerator, denominator, lower, upper } = same;
          const { comparison, comparisonReason, verdict, notes }: SnapshotArea = same;
          const figure = { status, value, numerator, denominator, lower, upper };
          const said = { ...figure, comparison, comparisonReason, verdict, notes };
          expect(shown(own), `${row.area} ${column.metric}`).toEqual(said);
          if (value === null) expect(own.notes.join()).not.toBe('');
          if (comparison !== 'not-compared') compared++;
        }
        const level = `metric=${column.metric}&period=${column.period}&level=alliance`;
        const { areas, benchmark: england }: Snapshot = await get(app, `/api/snapshot?${level}`);
        expect(column.england).toEqual(england);
        const own = areas.find(({ area }) => area === alliance);
        expect(column.alliance?.value ?? null).toBe(own?.value);
      }
      expect(compared).toBeGreaterThan(reply.rows.length);
    },
  );

  test('each column is of the asked grain, or of the metric’s longest, and none is of later than asked', async () => {
    for (const period of ['fy2018-19', 'fy2018-19-q3', '2018-12', '2021-09', 'fy2021-22']) {
      const { columns, rows } = await scorecardOf(app, `alliance=west-midlands&period=${period}`);
      const at = parsePeriod(period);
      const order = METRIC_IDS.filter((id) => columns.some(({ metric }) => metric === id));
      expect(columns.map(({ metric }) => metric)).toEqual(order);
      for (const column of columns) {
        const own = parsePeriod(column.period);
        expect((own?.end ?? '9') <= (at?.end ?? ''), `${column.metric} ${column.period}`).toBe(true);
        if (column.period.startsWith('20') && column.period.length === 4) continue;
        if (!['cancer-prevalence', 'adult-smoking-qof', '28-day-diagnosis'].includes(column.metric))
          expect(own?.grain).toBe(at?.grain);
        const figures = rows.flatMap(
          ({ area }) => cell({ rows } as Scorecard, area, column.metric)?.value ?? [],
        );
        expect(figures.length).toBeGreaterThan(0);
      }
    }
  });

  test('the last year by CCG; a CCG made later than a column’s period says so', async () => {
    const reply = await scorecardOf(app, 'alliance=peninsula&period=fy2020-21');
    expect(reply).toMatchObject({ period: 'fy2020-21', against: 'England', notes: [] });
    expect(reply.periods).toEqual(expect.arrayContaining(['fy2016-17', 'fy2020-21', 'fy2024-25']));
    expect(reply.alliance).toEqual({ area: 'peninsula', name: 'Peninsula' });
    expect(reply.rows.map(({ name }) => name)).toEqual(['NHS Kernow CCG', 'NHS Devon CCG']);
    expect(cell(reply, '15N', 'early-stage')).toMatchObject({
      status: 'not-published',
      comparison: 'not-compared',
      notes: ['NHS Devon CCG was made in April 2019; the figures of this metric are of 2013.'],
    });
  });

  test('one CCG alone; a code that changed its meaning; notes of the Alliance', async () => {
    const london = await scorecardOf(app, 'alliance=south-east-london&period=fy2020-21');
    expect(london.rows.map(({ area }) => area)).toEqual(['72Q']);
    expect(london.columns.every(({ period }) => period === 'fy2020-21')).toBe(true);
    const north = await scorecardOf(app, 'alliance=north-east-and-cumbria&period=fy2018-19');
    expect(cell(north, '01H', 'early-stage')?.notes).toContain(
      'A figure of NHS Cumbria CCG, which had the code 01H then.',
    );
    expect(north.notes.join()).toMatch(/Morecambe Bay CCG \(01K\) is counted whole in Lancashire/);
  });
});

describe('an invented country', () => {
  let app: FastifyInstance;
  beforeAll(async () => {
    app = await tinyApp();
  });

  test('only metrics with a figure for a CCG of the Alliance have a column', async () => {
    const reply = await scorecardOf(app, 'alliance=lower&period=2017-03');
    expect(reply.rows.map(({ area }) => area)).toEqual(['11M']);
    expect(reply.columns.map(({ metric, period }) => [metric, period])).toEqual([['62-day-wait', '2017-03']]);
    // 90 of 110 against England's 80%: its 95% interval holds both that and the 85%.
    expect(reply.rows[0]?.cells).toMatchObject([
      { value: 90 / 110, comparison: 'similar', verdict: 'not-sure', notes: [] },
    ]);
    expect(reply.columns[0]).toMatchObject({ alliance: { value: 90 / 110 }, england: { value: 0.8 } });
    expect(reply.notes).toEqual(['The lower Alliance changed.']);
  });

  test('before all figures: its CCGs, no column, and the reason', async () => {
    const reply = await scorecardOf(app, 'alliance=lower&period=1950');
    expect(reply.columns).toEqual([]);
    expect(reply.rows.map(({ area }) => area)).toEqual(['00B', '00C']);
    expect(reply.notes).toEqual(['No CCG of Lower Vanguard has a figure by 1950.']);
  });

  test.each([
    ['alliance=loer', 404, 'unknown_area', /^No area 'loer'\. The nearest: lower/],
    ['alliance=00A', 400, 'invalid_value', /NHS Apple CCG, which is a CCG\. .*such as upper\.$/],
    ['alliance=region-north', 400, 'invalid_value', /North, which is a region/],
    ['alliance=lower&period=2016-13', 404, 'unknown_period', /^No period '2016-13'/],
    ['alliance=lower&benchmark=nowhere', 404, 'unknown_area', /^No area 'nowhere'/],
    ['period=2016-04', 400, 'missing_parameter', /alliance/],
  ])('%s: %i %s', async (query, status, code, message) => {
    const reply = await ask(app, `/api/scorecard?${query}`);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect(reply.body.message).toMatch(message);
  });
});
