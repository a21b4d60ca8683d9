import { expect, test } from 'vitest';
import { workFolder } from './folder.ts';

const folder = workFolder();

const HEADER =
  'Period,Basis,Org_Code,Parent_Org,Org_Name,Standard_or_Item,Cancer_Type,Referral_Route_or_Stage,Treatment_Modality,Total,Within,After,Performance,After_104_days';
const ALL = 'ALL CANCERS,ALL ROUTES,ALL MODALITIES';

/** A row of the publisher's table; `told` is cancer, route or stage, and treatment. */
const row = (
  code: string,
  within: number,
  total: number,
  told = ALL,
  standard = '62D',
  period = '01/04/2025',
) =>
  `${period},Commissioner,${code},,X,${standard},${told},${total},${within},${total - within},${within / total},${code === 'UNKNOWN' ? 0 : 1}`;

const MONTH = [row('QOX', 6, 10), row('UNKNOWN', 1.5, 2.5), row('Total', 7.5, 12.5)];
const load = (rows: string[], name = 'combined.csv') =>
  folder.load(folder.put(name, `\ufeff${[HEADER, ...rows].join('\r\n')}\r\n`));

test('commissioners, England and groups are taken; providers, other items and crossed rows are left', async () => {
  const LUNG = 'Lung,ALL ROUTES,ALL MODALITIES';
  const { refused, said } = await load([
    ...MONTH,
    ...MONTH.map((line) => line.replace('Commissioner', 'Provider').replace('QOX', 'RD1')),
    row('QOX', 2, 3, LUNG),
    row('Total', 2, 3, LUNG),
    row('QOX', 1, 2, 'Lung,Screening,ALL MODALITIES'),
    row('QOX', 1, 2, ALL, 'Urgent Suspected Cancer referral'),
    row('QOX', 3, 4, 'Suspected lung cancer,URGENT SUSPECTED CANCER,', 'FDS'),
    row('Total', 3, 4, 'Suspected lung cancer,URGENT SUSPECTED CANCER,', 'FDS'),
    row('QOX', 3, 4, 'ALL CANCERS,First Treatment,ALL MODALITIES', '31D', '2025-05-01'),
    row('Total', 3, 4, 'ALL CANCERS,First Treatment,ALL MODALITIES', '31D', '2025-05-01'),
  ]);
  expect(refused).toEqual([]);
  const waits = folder.table('waits.csv.gz').map((wait) => {
    const { metric, area, period, grp, numerator, denominator, status } = wait;
    return [metric, area, period, grp, numerator, denominator, status].join(' ');
  });
  expect(waits).toContain('62-day-combined QOX 2025-04 all 6 10 provisional');
  expect(waits).toContain('62-day-combined england 2025-04 all 7.5 12.5 provisional');
  expect(waits).toContain('62-day-combined QOX 2025-04 tumour:lung 2 3 provisional');
  expect(waits).toContain('28-day-diagnosis QOX 2025-04 suspected:lung 3 4 provisional');
  expect(waits).toContain('31-day-combined QOX 2025-05 stage:first 3 4 provisional');
  expect(folder.table('waits.csv.gz').find(({ area }) => area === 'UNKNOWN')?.row).toBe('3');
  expect(folder.table('manifest.csv')[0]).toMatchObject({
    id: 'cwt-csv-fy2025-26',
    period: '2025-04 to 2025-05',
  });
  const left = said.filter((line) => line.startsWith('  left')).join('\n');
  expect(left).toMatch(/3 rows by provider/);
  expect(left).toMatch(/1 rows of other items/);
  expect(left).toMatch(/1 rows told apart by two things or more/);
  expect(left).toMatch(/--final says so/);
});

test.each([
  [
    'England that is not the sum',
    [...MONTH.slice(0, 2), row('Total', 8, 12.5)],
    /row 4: England .* is 8 of 12.5; .* sum to 7.5 of 12.5/,
  ],
  ['no England', MONTH.slice(0, 2), /62-day-combined 2025-04 all has commissioners and no row Total/],
  [
    'a row again',
    [...MONTH, row('QOX', 6, 10)],
    /row 5: 62-day-combined QOX 2025-04 all again; it is in row 2 already/,
  ],
  ['an unknown code', [row('QZZ', 6, 10), row('Total', 6, 10)], /row 2: unknown commissioner QZZ/],
  [
    'a mark for a number',
    [row('QOX', 6, 10).replace(',10,6,4,', ',*,6,4,')],
    /row 2: total, within and after are \*, 6, 4/,
  ],
  [
    'counts that do not add up',
    [row('QOX', 6, 10).replace(',10,6,4,', ',11,6,4,')],
    /row 2: the total is 11; within 6 \+ after 4 is 10/,
  ],
  [
    '10^20 people',
    [row('QOX', 6, 10).replace(',10,6,4,', ',100000000000000000000,6,4,')],
    /row 2: total, within/,
  ],
  [
    'a year for a month',
    MONTH.map((line) => line.replace('01/04/2025', '2025')),
    /row 2: the period is "2025"; expected a month/,
  ],
  ['providers alone', MONTH.map((line) => line.replace('Commissioner', 'Provider')), /a file by provider/],
])('%s: refused, with the row', async (_, rows, message) => {
  const { refused, read } = await load(rows);
  expect(read).toEqual([]);
  expect(refused.join('\n')).toMatch(message);
});
