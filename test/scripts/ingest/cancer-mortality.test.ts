import { expect, test } from 'vitest';
import { workFolder } from './folder.ts';

const folder = workFolder();
const HEAD =
  'ICD10 code,Site Description,Sub ICB Code,Sub ICB Name,Gender,Age,Cases,Type of rate,"Rate (per 100,000 population)",95% Lower Confidence Interval,95% Upper Confidence Interval,Notes';
// NHS Digital, Cancer registration statistics, England 2020, table 4.
const BARNSLEY =
  'C00 to C97 excl. C44,All malignant cancers excluding non-melanoma skin cancer (NMSC),E38000006,NHS South Yorkshire ICB - 02P,Males,All ages,395,Age-standardised,348.8,315,385.3,';
const load = (...lines: string[]) => folder.load(folder.put('table.csv', `${lines.join('\n')}\n`));

test('a rate of a sub-ICB and sex is taken with its interval and deaths', async () => {
  expect((await load(HEAD, BARNSLEY, BARNSLEY.replace('Males', 'Females'))).refused).toEqual([]);
  expect(folder.table('other.csv')).toMatchObject([
    { area: '02P', grp: 'sex:female', value: '348.8' },
    { area: '02P', grp: 'sex:male', value: '348.8', lower: '315', upper: '385.3', note: '395 deaths.' },
  ]);
});

test.each([
  ['a row twice', [HEAD, BARNSLEY, BARNSLEY], /row 3: 02P 2020 sex:male again; it is in row 2 already/],
  ['a mark for a number', [HEAD, BARNSLEY.replace(',395,', ',[c],')], /row 2: Cases \[c\], rate 348\.8/],
  ['an unknown sub-ICB', [HEAD, BARNSLEY.replace('02P', 'ZZ9')], /row 2: unknown sub-ICB ".* - ZZ9"/],
  [
    'semicolons, though a column has a comma in its name',
    [HEAD, BARNSLEY].map((line) => line.replaceAll(/,(?! ?000)/g, ';')),
    /line 1: the cells are parted by semicolons; expected commas/,
  ],
])('%s is refused', async (_, lines, message) => {
  const { read, refused } = await load(...lines);
  expect(read).toEqual([]);
  expect(refused.join('\n')).toMatch(message);
});
