import { afterEach, expect, test } from 'vitest';
import { METRIC_IDS, type MetricId, metric } from '../../../data/metrics/index.ts';
import { BUNDLED_IDS, declareOwn } from '../../../data/metrics/own.ts';
import { SOURCES } from '../../../data/sources.ts';
import { readFiles } from '../../../scripts/ingest/index.ts';
import { OWN_COLUMNS, OWN_TEMPLATE } from '../../../scripts/ingest/own-metrics.ts';
import { problemLine } from '../../../scripts/ingest/problem.ts';
import { workFolder } from './folder.ts';

const folder = workFolder();
afterEach(() => declareOwn([]));

const [HEADER = '', PROPORTION = '', RATE = ''] = OWN_TEMPLATE.split('\n');
const SCREENING = 'local-screening' as MetricId;

async function read(...files: string[]) {
  const found = await readFiles(files, { log: () => {} });
  return { ...found, refused: found.refused.map(problemLine) };
}
const put = (...rows: string[]) => folder.put('metrics.csv', `${[HEADER, ...rows].join('\n')}\n`);
const figures = (row: string) =>
  folder.put('a.csv', `metric,area,period,grp,numerator,denominator,value,lower,upper,status,note\n${row}\n`);

test('what the template declares is a metric like the others, with figures of a file read after it', async () => {
  const taken = await read(
    figures('local-screening,02N,fy2016-17,,60,100,0.6,,,published,'),
    put(PROPORTION, RATE),
  );
  expect(taken.refused).toEqual([]);
  expect(taken.read.map(({ format }) => format)).toEqual(['our own metrics CSV', 'our own tidy CSV']);
  expect(METRIC_IDS).toEqual([...BUNDLED_IDS, 'local-screening', 'local-admissions']);
  expect(metric(SCREENING)).toMatchObject({
    kind: 'proportion',
    of: 'people screened',
    outOf: 'people invited',
    targets: [{ value: 0.6, from: '2016-04', basis: 'standard' }],
    classes: { breaks: [0.5, 0.55, 0.6, 0.65], around: 'target' },
  });
  expect(SOURCES[metric(SCREENING).source]).toMatchObject({ publisher: 'Local screening office' });
  expect(metric('local-admissions' as MetricId)).toMatchObject({ kind: 'rate', per: 1000, targets: [] });
});

test('undone, it is no metric, and figures of it are refused', async () => {
  await read(put(PROPORTION));
  const { refused } = await read(figures('local-screening,02N,fy2016-17,,60,100,0.6,,,published,'));
  expect(refused[0]).toMatch(/^a\.csv, row 2: metric: unknown metric local-screening; expected one of/);
});

/** A row of the template with one cell changed. */
function changed(row: string, column: (typeof OWN_COLUMNS)[number], text: string): string {
  const cells = row.match(/("[^"]*"|[^,]*)(,|$)/g)?.map((cell) => cell.replace(/,$/, '')) ?? [];
  cells[OWN_COLUMNS.indexOf(column)] = text;
  return cells.slice(0, OWN_COLUMNS.length).join(',');
}

test.each([
  ['id', 'Local Screening', PROPORTION, /id: "Local Screening"; expected at most 40 small letters/],
  ['id', 'early-stage', PROPORTION, /id: .* a bundled metric has this one/],
  ['kind', 'index', RATE, /kind: "index"; expected proportion, rate/],
  ['unit', 'per cent', PROPORTION, /unit: "per cent"; expected % for a proportion/],
  ['verb', '', PROPORTION, /verb: ""; expected what the people of the numerator did/],
  ['per', '', RATE, /per: ""; expected how many people a rate is per, such as 100000/],
  ['decimals', 'one', RATE, /decimals: "one"; expected 0, 1, 2 or 3/],
  ['polarity', 'up', RATE, /polarity: "up"; expected higher, lower, none/],
  ['pathway', 'screening', RATE, /pathway: "screening"; expected prevention, early-diagnosis/],
  ['page', 'example.org', RATE, /page: "example.org"; expected where .* https/],
  ['licence', '', RATE, /licence: ""; expected something in it/],
  ['breaks', '50 55 60 65', PROPORTION, /breaks: "50 55 60 65"; expected four rising values from 0 to 1/],
  ['definition', 'x'.repeat(1001), RATE, /definition: "x{100}"; expected at most 1000 characters/],
  ['breaks', '4 5 6', RATE, /breaks: "4 5 6"; expected four rising values from 0 to 1000/],
  ['target', '60', PROPORTION, /target: "60"; expected a value from 0 to 1/],
  ['target_from', 'April', PROPORTION, /target_from: "April"; expected the first month/],
  ['target_label', '', PROPORTION, /target_label: ""; expected the target in words/],
] as const)('%s "%s" is refused by row and column', async (column, text, row, message) => {
  const { read: taken, refused } = await read(put(changed(row, column, text)));
  expect(taken).toEqual([]);
  expect(refused).toContainEqual(expect.stringMatching(message));
  expect(refused.every((each) => each.startsWith('metrics.csv, row 2: '))).toBe(true);
  expect(METRIC_IDS).toHaveLength(BUNDLED_IDS.length);
});

test('one id twice and a missing column are refused', async () => {
  expect((await read(put(PROPORTION, PROPORTION))).refused).toEqual([
    'metrics.csv, row 3: id: "local-screening"; expected each once: row 2 has it too',
  ]);
  folder.put('metrics.csv', `${HEADER.replace('verb', 'verbs')}\n${PROPORTION}\n`);
  expect((await read(folder.at('metrics.csv'))).refused).toEqual([
    expect.stringMatching(/row 1: no column verb; expected id, label/),
    expect.stringMatching(/row 1: unexpected column verbs/),
  ]);
});
