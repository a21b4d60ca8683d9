import { publishedGroup } from '../../data/metrics/groups.ts';
import type { Content } from './content.ts';
import { count, decimal } from './numbers.ts';
import { Problems } from './problem.ts';
import { type Codes, type Figure, type Format, OGL, type Reading } from './reading.ts';
import { leftBy, looksLike, tableRows } from './table.ts';

const COUNTS = [
  'Stage 1',
  'Stage 2',
  'Stage 3',
  'Stage 4',
  'Staged - other early',
  'Staged - other advanced',
  'Unstageable',
  'Missing stage',
] as const;
const COLUMNS = ['Geography Type', 'Geography Name', 'Year', 'Site', ...COUNTS, 'Percentage completeness'];
const ID = 'ndrs-stage';

type Counts = { early: number; staged: number; all: number };

/** The National Disease Registration Service's download of stage at diagnosis, by ICB and site. */
export const ndrsStage: Format = {
  name: 'NDRS, stage at diagnosis by area, year and site (CSV)',
  recognises: (content) => looksLike(content, COLUMNS),
  read,
};

function read(file: string, content: Content, { byName }: Codes): Reading {
  const problems = new Problems(file);
  const { taken, left } = leftBy(tableRows(content, COLUMNS, problems), ({ cells }) =>
    cells['Geography Type'] === 'Cancer Alliance'
      ? {
          what: 'rows of Cancer Alliances',
          why: 'today’s 21 are summed from their ICBs, of which the publisher’s 20 draw three otherwise',
        }
      : null,
  );
  const seen = new Map<string, number>();
  const sums = new Map<string, Counts>();
  const england = new Map<string, Counts>();
  const parts = new Map<string, Counts>();
  const figures: Figure[] = [];
  for (const { row, cells } of taken) {
    const wrong = (message: string) => problems.add(message, { row });
    const name = cells['Geography Name'] ?? '';
    const area = cells['Geography Type'] === 'Country' && name === 'England' ? 'england' : byName.get(name);
    if (area === undefined)
      wrong(`unknown area "${name}"; expected England or an ICB of data/geography/commissioners.csv`);
    const year = cells.Year ?? '';
    if (!/^20\d\d$/.test(year)) wrong(`the year is "${year}"; expected one such as 2022`);
    const grp = publishedGroup('tumour', cells.Site ?? '');
    if (grp === null) wrong(`the site "${cells.Site}" is not known; add it to data/metrics/groups.ts`);
    const numbers = COUNTS.map((column) => count(cells[column]));
    if (numbers.includes(null))
      wrong(
        `${COUNTS.flatMap((column, i) => (numbers[i] === null ? `${column} is "${cells[column]}"` : [])).join(', ')}; expected whole numbers`,
      );
    if (area === undefined || grp === null || numbers.includes(null)) continue;
    const earlier = seen.get(`${area} ${year} ${grp}`);
    if (earlier !== undefined) wrong(`${name} ${year} ${cells.Site} again; it is in row ${earlier} already`);
    seen.set(`${area} ${year} ${grp}`, row);
    const [s1 = 0, s2 = 0, s3 = 0, s4 = 0, otherEarly = 0, otherLate = 0, none = 0, missing = 0] =
      numbers as number[];
    const staged = s1 + s2 + s3 + s4 + otherEarly + otherLate;
    const counts = { early: s1 + s2 + otherEarly, staged, all: staged + none + missing };
    const printed = decimal(cells['Percentage completeness']);
    if (printed !== null && counts.all > 0 && Math.abs(printed - (100 * staged) / counts.all) > 0.0501)
      wrong(
        `the completeness is ${printed}%; ${staged} staged of ${counts.all} is ${((100 * staged) / counts.all).toFixed(1)}%`,
      );
    add(sums, `${area} ${year}`, counts);
    if (area === 'england') england.set(`${year} ${grp}`, counts);
    else add(parts, `${year} ${grp}`, counts);
    for (const figure of both(area, year, grp, counts, row, '')) figures.push(figure);
  }
  for (const [key, all] of england) {
    const sum = parts.get(key) ?? { early: 0, staged: 0, all: 0 };
    if (sum.early !== all.early || sum.staged !== all.staged || sum.all !== all.all)
      problems.add(
        `England ${key}: ${all.early} early, ${all.staged} staged of ${all.all}; the ICBs sum to ${sum.early}, ${sum.staged} of ${sum.all}`,
      );
  }
  problems.settle();
  const years = figures.map(({ period }) => period).sort();
  for (const [key, counts] of sums) {
    const [area = '', year = ''] = key.split(' ');
    for (const figure of both(area, year, 'all', counts, null, 'Sum of the publisher’s counts of 17 sites.'))
      figures.push(figure);
  }
  return {
    source: {
      id: ID,
      publisher: 'NHS England (National Disease Registration Service)',
      publication: 'Stage at diagnosis, by area, year and cancer site',
      period: [years[0], years.at(-1)].join(' to '),
      licence: OGL,
    },
    waits: [],
    figures,
    tally: { 'rows of ICBs and England': taken.length, 'sums of all sites': sums.size },
    left: [
      ...left,
      {
        count: taken.length,
        what: 'percentages of completeness',
        why: 'checked, and computed from the counts',
      },
    ],
  };
}

function add(sums: Map<string, Counts>, key: string, { early, staged, all }: Counts) {
  const sum = sums.get(key) ?? { early: 0, staged: 0, all: 0 };
  sums.set(key, { early: sum.early + early, staged: sum.staged + staged, all: sum.all + all });
}

/** The two figures that always stand together: early of staged, and staged of all. */
function both(
  area: string,
  year: string,
  grp: string,
  counts: Counts,
  row: number | null,
  note: string,
): Figure[] {
  const figure = (metric: string, numerator: number, denominator: number): Figure[] =>
    denominator === 0
      ? []
      : [
          {
            metric,
            area,
            period: year,
            grp,
            numerator,
            denominator,
            value: numerator / denominator,
            lower: null,
            upper: null,
            status: row === null ? 'derived' : 'published',
            file: ID,
            sheet: '',
            row,
            note,
          },
        ];
  return [
    ...figure('early-stage-of-staged', counts.early, counts.staged),
    ...figure('stage-complete', counts.staged, counts.all),
  ];
}
