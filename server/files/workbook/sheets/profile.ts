import type { Profile, ProfileRow } from '../../../../data/contract/index.ts';
import { metric as metricOf } from '../../../../data/metrics/index.ts';
import { targetAnswer, targetName } from '../../../../data/text/board.ts';
import { COMPARISON_WORDS, statusWords } from '../../../../data/text/figure.ts';
import {
  comparisonHeading,
  readingBrief,
  recentTrendBrief,
  standardsSentence,
  unpublishedSentence,
} from '../../../../data/text/profile.ts';
import { periodBrief, periodWords } from '../../../../data/text/words.ts';
import type { BookCell } from '../../shared/xlsx/book.ts';
import {
  COUNT,
  type Column,
  countCell,
  mixedCell,
  NONE,
  numberCell,
  tableOf,
  textCell,
} from '../../shared/xlsx/book.ts';
import type { FigureSheet } from '../../shared/xlsx/front-matter.ts';

const measure = ({ metric }: ProfileRow) => metricOf(metric);

const value =
  (of: (row: ProfileRow) => number | null | undefined) =>
  (row: ProfileRow): BookCell =>
    mixedCell(measure(row), of(row), row.status);

const benchmark = (row: ProfileRow, of: number | null | undefined) => mixedCell(measure(row), of);

const verdict = (row: ProfileRow) =>
  row.value === null
    ? NONE
    : targetAnswer(measure(row), { ...row, national: row.target?.basis === 'ambition' }).word;

/** The columns of each Alliance that the area lies in. */
const allianceColumns = ({ rows }: Profile): Column<ProfileRow>[] => {
  const all = new Map(rows.flatMap(({ alliances }) => alliances.map(({ area, name }) => [area, name])));
  return [...all].map(([area, name]) => ({
    head: `${name}, the Alliance (in its unit)`,
    width: 16,
    format: '0.0',
    cell: (row) => benchmark(row, row.alliances.find((each) => each.area === area)?.value),
  }));
};

const columnsOf = (profile: Profile): Column<ProfileRow>[] => [
  { head: 'Metric', width: 34, cell: ({ label }) => label },
  { head: 'Unit', width: 12, cell: (row) => measure(row).unit },
  { head: 'Period', width: 16, cell: ({ period }) => textCell(period && periodBrief(period)) },
  { head: 'Status', width: 24, cell: (row) => statusWords(row.status, measure(row).kind) },
  { head: 'Figure (in its unit)', width: 12, format: '0.0', cell: value((row) => row.value) },
  { head: '95% interval, lower', width: 12, format: '0.0', cell: value(({ lower }) => lower) },
  { head: '95% interval, upper', width: 12, format: '0.0', cell: value(({ upper }) => upper) },
  {
    head: 'Numerator',
    width: 13,
    format: COUNT,
    cell: (row) => countCell(measure(row), row.numerator, row.status),
  },
  {
    head: 'Denominator',
    width: 13,
    format: COUNT,
    cell: (row) => countCell(measure(row), row.denominator, row.status),
  },
  {
    head: 'England (in its unit)',
    width: 12,
    format: '0.0',
    cell: (row) => benchmark(row, row.england?.value),
  },
  ...allianceColumns(profile),
  {
    head: 'Its ten most similar CCGs (in its unit)',
    width: 16,
    format: '0.0',
    cell: (row) => benchmark(row, row.similar?.value),
  },
  {
    head: `Beside ${profile.against}`,
    width: 16,
    cell: (row) => (row.value === null ? NONE : COMPARISON_WORDS[row.comparison]),
  },
  { head: 'Target', width: 24, cell: (row) => textCell(targetName(measure(row), row.target)) },
  { head: 'Stands with its target', width: 18, cell: verdict },
  { head: 'Rank (1 is best)', width: 10, format: COUNT, cell: ({ rank }) => numberCell(rank?.value) },
  { head: 'Rank, 95% range from', width: 10, format: COUNT, cell: ({ rank }) => numberCell(rank?.lower) },
  { head: 'Rank, 95% range to', width: 10, format: COUNT, cell: ({ rank }) => numberCell(rank?.upper) },
  { head: 'Areas ranked', width: 10, format: COUNT, cell: ({ rank }) => numberCell(rank?.of) },
  { head: 'Recent trend', width: 30, cell: ({ recentTrend }) => recentTrendBrief(recentTrend) },
  {
    head: 'Control chart',
    width: 40,
    cell: (row) => textCell(row.control && readingBrief(measure(row), row.control)),
  },
  { head: 'Notes', width: 60, cell: ({ notes }) => textCell(notes.join(' ')) },
];

/** One area by every measure, beside England, its Alliance and the CCGs most similar to it. */
export const profileSheet = (profile: Profile): FigureSheet => ({
  sheet: {
    name: 'Profile',
    title: `${profile.area.name}: every metric`,
    lines: [
      `${comparisonHeading(profile)}.`,
      standardsSentence(profile.rows),
      unpublishedSentence(profile),
      `As at ${periodWords(profile.period)}: each metric’s figure for it, or its latest before it.`,
    ],
    ...tableOf(
      columnsOf(profile),
      profile.rows.filter(({ published }) => published),
    ),
  },
  holds: 'Every metric beside England, its Alliance and its ten most similar CCGs',
  metrics: profile.rows.map(({ metric }) => metric),
});
