import type { Snapshot, SnapshotArea } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { COMPARISON_WORDS, GLYPHS } from '../../../data/text/figure.ts';
import { formatValue } from '../../../data/text/format.ts';
import { areasNoun, briefName, capitalised } from '../../../data/text/words.ts';
import {
  type Column,
  countsColumn,
  intervalColumn,
  notesColumns,
  RANK_PARTS,
  type Sorting,
  valueColumn,
} from '../kit/columns.ts';
import { commonNotes, isOfFew, sentences } from '../kit/words.ts';

const VERDICTS = { met: 'Met', 'not-met': 'Not met', 'not-sure': 'Not sure', 'no-target': 'No target' };
const ORDER = ['better', 'higher', 'similar', 'lower', 'worse', 'not-compared'] as const;

type Col = Column<SnapshotArea>;
type Ranked = {
  page: { area: string };
  metric: Metric;
  snapshot: Snapshot;
  /** The areas of the picked Alliance. */
  picked: ReadonlySet<string>;
  go: (change: { area: string }, passing: boolean) => void;
};

/** By rank; by value, best first, where figures have no intervals and so no ranks. */
export function openingSort({ metric, snapshot }: Pick<Ranked, 'metric' | 'snapshot'>): Sorting {
  if (snapshot.areas.some(({ rank }) => rank !== null)) return { by: 'rank', down: false };
  return { by: 'value', down: metric.polarity !== 'lower' };
}

/** The columns of the ranked table; those that say nothing for the metric are left out. */
export function rankedColumns({ page, metric, snapshot, picked, go }: Ranked): Col[] {
  const common = commonNotes(snapshot.areas);
  const notesOf = ({ notes }: SnapshotArea) => sentences(notes.filter((note) => !common.includes(note)));
  const has = (something: (area: SnapshotArea) => boolean) => snapshot.areas.some(something);
  return [
    nameColumn(snapshot.query.level, page.area, picked, (area) => go({ area }, true)),
    ...(has(({ rank }) => rank !== null) ? [RANK] : []),
    valueColumn(metric),
    ...(has(({ lower }) => lower !== null) ? [intervalColumn(metric)] : []),
    ...(has(({ denominator }) => denominator !== null) ? [countsColumn(metric, countsShown)] : []),
    comparisonColumn(metric, snapshot),
    ...(has(({ verdict }) => verdict !== 'no-target')
      ? [{ id: 'verdict', head: 'Target', value: verdictOf, shown: verdictShown } satisfies Col]
      : []),
    ...(has(({ expected }) => expected !== undefined) ? [expectedColumn(metric)] : []),
    ...notesColumns(snapshot.areas, notesOf),
  ];
}

/** The publisher's expected range and verdict, as the publisher's. */
const expectedColumn = (metric: Metric): Col => ({
  id: 'publisher_verdict',
  head: 'The publisher’s verdict (expected range)',
  room: 'some',
  value: ({ expected }) => expected?.verdict ?? null,
  shown: ({ expected }) =>
    expected &&
    `${capitalised(expected.verdict)} (${formatValue(metric, expected.lower)} to ${formatValue(metric, expected.upper)})`,
  parts: [
    { id: 'publisher_verdict', value: ({ expected }) => expected?.verdict ?? null },
    { id: 'case_mix_adjusted', value: ({ expected }) => expected?.adjusted ?? null },
    { id: 'expected_lower', value: ({ expected }) => expected?.lower ?? null },
    { id: 'expected_upper', value: ({ expected }) => expected?.upper ?? null },
  ],
});

const verdictShown = (area: SnapshotArea) => verdictOf(area)?.replace(' ', '\u00a0') ?? null;
const verdictOf = ({ verdict, value }: SnapshotArea) => (value === null ? null : VERDICTS[verdict]);

const nameColumn = (
  level: string,
  chosen: string,
  picked: ReadonlySet<string>,
  choose: (area: string) => void,
): Col => ({
  id: 'area_name',
  head: areasNoun(level, 1),
  value: ({ name }) => name,
  parts: [
    { id: 'area', value: ({ area }) => area },
    { id: 'area_name', value: ({ name }) => name },
  ],
  shown: ({ area, name }) => (
    <button
      type="button"
      className="name"
      aria-pressed={area === chosen}
      onClick={() => choose(area === chosen ? '' : area)}
    >
      {briefName(name)}
      {picked.has(area) && (
        <>
          {' '}
          <span className="pick" aria-hidden="true">
            ◆
          </span>
          <span className="hidden"> (of the picked Alliance)</span>
        </>
      )}
    </button>
  ),
});

const RANK: Col = {
  id: 'rank',
  head: 'Rank',
  number: true,
  value: ({ rank }) => rank?.value ?? null,
  shown: ({ rank }) =>
    rank && (
      <>
        {rank.value} <span className="quiet range">{rangeWords(rank.lower, rank.upper)}</span>
      </>
    ),
  parts: RANK_PARTS,
};

const rangeWords = (lower: number, upper: number) =>
  lower === upper ? `(${lower})` : `(${lower} to ${upper})`;

const countsShown = (counts: string, area: SnapshotArea) => (
  <>
    {isOfFew(area) && (
      <>
        <span className="few">few</span>{' '}
      </>
    )}
    {counts || <span className="quiet">None</span>}
  </>
);

function comparisonColumn(metric: Metric, snapshot: Snapshot): Col {
  const common = snapshot.benchmark?.value;
  const figure = common == null ? '' : ` (${formatValue(metric, common)})`;
  const benchmarkOf = (area: SnapshotArea) => area.benchmark ?? snapshot.benchmark;
  return {
    id: 'comparison',
    room: 'some',
    head: `Against ${snapshot.against}${figure}`,
    value: ({ comparison, value }) =>
      value === null ? null : `${ORDER.indexOf(comparison)} ${COMPARISON_WORDS[comparison]}`,
    shown: (area) =>
      area.value === null ? null : (
        <span className={`compared ${area.comparison}`}>
          <span aria-hidden="true">{GLYPHS[area.comparison]}</span> {COMPARISON_WORDS[area.comparison]}
          {area.benchmark?.value != null && (
            <span className="quiet">
              {' '}
              ({area.benchmark.name !== snapshot.against && `${area.benchmark.name}, `}
              {formatValue(metric, area.benchmark.value)})
            </span>
          )}
        </span>
      ),
    parts: [
      { id: 'comparison', value: ({ comparison }) => comparison },
      { id: 'compared_with', value: (area) => benchmarkOf(area)?.name ?? null },
      { id: 'compared_with_value', value: (area) => benchmarkOf(area)?.value ?? null },
    ],
  };
}
