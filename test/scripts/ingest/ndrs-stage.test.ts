import { describe, expect, test } from 'vitest';
import { readCsv } from '../../../scripts/ingest/csv.ts';
import { workFolder } from './folder.ts';

const folder = workFolder();
const load = (...lines: string[]) => folder.load(folder.put('stage.csv', `${lines.join('\r\n')}\r\n`));

const HEAD =
  'Geography Type,Geography Name,Year,Site,Stage 1,Stage 2,Stage 3,Stage 4,Staged - other early,Staged - other advanced,Unstageable,Missing stage,Percentage completeness';
const WEST = 'Integrated Care Board,NHS West Yorkshire Integrated Care Board';
const SOMERSET = 'Integrated Care Board,NHS Somerset Integrated Care Board';
const ROWS = [
  `${WEST},2022,Lung,1,2,3,4,5,0,2,3,75.0`,
  `${SOMERSET},2022,Lung,10,20,30,40,0,0,0,0,100.0`,
  'Country,England,2022,Lung,11,22,33,44,5,0,2,3,95.8',
];

describe('stage at diagnosis', () => {
  test('is two figures, early of staged and staged of all, for each site and for all sites', async () => {
    const { refused, said } = await load(
      HEAD,
      ...ROWS,
      'Cancer Alliance,East of England,2022,Lung,1,0,0,0,0,0,0,0,100.0',
    );
    expect(refused).toEqual([]);
    const of = (metric: string, area: string, grp: string) =>
      folder.table('other.csv').find((row) => row.metric === metric && row.area === area && row.grp === grp);
    expect(of('early-stage-of-staged', 'QWO', 'tumour:lung')).toMatchObject({
      numerator: '8',
      denominator: '15',
      status: 'published',
      row: '2',
    });
    expect(of('stage-complete', 'QWO', 'tumour:lung')).toMatchObject({ numerator: '15', denominator: '20' });
    expect(of('stage-complete', 'england', 'all')).toMatchObject({
      numerator: '115',
      denominator: '120',
      status: 'derived',
      note: 'Sum of the publisher’s counts of 17 sites.',
    });
    expect(said.join('\n')).toMatch(
      /left +1 rows of Cancer Alliances: today’s 21 are summed from their ICBs/,
    );
  });

  test.each([
    [
      'ICBs that do not sum to England',
      ROWS.with(2, 'Country,England,2022,Lung,12,22,33,44,5,0,2,3,95.9'),
      /England 2022 tumour:lung: 39 early, 116 staged of 121; the ICBs sum to 38, 115 of 120/,
    ],
    [
      'an area that is not known',
      ROWS.with(0, 'Integrated Care Board,NHS Atlantis Integrated Care Board,2022,Lung,1,2,3,4,5,0,2,3,75.0'),
      /row 2: unknown area "NHS Atlantis Integrated Care Board"/,
    ],
    [
      'a site that is not known',
      ROWS.with(0, `${WEST},2022,Elbow,1,2,3,4,5,0,2,3,75.0`),
      /row 2: the site "Elbow" is not known; add it to data\/metrics\/groups.ts/,
    ],
    [
      'a completeness of other counts',
      ROWS.with(0, `${WEST},2022,Lung,1,2,3,4,5,0,2,3,80.0`),
      /row 2: the completeness is 80%; 15 staged of 20 is 75\.0%/,
    ],
    [
      'text for a count',
      ROWS.with(0, `${WEST},2022,Lung,*,2,3,4,5,0,2,3,75.0`),
      /row 2: Stage 1 is "\*"; expected whole numbers/,
    ],
  ])('is refused with %s', async (_what, rows, message) => {
    const { refused, read } = await load(HEAD, ...rows);
    expect(read).toEqual([]);
    expect(refused).toContainEqual(expect.stringMatching(message));
  });
});

test('the committed figures have 17 sites, England and 42 ICBs, in each year from 2013 to 2022', () => {
  const complete = readCsv('data/figures/other.csv').filter(({ metric }) => metric === 'stage-complete');
  const distinct = (column: string) => new Set(complete.map((row) => row[column])).size;
  expect([distinct('grp'), distinct('area'), distinct('period')]).toEqual([18, 43, 10]);
  expect(complete).toHaveLength(18 * 43 * 10);
});
