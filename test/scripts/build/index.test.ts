import { beforeAll, describe, expect, test } from 'vitest';
import { wilson } from '../../../server/stats/wilson.ts';
import { ask, builtOnce } from '../dataset.ts';

let database: string;
const rows = (sql: string) => ask(database, sql);
const one = async (sql: string) => (await rows(sql))[0];

beforeAll(async () => {
  ({ database } = await builtOnce());
});

describe('the 62-day wait of 2016/17', () => {
  // NHS England, Cancer Waiting Times, commissioner workbooks of April 2016 to March 2017: the England rows.
  test('England is the sum of its twelve published rows: 141,670 treated, 81.7% in time', async () => {
    const england = await one(
      `SELECT numerator, denominator, round(value, 3) AS value FROM observation
       WHERE metric = '62-day-wait' AND area = 'england' AND period = 'fy2016-17' AND grp = 'all'`,
    );
    expect(england).toEqual({ numerator: 115_755, denominator: 141_670, value: 0.817 });
  });

  test('all commissioners over the twelve months, those that are no CCG included, sum to England', async () => {
    const sums = await one(
      `SELECT sum(numerator)::DOUBLE AS numerator, sum(denominator)::DOUBLE AS denominator
       FROM observation o JOIN area a ON a.id = o.area AND o.period BETWEEN a.from_month AND a.until_month
       WHERE metric = '62-day-wait' AND o.period BETWEEN '2016-04' AND '2017-03'
         AND a.level IN ('ccg', 'hub', 'discontinued', 'unknown')`,
    );
    expect(sums).toEqual({ numerator: 115_755, denominator: 141_670 });
  });

  test('209 CCGs, the three that became Manchester as gaps with that reason', async () => {
    const ccgs = await rows(
      `SELECT o.area, o.status, o.note FROM observation o JOIN ccg ON ccg.id = o.area
       WHERE metric = '62-day-wait' AND period = 'fy2016-17' ORDER BY o.area`,
    );
    expect(ccgs).toHaveLength(209);
    const gaps = ccgs.filter(({ status }) => status === 'not-published');
    expect(gaps.map(({ area }) => area)).toEqual(['00W', '01M', '01N']);
    for (const { note } of gaps) expect(note).toMatch(/Merged into NHS Manchester CCG \(14L\).*March 2017/);
  });
});

describe('Alliances over time', () => {
  test('NHS Cumbria counts whole in both its Alliances, once in its region and England', async () => {
    const [cumbria, ...totals] = await rows(
      `SELECT o.area, o.denominator, (
         SELECT sum(c.denominator)::DOUBLE FROM observation c JOIN membership m ON m.ccg = c.area
         WHERE m.alliance = o.area AND c.metric = o.metric AND c.period = o.period
       ) AS members
       FROM observation o WHERE metric = 'two-week-wait' AND period = '2016-10'
         AND area IN ('01H', 'north-east-and-cumbria', 'lancashire-and-south-cumbria') ORDER BY o.area`,
    );
    expect(cumbria?.denominator).toBeGreaterThan(1000);
    for (const { denominator, members } of totals) expect(denominator).toBe(members);
    const doubled = await one(
      `SELECT (SELECT sum(denominator) FROM observation WHERE metric = 'two-week-wait' AND period = '2016-10'
           AND area IN (SELECT id FROM alliance WHERE region = 'region-north'))::DOUBLE
         - (SELECT denominator FROM observation WHERE metric = 'two-week-wait' AND period = '2016-10'
           AND area = 'region-north') AS twice`,
    );
    expect(doubled?.twice).toBe(cumbria?.denominator);
  });

  test('breaks stand where more than 2% of the people move, and nowhere else', async () => {
    const breaks = await rows('SELECT area, from_month FROM series_break ORDER BY ALL');
    expect(breaks.map(({ area, from_month }) => `${area} ${from_month}`)).toEqual([
      '01H 2017-04',
      '01K 2017-04',
      '01K 2018-04',
      '02M 2018-04',
      '06W 2017-04',
      '06Y 2017-04',
      'east-midlands 2019-04',
      'east-midlands 2022-04',
      'humber-coast-and-vale 2020-04',
      'humber-coast-and-vale 2022-04',
      'lancashire-and-south-cumbria 2017-04',
      'north-central-and-north-east-london 2026-04',
      'north-east-and-cumbria 2017-04',
      'north-east-and-cumbria 2020-04',
      'north-west-and-south-west-london 2026-04',
      'region-midlands-and-east 2019-04',
      'region-north 2019-04',
      'somerset-wiltshire-avon-and-gloucestershire 2020-04',
      'south-yorkshire-bassetlaw-north-derbyshire-and-hardwick 2019-04',
      'south-yorkshire-bassetlaw-north-derbyshire-and-hardwick 2022-04',
      'surrey-and-sussex 2021-04',
      'surrey-and-sussex 2026-04',
      'thames-valley 2020-04',
      'thames-valley 2021-04',
      'thames-valley 2026-04',
      'today-east-of-england-north 2026-04',
      'today-east-of-england-south 2026-04',
      'today-surrey-and-sussex 2026-04',
      'today-thames-valley 2026-04',
      'today-west-london 2026-04',
      'west-yorkshire 2020-04',
      'west-yorkshire 2022-04',
    ]);
  });

  test('Greater Manchester goes through the merger of March 2017 unbroken', async () => {
    const months = await rows(
      `SELECT period, denominator FROM observation WHERE metric = '62-day-wait' AND area = 'greater-manchester'
         AND period BETWEEN '2017-02' AND '2017-04' ORDER BY period`,
    );
    const manchester = await rows(
      `SELECT period, sum(denominator)::DOUBLE AS denominator FROM observation
       WHERE metric = '62-day-wait' AND period BETWEEN '2017-02' AND '2017-04'
         AND area IN ('00W', '01M', '01N', '14L', '02H', '00V', '00T', '01D', '00Y', '01G', '01W', '01Y', '02A')
       GROUP BY period ORDER BY period`,
    );
    expect(months).toEqual(manchester);
  });

  test.each(['humber-coast-and-vale', 'west-yorkshire', 'north-east-and-cumbria'])(
    '%s tells of NHS North Yorkshire from April 2020, with the share that moved',
    async (area) => {
      const note = await one(`SELECT note FROM area_note WHERE area = '${area}' AND from_month = '2020-04'`);
      expect(note?.note).toMatch(
        /NHS North Yorkshire CCG \(42D\).*West Yorkshire.*\d+\.\d% of the population/,
      );
    },
  );
});

test('every stored interval of a proportion is the Wilson interval of the statistics contract', async () => {
  const figures = await rows(
    `SELECT numerator, denominator, lower, upper FROM observation JOIN metric ON metric.id = metric
     WHERE kind = 'proportion' AND value IS NOT NULL USING SAMPLE reservoir(3000 ROWS) REPEATABLE (1)`,
  );
  expect(figures.length).toBeGreaterThan(2500);
  for (const { numerator, denominator, lower, upper } of figures) {
    const expected = wilson(Number(numerator), Number(denominator));
    expect(lower).toBeCloseTo(expected.lower, 12);
    expect(upper).toBeCloseTo(expected.upper, 12);
  }
});

test('an index, a rate or a mean of an Alliance is named an approximation', async () => {
  const approximations = await rows(
    `SELECT DISTINCT note FROM observation JOIN metric ON metric.id = metric
     WHERE kind <> 'proportion' AND area IN (SELECT id FROM alliance) AND value IS NOT NULL AND status = 'derived'`,
  );
  expect(approximations.length).toBeGreaterThan(0);
  for (const { note } of approximations)
    expect(note).toMatch(/our approximation, not an official statistic/i);
});
