import { beforeAll, describe, expect, test } from 'vitest';
import { ask, builtOnce } from '../dataset.ts';

let database: string;
const rows = (sql: string) => ask(database, sql);

beforeAll(async () => {
  ({ database } = await builtOnce());
});

/** The counts of a metric in a month, of England or summed over commissioners of some levels. */
const counts = async (metric: string, month: string, levels: readonly string[]) => {
  const [sum] = await rows(
    `SELECT sum(numerator)::DOUBLE AS within, sum(denominator)::DOUBLE AS total, count(*)::INTEGER AS areas
     FROM observation o JOIN area a ON a.id = o.area AND o.period BETWEEN a.from_month AND a.until_month
     WHERE metric = '${metric}' AND period = '${month}' AND grp = 'all'
       AND a.level IN (${levels.map((level) => `'${level}'`)})`,
  );
  return sum;
};

// The rows ALL ENGLISH COMMISSIONERS of the publisher's workbooks of these months, part A, and the sums of their 42 ICBs,
// which leave out the commissioning hubs and the patients of unknown commissioners.
describe.each([
  ['62-day-combined', '2024-07', [20_361, 29_924], [20_199, 29_695]],
  ['62-day-combined', '2023-10', [15_812.5, 25_016.5], [15_700, 24_843]],
  ['28-day-diagnosis', '2025-04', [212_837, 277_640], [211_950, 276_400]],
  ['31-day-combined', '2025-04', [51_580, 56_493], [51_185, 56_060]],
  ['62-day-combined', '2025-04', [19_667, 28_039], [19_539, 27_857]],
] as const)('%s in %s', (metric, month, [within, total], [ofIcbs, allOfIcbs]) => {
  test('England is the row that the publisher prints', async () => {
    expect(await counts(metric, month, ['england'])).toEqual({ within, total, areas: 1 });
  });

  test('every commissioner together is England, hubs and unknown included; the 42 ICBs are a little less', async () => {
    expect(await counts(metric, month, ['icb', 'hub', 'unknown'])).toMatchObject({ within, total });
    expect(await counts(metric, month, ['icb'])).toEqual({ within: ofIcbs, total: allOfIcbs, areas: 42 });
    expect(await counts(metric, month, ['alliance-today'])).toEqual({
      within: ofIcbs,
      total: allOfIcbs,
      areas: 21,
    });
  });

  test('stages or routes, cancer types and treatments each add up to England', async () => {
    const kinds = await rows(
      `SELECT split_part(grp, ':', 1) AS kind, sum(numerator)::DOUBLE AS within, sum(denominator)::DOUBLE AS total
       FROM observation WHERE metric = '${metric}' AND period = '${month}' AND area = 'england'
         AND grp NOT IN ('all', 'basis:provider') AND grp NOT LIKE 'suspected:%' GROUP BY ALL`,
    );
    expect(kinds.length).toBe(metric === '28-day-diagnosis' ? 1 : 3);
    for (const kind of kinds) expect(kind).toMatchObject({ within, total });
  });
});

test('the provider series of England stands beside the commissioners’ sum, as its own group', async () => {
  const [april] = await rows(
    `SELECT numerator, denominator, status FROM observation WHERE metric = '62-day-combined' AND period = '2026-04'
       AND area = 'england' AND grp = 'basis:provider'`,
  );
  // The national time series, April 2026.
  expect(april).toMatchObject({ numerator: 19_546, denominator: 27_941 });
  const [span] = await rows(
    `SELECT min(period) AS first, max(period) AS last FROM observation JOIN period p ON p.id = period
     WHERE grain = 'month' AND grp = 'basis:provider'`,
  );
  expect(span).toEqual({ first: '2009-10', last: '2026-04' });
});

describe('patient experience, CPES 2018', () => {
  test('England rated its care 8.80; of 195 CCGs one is withheld, 02W with its 15 respondents', async () => {
    const [england] = await rows(
      `SELECT value, denominator FROM observation
       WHERE metric = 'patient-experience' AND period = '2018' AND area = 'england' AND grp = 'all'`,
    );
    expect(england?.value).toBeCloseTo(8.8, 2);
    const ccgs = await rows(
      `SELECT o.area, o.status, o.note FROM observation o
       JOIN area a ON a.id = o.area AND a.level = 'ccg' AND '2018-12' BETWEEN a.from_month AND a.until_month
       WHERE metric = 'patient-experience' AND period = '2018' AND grp = 'all'`,
    );
    expect(ccgs).toHaveLength(195);
    expect(ccgs.filter(({ status }) => status !== 'published')).toEqual([
      { area: '02W', status: 'suppressed', note: 'Withheld by the publisher: 15 people answered.' },
    ]);
  });

  test('the 19 Alliances are as published, none summed by us', async () => {
    const alliances = await rows(
      `SELECT status FROM observation JOIN alliance ON alliance.id = area
       WHERE metric = 'patient-experience' AND period = '2018' AND grp = 'all'`,
    );
    expect(alliances.map(({ status }) => status)).toEqual(Array(19).fill('published'));
  });

  test('a whole percentage is never turned into a count', async () => {
    expect(
      await rows(
        `SELECT metric FROM observation o JOIN metric m ON m.id = o.metric
         WHERE m.kind = 'score' AND numerator IS NOT NULL`,
      ),
    ).toEqual([]);
  });
});

test('stage at diagnosis of 2022: the ICBs sum to England for every site, and so do today’s Alliances', async () => {
  for (const metric of ['early-stage-of-staged', 'stage-complete'])
    for (const [level, areas] of [
      ['icb', 42],
      ['alliance-today', 21],
    ] as const) {
      const sites = await rows(
        `SELECT o.grp, sum(o.numerator)::DOUBLE - any_value(e.numerator) AS within,
           sum(o.denominator)::DOUBLE - any_value(e.denominator) AS total, count(*)::INTEGER AS areas
         FROM observation o
         JOIN (SELECT DISTINCT id FROM area WHERE level = '${level}') a ON a.id = o.area
         JOIN observation e ON e.area = 'england' AND e.metric = o.metric AND e.period = o.period AND e.grp = o.grp
         WHERE o.metric = '${metric}' AND o.period = '2022' GROUP BY o.grp`,
      );
      expect(sites).toHaveLength(17 + 1);
      for (const site of sites)
        expect(site, `${metric} ${level}`).toEqual({ grp: site.grp, within: 0, total: 0, areas });
    }
});

test('West Midlands and Wessex keep their people from December 2016 to April 2026; others name what changes', async () => {
  const breaks = await rows(
    `SELECT area, from_month FROM series_break
     WHERE area IN ('west-midlands', 'wessex', 'thames-valley',
       'south-yorkshire-bassetlaw-north-derbyshire-and-hardwick') ORDER BY ALL`,
  );
  // Derbyshire, then Nottinghamshire with Bassetlaw; Swindon's ICB, Frimley, and Frimley's south once more.
  expect(breaks.map(({ area, from_month }) => `${area} ${from_month}`)).toEqual([
    'south-yorkshire-bassetlaw-north-derbyshire-and-hardwick 2019-04',
    'south-yorkshire-bassetlaw-north-derbyshire-and-hardwick 2022-04',
    'thames-valley 2020-04',
    'thames-valley 2021-04',
    'thames-valley 2026-04',
  ]);
  const months = await rows(
    `SELECT area, count(value)::INTEGER AS months, max(period) AS last FROM observation JOIN period p ON p.id = period
     WHERE metric = '62-day-combined' AND grp = 'all' AND grain = 'month' AND area IN ('west-midlands', 'wessex')
     GROUP BY area ORDER BY area`,
  );
  expect(months).toEqual(['wessex', 'west-midlands'].map((area) => ({ area, months: 49, last: '2026-04' })));
});

describe('today’s Alliances, where the ICBs merged across them in April 2026', () => {
  // By data/geography/icb-successions.csv: Frimley (729,129 people of mid-2015) went to Thames Valley with 79.3% and to
  // Surrey and Sussex with the rest; North Central London's ICB is whole in West and North London.
  test('five break, by how much of their people moved; those whose ICBs stayed do not', async () => {
    const breaks = await rows(
      `SELECT area, from_month, round(moved, 3) AS moved FROM series_break WHERE area LIKE 'today-%' ORDER BY area`,
    );
    expect(breaks).toEqual([
      { area: 'today-east-of-england-north', from_month: '2026-04', moved: 0.425 },
      { area: 'today-east-of-england-south', from_month: '2026-04', moved: 0.34 },
      { area: 'today-surrey-and-sussex', from_month: '2026-04', moved: 0.169 },
      { area: 'today-thames-valley', from_month: '2026-04', moved: 0.345 },
      { area: 'today-west-london', from_month: '2026-04', moved: 0.411 },
    ]);
  });

  test('what one gains another loses, and each says so', async () => {
    const notes = await rows(
      `SELECT area, note FROM area_note WHERE area IN ('today-thames-valley', 'today-surrey-and-sussex') ORDER BY area`,
    );
    const moved =
      'From April 2026 NHS Thames Valley ICB (S0E4D) is counted whole in Thames Valley Cancer Alliance';
    expect(notes.map(({ note }) => note)).toEqual([
      `${moved} (best fit). This area loses 576,923 people, 16.9% of the population of mid-2015.`,
      `${moved} (best fit). This area gains 576,923 people, 34.5% of the population of mid-2015.`,
    ]);
  });

  test('the one that is left without an ICB ends, says where its people are counted, and has no gap after', async () => {
    expect(
      await rows(`SELECT until_month FROM area WHERE level = 'alliance-today' AND until_month < '9999-12'`),
    ).toEqual([{ until_month: '2026-03' }]);
    const [note] = await rows(`SELECT note FROM area_note WHERE area = 'today-north-central-london'`);
    expect(note?.note).toBe(
      'The figures of this Alliance end in March 2026: from then on its people are counted in NHS West and North London ICB (Z9B2Z), which counts whole in West London Cancer Alliance.',
    );
    expect(
      await rows(
        `SELECT o.period FROM observation o JOIN period p ON p.id = o.period
         WHERE area = 'today-north-central-london' AND p.end_month >= '2026-04'`,
      ),
    ).toEqual([]);
  });
});
