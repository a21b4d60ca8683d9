import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { workFolder } from './folder.ts';
import { commissionerBook, xlsx } from './workbook.ts';

const folder = workFolder();
const april = xlsx(commissionerBook('PERIOD: April 2016'));
const may = xlsx(commissionerBook('PERIOD: May 2016'));
const written = () => readdirSync(folder.out()).sort();
const bytes = () => written().map((name) => readFileSync(path.join(folder.out(), name)).toString('base64'));

test.each([
  [
    'a text file named .xlsx',
    'notes.xlsx',
    'Dear all',
    /notes\.xlsx: named \.xlsx but not an Excel workbook/,
  ],
  [
    'a truncated zip',
    'APRIL-2016.xlsx',
    april.subarray(0, 3000),
    /APRIL-2016\.xlsx: not a whole Excel workbook/,
  ],
  ['an empty file', 'APRIL-2016.xlsx', '', /APRIL-2016\.xlsx: the file is empty/],
  [
    'an old Excel file',
    'waits.xlsx',
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    /waits\.xlsx: .*old \.xls kind/,
  ],
  [
    'another workbook',
    'other.xlsx',
    xlsx({ Sheet1: [['a']] }),
    /other\.xlsx: not in a format that is read here/,
  ],
  ['another table', 'other.csv', 'a,b\n1,2\n', /other\.csv: not in a format that is read here/],
  ['a ragged table', 'ragged.csv', 'a,b\n1\n', /ragged\.csv: not a CSV table: line 2/],
  ['a header alone', 'bare.csv', 'a,b\n', /bare\.csv: not a CSV table: no row beneath the header/],
  ['cut-off JSON', 'cut.json', '[{"Reporting period":2013,', /cut\.json: not valid JSON/],
  ['JSON that is no list', 'one.json', '{"a":1}', /one\.json: JSON, but not a list of records/],
])('%s is refused, and the others are written', async (_, name, content, message) => {
  const bad = folder.put(name, content);
  const good = folder.put('good/MAY-2016.xlsx', may);
  const { read, refused, said } = await folder.load(bad, good);
  expect(refused).toEqual([expect.stringMatching(message)]);
  expect(said.filter((line) => line.startsWith('refused'))).toHaveLength(1);
  expect(read.map(({ manifest }) => manifest.file)).toEqual(['MAY-2016.xlsx']);
  expect(folder.table('manifest.csv').map(({ id }) => id)).toEqual(['cwt-2016-05']);
  expect(folder.table('waits.csv.gz')).toHaveLength(36);
});

test('a missing file and a folder with none are refused, and nothing is written', async () => {
  mkdirSync(folder.at('empty'));
  const { refused } = await folder.load(folder.at('absent.xlsx'), folder.at('empty'));
  expect(refused).toEqual([
    expect.stringMatching(/empty: the folder holds no \.xlsx, \.csv or \.json file/),
    expect.stringMatching(/absent\.xlsx: no such file/),
  ]);
  expect(() => written()).toThrow();
});

test('a folder gives its publications; what is in no known format is left, and said', async () => {
  folder.put('in/2016/APRIL-2016.xlsx', april);
  folder.put('in/table.csv', 'a,b\n1,2\n');
  folder.put('in/readme.md', 'words');
  const { read, refused, said } = await folder.load(folder.at('in'));
  expect([read.length, refused]).toEqual([1, []]);
  expect(said).toContain('left     table.csv: not in a format that is read here');
});

test('loading a file again replaces it, another month joins it, in either order to the same bytes', async () => {
  const [first, second] = [folder.put('APRIL-2016.xlsx', april), folder.put('MAY-2016.xlsx', may)];
  await folder.load(second);
  await folder.load(first);
  await folder.load(first);
  const apart = bytes();
  const waits = folder.table('waits.csv.gz');
  expect(waits).toHaveLength(72);
  const keys = waits.map(({ metric, area, period }) => `${metric} ${area} ${period}`);
  expect(keys).toEqual([...new Set(keys)].sort());
  await folder.load(first, second);
  expect(bytes()).toEqual(apart);
  expect(written()).toEqual(['expected.csv', 'manifest.csv', 'other.csv', 'waits.csv.gz']);
});

test('a corrected workbook replaces all of its month', async () => {
  await folder.load(folder.put('APRIL-2016.xlsx', april));
  const book = commissionerBook('PERIOD: April 2016');
  for (const rows of Object.values(book).slice(1)) {
    rows.splice(10, 1);
    rows[11] = [null, null, 'ENGLAND', 'ALL', 1080, 1068, 12, null];
  }
  await folder.load(folder.put('APRIL-2016-revised.xlsx', xlsx(book)));
  expect(folder.table('waits.csv.gz').map(({ area }) => area)).not.toContain('13Q');
  expect(folder.table('manifest.csv').map(({ file, rows }) => [file, rows])).toEqual([
    ['APRIL-2016-revised.xlsx', '27'],
  ]);
});

test('two files of one month are not both taken', async () => {
  const { refused } = await folder.load(folder.put('APRIL-2016.xlsx', april), folder.put('copy.xlsx', april));
  expect(refused).toEqual(['copy.xlsx: cwt-2016-04 comes in APRIL-2016.xlsx too; expected one file for it']);
});

test('a file with many problems prints twenty of them and says how many more', async () => {
  const book = commissionerBook('April 2016');
  const rows = Array.from({ length: 30 }, (_, i) => ['', `ZZ${i}`, 'NOBODY', 'ALL', 0, 0, 0, null]);
  book['62-DAY (ALL CANCER)']?.splice(11, 0, ...rows);
  const { refused, said } = await folder.load(folder.put('APRIL-2016.xlsx', xlsx(book)));
  expect(refused).toHaveLength(30);
  expect(said.filter((line) => line.startsWith('refused'))).toHaveLength(21);
  expect(said).toContain('refused  … and for 10 more reasons');
});
