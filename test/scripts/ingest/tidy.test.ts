import { existsSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { ingest } from '../../../scripts/ingest/index.ts';
import { problemLine } from '../../../scripts/ingest/problem.ts';
import { ROOT } from '../../../server/dataset/root.ts';
import { workFolder } from './folder.ts';

const folder = workFolder();
const HEADER = 'metric,area,period,grp,numerator,denominator,value,lower,upper,status,note';
const GOOD = 'early-stage,02N,2015,,40,100,0.4,0.3,0.5,published,';
let said: string[] = [];
beforeEach(() => {
  said = [];
});

async function load(lines: string[], { metric, name = 'own.csv' }: { metric?: string; name?: string } = {}) {
  const file = folder.put(name, `${lines.join('\n')}\n`);
  const { refused } = await ingest([file], {
    log: (line) => said.push(line),
    out: folder.out(),
    geography: path.join(ROOT, 'data/geography'),
    metric,
  });
  return refused.map(problemLine);
}

const figures = () =>
  folder
    .table('other.csv')
    .map(({ metric, area, period, grp, value, status, row }) =>
      [metric, area, period, grp, value, status, row].join(' '),
    );

test('a tidy file is stored with its id and rows, a proportion as its counts give it, a gap with its reason', async () => {
  const refused = await load([
    `${HEADER},file,sheet,row`,
    'early-stage,02N,2015,,1,3,0.3333,,,published,,theirs,theirs,99',
    'patient-experience,09C,2016,age:75+,,120,8.7,8.6,8.8,published,,,,',
    'patient-experience,02N,2016,,,,,,,suppressed,20 or fewer respondents,,,',
    'under-75-mortality,england,2012-2014,,,,121.4,,,inferred-period,,,,',
  ]);
  expect(refused).toEqual([]);
  expect(figures()).toEqual([
    `early-stage 02N 2015 all ${1 / 3} published 2`,
    'patient-experience 02N 2016 all  suppressed 4',
    'patient-experience 09C 2016 age:75+ 8.7 published 3',
    'under-75-mortality england 2012-2014 all 121.4 inferred-period 5',
  ]);
  const [line] = folder.table('manifest.csv');
  expect(line).toMatchObject({
    publisher: 'Loaded by the user',
    publication: 'own.csv',
    period: '2012 to 2014 to 2016',
    rows: '4',
    licence: "As the file's publisher states",
  });
  expect(line?.id).toBe('own-own');
  expect(new Set(folder.table('other.csv').map(({ file }) => file))).toEqual(new Set([line?.id]));
});

const COUNTS = 'early-stage,02N,2015,,';
test.each([
  ['an unknown metric', 'early,02N,2015,,40,100,0.4,,,published,', /metric: unknown metric early; expected/],
  [
    'a wait',
    '62-day-wait,02N,2016-04,,4,5,0.8,,,published,',
    /metric: .* the publisher's workbook by ingest/,
  ],
  [
    'an unknown area',
    'early-stage,ZZZ,2015,,4,5,0.8,,,published,',
    /area: unknown area ZZZ; expected england/,
  ],
  ['a hub', 'early-stage,13Q,2015,,4,5,0.8,,,published,', /area: unknown area 13Q/],
  [
    'an Alliance',
    'early-stage,wessex,2015,,4,5,0.8,,,published,',
    /area: wessex: Alliances are made from their CCGs/,
  ],
  ['a region', 'early-stage,region-north,2015,,4,5,0.8,,,published,', /regions are made from their CCGs/],
  [
    'a CCG before its time',
    'early-stage,14L,2015,,4,5,0.8,,,published,',
    /area: 14L is NHS Manchester CCG from 2017-03/,
  ],
  [
    'a period',
    'early-stage,02N,2015/16,,4,5,0.8,,,published,',
    /period: "2015\/16" is none; expected such as/,
  ],
  ['a word for a number', `${COUNTS}4,5,n/a,,,published,`, /value: "n\/a"; expected a number such as 0.85/],
  ['infinity', `${COUNTS}4,5,Infinity,,,published,`, /value: "Infinity"; expected a number/],
  ['a numerator above', `${COUNTS}6,5,1,,,published,`, /numerator: 6; expected 0 to the denominator, .* 5/],
  ['a numerator below 0', `${COUNTS}-1,5,0,,,published,`, /numerator: -1; expected 0 to/],
  ['a denominator of 0', `${COUNTS}0,0,0,,,published,`, /denominator: 0; expected more than 0/],
  [
    'a proportion without counts',
    `${COUNTS},,0.4,,,published,`,
    /numerator: .* needs numerator and denominator/,
  ],
  ['a percentage', `${COUNTS}4,5,80,,,published,`, /value: 80; expected 0 to 1/],
  ['a value not of its counts', `${COUNTS}4,5,0.81,,,published,`, /value: 0.81; expected .*0.8000/],
  ['half an interval', `${COUNTS}4,5,0.8,0.7,,published,`, /lower: expected both lower and upper/],
  [
    'an interval beside',
    `${COUNTS}4,5,0.8,0.81,0.9,published,`,
    /lower: .* expected lower <= value <= upper/,
  ],
  ['a mean', 'patient-experience,02N,2016,,,100,87,,,published,', /value: 87; expected 0 to 10/],
  ['no value', `${COUNTS}4,5,,,,published,`, /value: empty; expected a number, or the status suppressed/],
  ['derived', `${COUNTS}4,5,0.8,,,derived,`, /status: derived figures are made by the build/],
  ['another status', `${COUNTS}4,5,0.8,,,final,`, /status: "final" is none; expected published, /],
  [
    'a gap without note',
    `${COUNTS},,,,,suppressed,`,
    /note: empty; expected the reason why it is suppressed/,
  ],
  ['a gap with value', `${COUNTS},,0.8,,,not-published,late`, /value: 0.8; expected nothing where/],
  ['one row again', GOOD, /early-stage 02N 2015 all is in row 2 already/],
])('%s is refused by file, row and field, and nothing is written', async (what, line, message) => {
  const before = what === 'one row again' ? GOOD : GOOD.replace('2015', '2014');
  const refused = await load([HEADER, before, line]);
  expect(refused).toEqual([expect.stringMatching(message)]);
  expect(refused[0]).toMatch(/^own\.csv, row 3: /);
  expect(said.filter((line) => line.startsWith('refused'))).toEqual([`refused  ${refused[0]}`]);
  expect(existsSync(folder.out())).toBe(false);
});

test('every problem is told; another header and a metric for a tidy file are refused', async () => {
  const wrong = 'early-stage,ZZZ,nil,,6,5,9,,,published,';
  expect(await load([HEADER, wrong, wrong.replace('ZZZ', 'ZZY')])).toHaveLength(8);
  expect(await load(['a,b', '1,2'])).toEqual([
    expect.stringMatching(/own\.csv: not in a format that is read here; expected .*our own tidy CSV/),
  ]);
  expect(await load([HEADER.replace('lower', 'low'), GOOD])).toEqual([
    expect.stringMatching(/row 1: no column lower/),
    expect.stringMatching(/row 1: unexpected column low/),
  ]);
  expect(await load([HEADER, GOOD], { metric: 'early-stage' })).toEqual([
    expect.stringMatching(/--metric is for a Fingertips file/),
  ]);
});

test('a corrected file replaces its earlier load', async () => {
  await load([HEADER, GOOD, GOOD.replace('02N', '09C')]);
  await load([HEADER, GOOD.replace('40,100,0.4', '41,100,0.41')]);
  expect(figures()).toEqual(['early-stage 02N 2015 all 0.41 published 2']);
});

test('an unknown area names the nearest, by code and by name', async () => {
  const [unknown] = await load([HEADER, GOOD.replace('02N', '02NN')]);
  expect(unknown).toMatch(/row 2: area: unknown area 02NN; .*nearest: 02N \(NHS Airedale/);
});

test('a row has its own line after blank ones, and a note may hold quotation marks and a line break', async () => {
  const noted = GOOD.replace(/,$/, ',"a ""word""\nand another"');
  expect(await load([HEADER, '', '', GOOD.replace('0.4,', '0.5,')])).toEqual([
    expect.stringMatching(/^own\.csv, row 4: value: 0.5/),
  ]);
  expect(await load([HEADER, noted])).toEqual([]);
  expect(folder.table('other.csv')[0]?.note).toBe('a "word"\nand another');
});

test('more than 100,000 faults are counted, the first of them kept', async () => {
  const lines = Array.from({ length: 100_001 }, (_, i) => `early-stage,X${i},2015,,40,100,0.4,,,published,`);
  const file = folder.put('faulty.csv', `${[HEADER, ...lines].join('\n')}\n`);
  const good = folder.put('good.csv', `${HEADER}\n${GOOD}\n`);
  const { read, refused, more } = await ingest([file, good], {
    log: (line) => said.push(line),
    out: folder.out(),
    geography: path.join(ROOT, 'data/geography'),
  });
  expect(read.map(({ manifest }) => manifest.file)).toEqual(['good.csv']);
  expect(refused.length + more).toBe(100_001);
  expect(said).toContain('refused  … and for 99,981 more reasons');
}, 60_000);
