import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { PATHWAY } from '../../../../data/ambitions/index.ts';
import { monthsOf, parsePeriod } from '../../../../data/periods.ts';
import type { Dataset } from '../../../../server/dataset/dataset.ts';
import { ROOT } from '../../../../server/dataset/root.ts';
import { reply } from '../../../../server/questions/reply.ts';
import { long, sample } from '../../../sample.ts';
import { built, builtDataset } from '../../app.ts';
import { kindOfArea } from '../../areas.ts';
import { type Asking, progressOf } from './ask.ts';

const AMBITIONS = PATHWAY.flatMap(({ ambitions }) => ambitions);
const PERIODS = ['fy2020-21', '2013', '2021-11', 'fy2018-19-q2'];
const CCGS = ['02N', '99C', '01H', '01K', '00W', '14L', '93C', 'D4U1Y', '15M'];

let dataset: Dataset;
let asking: Asking;

/** Every published month of a commissioner: patients in time and all, from the file of figures. */
function monthsOfFile() {
  const text = gunzipSync(readFileSync(path.join(ROOT, 'data/figures/waits.csv.gz'))).toString();
  const counts = new Map<string, [number, number]>();
  for (const line of text.trimEnd().split('\n').slice(1)) {
    const [metric, area, period, group, numerator, denominator] = line.split(',');
    if (group !== 'all') continue;
    counts.set(`${metric} ${area} ${period}`, [Number(numerator), Number(denominator)]);
  }
  return counts;
}

/** The least number of people more that makes so many of a hundred, counted up one by one. */
function short(numerator: number, denominator: number, hundredths: number): number {
  let more = 0;
  while (100 * (numerator + more) < hundredths * denominator) more++;
  return more;
}

const HUNDREDTHS: Record<string, number> = { '62-day-wait': 85, '31-day-wait': 96, '28-day-diagnosis': 75 };

describe.skipIf(!built)('the built dataset', () => {
  beforeAll(async () => {
    dataset = await builtDataset();
    asking = progressOf(dataset);
  });

  const everywhere = () => [
    'england',
    ...dataset.geography.areasAt('region', '2016-12').map(({ area }) => area),
    ...dataset.geography.allianceOf.keys(),
    ...CCGS,
  ];

  test('every row of Annex A, in order, for all areas and periods; each with a figure or a reason', async () => {
    expect(everywhere()).toHaveLength(1 + 4 + 19 + CCGS.length);
    for (const [i, area] of sample(everywhere(), kindOfArea).entries())
      for (const period of ['fy2016-17', ...PERIODS.slice(i % 4, (i % 4) + (long ? 2 : 1))]) {
        const { rows } = await asking(area, period);
        expect(rows.map(({ id }) => id)).toEqual(AMBITIONS.map(({ id }) => id));
        expect(rows.map(({ asPrinted }) => asPrinted)).toEqual(AMBITIONS.map(({ printed }) => printed));
        const end = parsePeriod(period)?.end ?? '';
        for (const row of rows) {
          const where = `${area} ${period} ${row.id}`;
          expect(row.value === null && !row.reason, where).toBe(false);
          expect((parsePeriod(row.period ?? '')?.end ?? '') <= end, where).toBe(true);
          if (row.metric === null) expect(row.reason, where).toMatch(/would fill it\.$/);
          if (row.pace) expect(row.pace.when === null, where).toBe(row.pace.reason !== null);
        }
      }
  }, 60_000);

  test('people short of a standard, counted up from the months of the file of figures', async () => {
    const counts = monthsOfFile();
    let checked = 0;
    // England's are of the publisher's series by provider, whose quarters are revised apart from its months.
    for (const area of ['02N', '99C', '01H', '00W'])
      for (const at of ['fy2016-17', 'fy2019-20', '2016-07'])
        for (const row of (await asking(area, at)).rows) {
          const period = parsePeriod(row.period ?? '');
          const hundredths = HUNDREDTHS[row.metric ?? ''];
          if (!period || !hundredths || row.target?.basis !== 'standard') continue;
          const months = monthsOf(period).map((month) => counts.get(`${row.metric} ${area} ${month}`));
          const numerator = months.reduce((sum, month) => sum + (month?.[0] ?? Number.NaN), 0);
          const denominator = months.reduce((sum, month) => sum + (month?.[1] ?? Number.NaN), 0);
          expect(row.gap?.people, `${area} ${at} ${row.id}`).toBe(short(numerator, denominator, hundredths));
          expect(row.reached).toBe(row.gap?.people === 0);
          expect(row.gap?.points).toBeCloseTo(hundredths / 100 - numerator / denominator, 12);
          checked++;
        }
    expect(checked).toBe(4 * 3 * 4);
  });

  test('people short in every Alliance and region, from the sums of their months', async () => {
    for (const area of sample(everywhere().slice(1, 24), kindOfArea))
      for (const row of (await asking(area, 'fy2018-19')).rows) {
        const hundredths = HUNDREDTHS[row.metric ?? ''];
        if (!hundredths || row.period === null) continue;
        const months = await dataset.db.rows<{ period: string; numerator: number; denominator: number }>(
          'trend',
          { metric: row.metric ?? '', area, areas: area, group: 'all', grain: 'month' },
        );
        const year = months.filter(({ period }) => '2018-04' <= period && period <= '2019-03');
        expect(year).toHaveLength(12);
        const numerator = year.reduce((sum, month) => sum + month.numerator, 0);
        const denominator = year.reduce((sum, month) => sum + month.denominator, 0);
        expect(row.gap?.people, `${area} ${row.id}`).toBe(short(numerator, denominator, hundredths));
      }
  });

  test('the verdict is that of the profile; the figure, trend and England too', async () => {
    for (const [area, period] of [
      ['wessex', 'fy2017-18'],
      ['02N', 'fy2016-17'],
      ['region-london', 'fy2019-20-q3'],
      ['01H', 'fy2018-19'],
    ] as const) {
      const profile = await reply(dataset, 'profile', { area, period });
      for (const row of (await asking(area, period)).rows.filter((each) => each.metric !== null)) {
        const same = profile.rows.find(({ metric }) => metric === row.metric);
        const { period: of, value, status, verdict, england, recentTrend } = row;
        expect(same, `${area} ${row.id}`).toMatchObject({ period: of, value, status, verdict, england });
        if (recentTrend) expect(same).toMatchObject({ recentTrend });
      }
    }
  });
});
