import type { SnapshotArea } from '../../../data/contract/index.ts';
import { COMPARISON_WORDS, countsPhrase, GLYPHS } from '../../../data/text/figure.ts';
import { formatValue } from '../../../data/text/format.ts';
import { areasNoun } from '../../../data/text/spread-parts.ts';
import type { Column, Sorting } from '../kit/columns.ts';
import { intervalColumn } from '../kit/intervalColumn.ts';
import { commonNotes, isOfFew, sentences } from '../kit/notes.ts';
import type { Shown } from '../kit/shown.ts';

const VERDICTS = { met: 'Met', 'not-met': 'Not met', 'not-sure': 'Not sure', 'no-target': 'No target' };
const ORDER = ['better', 'higher', 'similar', 'lower', 'worse', 'not-compared'] as const;

type Col = Column<SnapshotArea>;
type Ranked = Pick<Shown, 'page' | 'metric' | 'snapshot' | 'picked' | 'go'>;

/** By rank; by value, best first, where figures have no intervals and so no ranks; by name where they are illustrative. */
export function openingSort({ metric, snapshot }: Pick<Ranked, 'metric' | 'snapshot'>): Sorting {
  if (snapshot.illustrative) return { by: 'area_name', down: false };
  if (snapshot.areas.some(({ rank }) => rank !== null)) return { by: 'rank', down: false };
  return { by: 'value', down: metric.polarity !== 'lower' };
}

/** The columns of the ranked table; those that say nothing for the metric are left out. */
export function rankedColumns({ page, metric, snapshot, picked, go }: Ranked): Col[] {
  const common = commonNotes(snapshot.areas);
  const notesOf = ({ notes }: SnapshotArea) => sentences(notes.filter((note) => !common.includes(note)));
  const has = (said: (area: SnapshotArea) => boolean) => snapshot.areas.some(said);
  return [
    nameColumn(snapshot.query.level, page.area, picked, (area) => go({ area }, true)),
    ...(has(({ rank }) => rank !== null) ? [RANK] : []),
    {
      id: 'value',
      head: 'Value',
      number: true,
      value: ({ value }) => value,
      shown: ({ value }) => (value === null ? 'No figure' : formatValue(metric, value)),
    },
    ...(has(({ lower }) => lower !== null) ? [intervalColumn(metric)] : []),
    ...(has(({ denominator }) => denominator !== null) ? [countsColumn(metric)] : []),
    ...(snapshot.illustrative ? [] : [comparisonColumn(metric, snapshot)]),
    ...(has(({ verdict }) => verdict !== 'no-target')
      ? [{ id: 'verdict', head: 'Target', value: verdictOf, shown: verdictShown } satisfies Col]
      : []),
    ...(has((area) => notesOf(area) !== '')
      ? [
          {
            id: 'notes',
            head: 'Notes',
            room: 'much',
            value: (area) => notesOf(area) || null,
          } satisfies Col,
        ]
      : []),
  ];
}

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
      {name.replace(/^NHS /, '').replace(/ CCG$/, '')}
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
  parts: [
    { id: 'rank', value: ({ rank }) => rank?.value ?? null },
    { id: 'rank_lower', value: ({ rank }) => rank?.lower ?? null },
    { id: 'rank_upper', value: ({ rank }) => rank?.upper ?? null },
    { id: 'rank_of', value: ({ rank }) => rank?.of ?? null },
  ],
};

const rangeWords = (lower: number, upper: number) =>
  lower === upper ? `(${lower})` : `(${lower} to ${upper})`;

const countsColumn = (metric: Shown['metric']): Col => ({
  id: 'denominator',
  head: metric.kind === 'proportion' ? 'Counts' : 'Respondents',
  number: true,
  value: ({ denominator }) => denominator,
  shown: (area) => {
    const [counts] = countsPhrase(metric, area).split(
      ` ${metric.kind === 'proportion' ? metric.outOf : 'respondents'}`,
    );
    return (
      <>
        {isOfFew(area) && (
          <>
            <span className="few">few</span>{' '}
          </>
        )}
        {counts || <span className="quiet">None</span>}
      </>
    );
  },
  parts: [
    { id: 'numerator', value: ({ numerator }) => numerator },
    { id: 'denominator', value: ({ denominator }) => denominator },
  ],
});

function comparisonColumn(metric: Shown['metric'], snapshot: Shown['snapshot']): Col {
  const common = snapshot.benchmark?.value;
  const beside = common == null ? '' : ` (${formatValue(metric, common)})`;
  const of = (area: SnapshotArea) => area.benchmark ?? snapshot.benchmark;
  return {
    id: 'comparison',
    room: 'some',
    head: `Against ${snapshot.against}${beside}`,
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
      { id: 'compared_with', value: (area) => of(area)?.name ?? null },
      { id: 'compared_with_value', value: (area) => of(area)?.value ?? null },
    ],
  };
}
