import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { load, remove } from '../../../scripts/loads/load.ts';
import { ask } from '../dataset.ts';
import { storeOfLoads } from './store.ts';

let store: Awaited<ReturnType<typeof storeOfLoads>>;
beforeAll(async () => {
  store = await storeOfLoads();
});
afterAll(() => store.remove());

function put(name: string, ...lines: string[]) {
  writeFileSync(path.join(store.folder, name), `${lines.join('\n')}\n`);
  return path.join(store.folder, name);
}
const HEADER = 'from_area,to_area,to_name,from_month';
const rows = (sql: string) => ask(store.database, sql);
const figure = (area: string, metric: string, period: string) =>
  rows(
    `SELECT numerator, denominator, status, note FROM observation
     WHERE area = '${area}' AND metric = '${metric}' AND period = '${period}' AND grp = 'all'`,
  );

test('a merger is a load: its ICB begins with its members’ figures added up, and goes with it', async () => {
  const file = put(
    'mergers.csv',
    HEADER,
    'QOP,N1A1A,NHS Pennines ICB,2025-10',
    'QWO,N1A1A,NHS Pennines ICB,2025-10',
    'Z9B2Z,N2B2B,NHS London ICB,2027-04',
    'QMF,N2B2B,NHS London ICB,2027-04',
  );
  const { report } = await load([file], store.options);
  const declared = [
    'area     N1A1A (NHS Pennines ICB): declared, from 2025-10 in place of QOP, QWO',
    'area     N2B2B (NHS London ICB): declared, from 2027-04 in place of Z9B2Z, QMF',
  ];
  expect(report?.declared).toEqual(declared);
  expect(store.said).toEqual(expect.arrayContaining(declared));
  expect(
    await rows(
      "SELECT id, from_month, until_month, population FROM area WHERE id IN ('QOP', 'QWO', 'N1A1A', 'Z9B2Z', 'N2B2B') ORDER BY id",
    ),
  ).toEqual([
    { id: 'N1A1A', from_month: '2025-10', until_month: '9999-12', population: 2_789_339 + 2_331_463 },
    { id: 'N2B2B', from_month: '2027-04', until_month: '9999-12', population: expect.any(Number) },
    { id: 'QOP', from_month: '2022-04', until_month: '2025-09', population: 2_789_339 },
    { id: 'QWO', from_month: '2022-04', until_month: '2025-09', population: 2_331_463 },
    { id: 'Z9B2Z', from_month: '2026-04', until_month: '2027-03', population: expect.any(Number) },
  ]);
  // Cancer Waiting Times by ICB, October 2025, 62 days: 1,101 of 1,535 and 900 of 1,218.
  expect(await figure('N1A1A', '62-day-combined', '2025-10')).toEqual([
    {
      numerator: 2001,
      denominator: 2753,
      status: 'derived',
      note: 'Provisional: the publisher may revise it. The sum of what is published for QOP and QWO, which it succeeds.',
    },
  ]);
  expect(await figure('QOP', '62-day-combined', '2025-10')).toEqual([]);
  expect(
    await rows(
      "SELECT area, numerator FROM succeeded_figure WHERE period = '2025-10' AND metric = '62-day-combined' AND grp = 'all' ORDER BY area",
    ),
  ).toEqual([
    { area: 'QOP', numerator: 1101 },
    { area: 'QWO', numerator: 900 },
  ]);
  // Counted whole where most of its people are, of 2016 and today, and the area left without says so.
  expect(await rows("SELECT area, fit FROM footprint WHERE commissioner = 'N1A1A' ORDER BY area")).toEqual(
    ['greater-manchester', 'region-north', 'today-greater-manchester'].map((area) => ({
      area,
      fit: 'best-fit',
    })),
  );
  expect(
    await rows("SELECT note FROM area_note WHERE area = 'greater-manchester' AND from_month = '2025-10'"),
  ).toEqual([
    {
      note: expect.stringMatching(
        /^From October 2025 NHS Pennines ICB \(N1A1A\) is counted whole in Greater Manchester \(best fit\)\. This area gains/,
      ),
    },
  ]);
  expect(await rows("SELECT note FROM area_note WHERE area = 'N1A1A'")).toEqual([
    {
      note: 'It begins in October 2025, in place of NHS Greater Manchester ICB (QOP) and NHS West Yorkshire ICB (QWO), as declared in a file that was loaded. What stands before that is theirs.',
    },
  ]);
  // England is what it was.
  expect(report?.largest.map(({ area }) => area)).not.toContain('england');

  const again = await load([file], store.options);
  expect([again.unchanged, store.loads()]).toEqual([true, ['load-0001']]);

  const renamed = put(
    'renamed.csv',
    HEADER,
    'QOP,N1A1A,NHS Roses ICB,2025-10',
    'QWO,N1A1A,NHS Roses ICB,2025-10',
  );
  expect((await load([renamed], { ...store.options, dryRun: true })).report?.declared).toEqual([
    'area     N1A1A (NHS Roses ICB): declared otherwise than before, from 2025-10 in place of QOP, QWO',
  ]);

  await load([put('next.csv', HEADER, 'N1A1A,N3C3C,NHS North ICB,2026-04')], store.options);
  expect(await figure('N3C3C', '62-day-combined', '2026-04')).toMatchObject([{ status: 'derived' }]);
  await expect(remove('load-0001', store.options)).rejects.toThrow(
    'load-0001 declares N1A1A, load-0002 has what becomes of N1A1A; undo that first',
  );
  await remove('load-0002', store.options);
  const { version } = await remove('load-0001', store.options);
  expect(version).toBe(store.bundled.version);
  expect(await rows("FROM area WHERE id = 'N1A1A'")).toEqual([]);
}, 600_000);

test('what cannot be added up has a reason in place of a figure; a share of which one is withheld, too', async () => {
  const file = put(
    'mergers.csv',
    HEADER,
    'QOP,N1A1A,NHS Pennines ICB,2022-10',
    'QWO,N1A1A,NHS Pennines ICB,2022-10',
  );
  const tidy = (metric: string, area: string, period: string, cells: string) =>
    `${metric},${area},${period},,${cells},`;
  const figures = store.put(
    'figures.csv',
    tidy('early-stage', 'QOP', '2024', '40,100,0.4,,,published'),
    tidy('early-stage', 'QWO', '2024', '30,60,0.5,,,published'),
    tidy('early-stage', 'QOP', '2025', '40,100,0.4,,,published'),
    // A year before a merger, on the ICB after it.
    tidy('adult-smoking-qof', 'Z9B2Z', 'fy2025-26', '80,100,0.8,,,published'),
    tidy('one-year-survival', 'QOP', '2024', ',,71,,,published'),
    tidy('one-year-survival', 'QWO', '2024', ',,72,,,published'),
  );
  // Figures of what has ended by then are taken as its successor's.
  await load([figures, file], store.options);
  expect(await figure('N1A1A', 'early-stage', '2024')).toEqual([
    {
      numerator: 70,
      denominator: 160,
      status: 'derived',
      note: 'The sum of what is published for QOP and QWO, which it succeeds.',
    },
  ]);
  expect(await figure('N1A1A', 'early-stage', '2025')).toEqual([
    {
      numerator: null,
      denominator: null,
      status: 'not-published',
      note: 'Not given: the figure of one of QOP and QWO, which it succeeds, is withheld or missing.',
    },
  ]);
  expect(
    await rows("SELECT as_at FROM placed WHERE metric = 'adult-smoking-qof' AND period = 'fy2025-26'"),
  ).toEqual([{ as_at: '2026-04' }]);
  expect(await figure('N1A1A', 'one-year-survival', '2024')).toMatchObject([
    {
      status: 'not-published',
      note: 'Not given: it is published for QOP and QWO, which it succeeds, and an index of theirs cannot be added up.',
    },
  ]);
  await remove('load-0001', store.options);
}, 600_000);

/** How many rows of figures differ from the bundled dataset's. */
const differing = async () =>
  (
    await rows(
      `ATTACH '${store.bundled.database}' AS bundled (READ_ONLY);
       SELECT count(*)::INTEGER AS rows FROM (
         (FROM observation EXCEPT ALL FROM bundled.observation)
         UNION ALL (FROM bundled.observation EXCEPT ALL FROM observation))`,
    )
  )[0]?.rows;

test('an ICB that is divided ends, its parts begin with no earlier figures, and a month with their codes loads', async () => {
  // Bassetlaw (02Q) leaves Nottingham and Nottinghamshire, QT1: 114,533 of its 1,124,749 people of mid-2015.
  const division = (from: string) => [
    `${HEADER},alliance,sub_icb`,
    `QT1,N5A1A,NHS Nottingham ICB,${from},today-east-midlands,52R`,
    `QT1,N6A1A,NHS Bassetlaw ICB,${from},today-south-yorkshire,02Q`,
  ];
  const figures = store.put('beside.csv', 'early-stage,09C,2014,,40,100,0.4,,,published,');
  const early = await load([put('division.csv', ...division('2025-10')), figures], {
    ...store.options,
    dryRun: true,
  });
  expect(early.refused).toEqual([
    {
      file: 'division.csv',
      row: 2,
      message:
        'QT1 ends before 2025-10, and there are figures of it up to 2026-04, which cannot be divided; expected a month after them',
    },
  ]);
  expect(early.report?.files.map(({ file }) => file)).toEqual(['beside.csv']);

  const file = put('division.csv', ...division('2026-05'));
  const table = (...lines: string[]) => [
    'Period,Basis,Org_Code,Parent_Org,Org_Name,Standard_or_Item,Cancer_Type,Referral_Route_or_Stage,Treatment_Modality,Total,Within,After',
    ...lines.map((line) => {
      const [code = '', within, total] = line.split(' ');
      return `01/05/2026,Commissioner,${code},,X,62D,ALL CANCERS,ALL ROUTES,ALL MODALITIES,${total},${within},${Number(total) - Number(within)}`;
    }),
  ];
  const old = put('old-codes.csv', ...table('QT1 200 300', 'QF7 100 200', 'Total 300 500'));
  const dry = await load([old, file], { ...store.options, dryRun: true });
  expect(dry.refused).toEqual([
    expect.objectContaining({
      file: 'old-codes.csv',
      row: 2,
      message: expect.stringMatching(
        /^QT1 in 2026-05; expected a commissioner that there was then: .* until 2026-04, then N5A1A and N6A1A$/,
      ),
    }),
  ]);
  const declared = [
    'area     N5A1A (NHS Nottingham ICB): declared, from 2026-05 in place of a part of QT1 (52R)',
    'area     N6A1A (NHS Bassetlaw ICB): declared, from 2026-05 in place of a part of QT1 (02Q)',
  ];
  expect(dry.report?.declared).toEqual(declared);
  expect([dry.report?.load, store.loads(), await differing()]).toEqual([null, [], 0]);

  const month = put(
    'month.csv',
    ...table('N5A1A 150 200', 'N6A1A 20 30', 'QF7 100 200', 'UNKNOWN 1 2', 'Total 271 432'),
  );
  const { report, refused } = await load([month, file], store.options);
  expect([refused, report?.declared]).toEqual([[], declared]);
  expect(await figure('N6A1A', '62-day-combined', '2026-05')).toEqual([
    { numerator: 20, denominator: 30, status: 'provisional', note: null },
  ]);
  // Each part counts in the Alliance told, and has no figure before; the whole has none after.
  expect(await figure('today-south-yorkshire', '62-day-combined', '2026-05')).toMatchObject([
    { numerator: 120, denominator: 230 },
  ]);
  expect(
    await rows(
      `SELECT area, min(period) AS first, max(period) AS last FROM observation
       WHERE metric = '62-day-combined' AND grp = 'all' AND area IN ('QT1', 'N5A1A', 'N6A1A') AND period IN (SELECT id FROM period WHERE grain = 'month')
       GROUP BY area ORDER BY area`,
    ),
  ).toEqual([
    { area: 'N5A1A', first: '2026-05', last: '2026-05' },
    { area: 'N6A1A', first: '2026-05', last: '2026-05' },
    { area: 'QT1', first: '2024-04', last: '2026-04' },
  ]);
  expect(await rows("SELECT id, population FROM area WHERE id IN ('N5A1A', 'N6A1A') ORDER BY id")).toEqual([
    { id: 'N5A1A', population: 1_010_216 },
    { id: 'N6A1A', population: 114_533 },
  ]);
  const notes = await rows("SELECT area, note FROM area_note WHERE area IN ('QT1', 'N6A1A') ORDER BY area");
  expect(notes).toEqual([
    {
      area: 'N6A1A',
      note: 'It begins in May 2026, in place of a part of NHS Nottingham and Nottinghamshire ICB (QT1), as declared in a file that was loaded. What was published before that is of other people too and cannot be divided: its figures begin here. The map gives the whole of an ICB that is divided the colour of the one with most of its people.',
    },
    {
      area: 'QT1',
      note: 'It is divided in May 2026, as declared in a file that was loaded: its people are counted in NHS Nottingham ICB (N5A1A; about 90% of them) and NHS Bassetlaw ICB (N6A1A; about 10% of them) from then on. Its figures end here, as they cannot be divided.',
    },
  ]);
  expect(
    await rows("SELECT note FROM area_note WHERE area = 'today-south-yorkshire' AND from_month = '2026-05'"),
  ).toEqual([
    {
      note: expect.stringMatching(
        /^From May 2026 NHS Bassetlaw ICB \(N6A1A\) is counted whole in South Yorkshire Cancer Alliance.*gains 114,533 people/,
      ),
    },
  ]);

  expect((await load([month, file], store.options)).unchanged).toBe(true);
  await remove('load-0001', store.options);
  expect([await differing(), store.loads()]).toEqual([0, []]);
}, 600_000);
