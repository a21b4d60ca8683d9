import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OwnArea } from '../../../data/geography/own.ts';
import { build } from '../../../scripts/build/index.ts';
import { figureFiles } from '../../../scripts/build/inputs.ts';
import { ask, builtOnce, FIGURES, fewOnce, fingerprint, temporaryFolder } from '../dataset.ts';

const ccgs = (area: string, ...members: string[]): OwnArea => ({ area, name: area, level: 'ccg', members });
const icbs = (area: string, ...members: string[]): OwnArea => ({ area, name: area, level: 'icb', members });
const AREAS = [
  ccgs('airedale-and-bradford', '02N', '02R'),
  ccgs('bradford-whole', '02N', '02R', '02W'),
  // All of an Alliance of Annex i.
  ccgs('like-greater-manchester', ...'00T 00V 00W 00Y 01D 01G 01M 01N 01W 01Y 02A 02H'.split(' ')),
  ccgs('preston-and-chorley', '01E', '00X'),
  icbs('pennines', 'QOP', 'QWO'),
  icbs('london-north', 'QMF', 'Z9B2Z'),
];
const HEADER = 'metric,area,period,grp,numerator,denominator,value,lower,upper,status,file,sheet,row,note';
/** Withheld for this test: the publisher prints 348 of 703. */
const WITHHELD = 'early-stage,02N,2013,all,,,,,,suppressed,ccgois-1.18,,1,Withheld';

const { folder, remove } = temporaryFolder();
afterAll(remove);
let database: string;
const rows = (sql: string) => ask(database, sql);

beforeAll(async () => {
  const figures = figureFiles(FIGURES, path.join(folder, 'none'));
  const areas = path.join(folder, 'areas.json');
  writeFileSync(areas, JSON.stringify(AREAS));
  ({ database } = await build({
    database: path.join(folder, 'own.duckdb'),
    figures: { ...figures, areas: [areas] },
  }));
}, 180_000);

const figure = async (area: string, metric: string, period: string) =>
  (
    await rows(
      `SELECT numerator, denominator, status FROM observation
       WHERE area = '${area}' AND metric = '${metric}' AND period = '${period}' AND grp = 'all'`,
    )
  )[0];

describe('counts of members are added', () => {
  test.each([
    // Cancer Waiting Times, April 2016: Airedale 43 of 47 and Bradford Districts 57 of 63.
    ['airedale-and-bradford', '62-day-wait', '2016-04', 100, 110],
    // Of the year: 482 of 545 and 695 of 821.
    ['airedale-and-bradford', '62-day-wait', 'fy2016-17', 1177, 1366],
    // CCG Outcomes Indicator Set 1.18, 2013: 348 of 703, 496 of 1,008 and 73 of 141.
    ['airedale-and-bradford', 'early-stage', '2013', 844, 1711],
    ['bradford-whole', 'early-stage', '2013', 917, 1852],
    // April 2025: Greater Manchester 934 of 1,286 and West Yorkshire 843 of 1,151.
    ['pennines', '62-day-combined', '2025-04', 1777, 2437],
  ])('%s, %s, %s', async (area, metric, period, numerator, denominator) => {
    expect(await figure(area, metric, period)).toEqual({ numerator, denominator, status: 'derived' });
  });

  test('an area of all CCGs of an Alliance has its waits, value by value', async () => {
    const [differing] = await rows(
      `WITH each AS (
         SELECT area = 'greater-manchester' AS bundled, metric, period, grp, numerator, denominator, value, lower, upper,
           status, note
         FROM observation JOIN metric m ON m.id = metric AND m.kind = 'proportion'
         WHERE area IN ('greater-manchester', 'like-greater-manchester') AND period < '2022-04' AND length(period) = 7
       )
       SELECT count(*) FILTER (bundled)::INTEGER AS figures, (SELECT count(*)::INTEGER FROM (
         (SELECT COLUMNS(* EXCLUDE (bundled)) FROM each WHERE bundled
          EXCEPT SELECT COLUMNS(* EXCLUDE (bundled)) FROM each WHERE NOT bundled)
         UNION ALL (SELECT COLUMNS(* EXCLUDE (bundled)) FROM each WHERE NOT bundled
          EXCEPT SELECT COLUMNS(* EXCLUDE (bundled)) FROM each WHERE bundled)
       )) AS differing FROM each`,
    );
    expect(differing?.differing).toBe(0);
    expect(differing?.figures).toBeGreaterThan(500);
  });
});

describe('what cannot be added has no figure, and says why', () => {
  test('an index, a rate, a mean score and a percentage without its counts', async () => {
    const reasons = await rows(
      `SELECT DISTINCT m.kind, o.note, o.value, o.denominator FROM observation o JOIN metric m ON m.id = o.metric
       WHERE o.area = 'airedale-and-bradford' AND m.kind <> 'proportion' ORDER BY m.kind`,
    );
    expect(reasons).toEqual(
      [
        ['index', 'an index'],
        ['mean', 'a mean score'],
        ['rate', 'a rate'],
        ['score', 'a published percentage'],
      ].map(([kind, words]) => ({
        kind,
        note: `Not given for an own area: ${words} of its members cannot be added up.`,
        value: null,
        denominator: null,
      })),
    );
  });

  test('a member whose figure is withheld: none, and no partial sum', async () => {
    const other = path.join(folder, 'other.csv');
    writeFileSync(other, `${HEADER}\n${WITHHELD}\n`);
    const figures = figureFiles((await fewOnce()).figures, path.join(folder, 'none'));
    const built = await build({
      database: path.join(folder, 'withheld.duckdb'),
      figures: {
        ...figures,
        others: [...figures.others, other],
        areas: [path.join(folder, 'areas.json')],
      },
    });
    const found = await ask(
      built.database,
      `SELECT area, numerator, denominator, status, note FROM observation WHERE metric = 'early-stage'
         AND period = '2013' AND area IN ('airedale-and-bradford', 'pennines')`,
    );
    expect(found).toEqual([
      {
        area: 'airedale-and-bradford',
        numerator: null,
        denominator: null,
        status: 'not-published',
        note: 'Not given: the figure of a CCG in it is withheld or missing, and must not be recoverable by subtraction.',
      },
    ]);
  }, 180_000);
});

describe('an area is there while its commissioners hold its people', () => {
  test('to the merger that mixes them with others by more than 2%', async () => {
    const found = await rows("SELECT id, from_month, until_month FROM area WHERE level = 'own' ORDER BY id");
    expect(found).toEqual(
      [
        // Airedale, Bradford City and Bradford Districts merge in April 2020.
        ['airedale-and-bradford', '0000-00', '2020-03'],
        ['bradford-whole', '0000-00', '2022-03'],
        ['like-greater-manchester', '0000-00', '9999-12'],
        // Two ICBs of July 2022 are one from April 2026 on, with the same people.
        ['london-north', '2022-04', '9999-12'],
        ['pennines', '2022-04', '9999-12'],
        ['preston-and-chorley', '0000-00', '2022-03'],
      ].map(([id, from_month, until_month]) => ({ id, from_month, until_month })),
    );
    expect(await figure('airedale-and-bradford', '62-day-wait', '2020-04')).toBeUndefined();
    // The one CCG that they made: 36J.
    expect(await figure('bradford-whole', '62-day-wait', '2021-06')).toMatchObject({
      ...(await counts('36J', '62-day-wait', '2021-06')),
    });
  });

  const counts = async (area: string, metric: string, period: string) => {
    const { numerator, denominator } = (await figure(area, metric, period)) ?? {};
    return { numerator, denominator };
  };

  test('and a reader is told of the end, and of what less than 2% is let stand', async () => {
    const notes = await rows(
      `SELECT area, from_month, note FROM area_note
       WHERE area IN ('airedale-and-bradford', 'preston-and-chorley') ORDER BY ALL`,
    );
    expect(notes[0]).toEqual({
      area: 'airedale-and-bradford',
      from_month: '2020-03',
      note: 'The figures of this area end in March 2020: from then on its people are counted together with more than 2% of others, or lack as many.',
    });
    // Fylde and Wyre takes 0.7% of Greater Preston in April 2018.
    expect(notes).toContainEqual({
      area: 'preston-and-chorley',
      from_month: '2018-04',
      note: expect.stringMatching(
        /^From April 2018 its commissioners hold 0 people who are not of this area and lack 1,\d{3} who are, 0\.4% of its population/,
      ),
    });
  });
});

test('the bundled areas have the figures that they have without own ones', async () => {
  const bundled = await builtOnce();
  expect(await fingerprint(database, 'observation WHERE area NOT IN (SELECT id FROM own_area)')).toEqual(
    await fingerprint(bundled.database),
  );
});
