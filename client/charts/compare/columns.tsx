import type { Metric } from '../../../data/metrics/index.ts';
import type { ComparedArea } from '../../../data/text/compare.ts';
import { COMPARISON_WORDS } from '../../../data/text/figure.ts';
import { formatValue } from '../../../data/text/format.ts';
import { rankWords } from '../../../data/text/profile.ts';
import { areasNoun } from '../../../data/text/words.ts';
import { ComparedWords } from '../kit/ComparedWords.tsx';
import {
  type Column,
  countsColumn,
  intervalColumn,
  notesColumns,
  RANK_PARTS,
  valueColumn,
} from '../kit/columns.ts';
import { sentences } from '../kit/words.ts';
import type { Compared } from './compared.ts';

type Col = Column<ComparedArea>;

const VERDICTS = {
  met: 'Met',
  'not-met': 'Not\u00a0met',
  'not-sure': 'Not\u00a0sure',
  'no-target': '',
} as const;
const LEVELS: Record<string, string> = { england: 'England', group: 'total' };

const levelWords = (level: string) => LEVELS[level] ?? areasNoun(level, 1);

/** The columns of the table of areas side by side; those that say nothing for the metric are left out. */
export function compareColumns(metric: Metric, compared: Compared): Col[] {
  const rows = compared.total ? [...compared.rows, compared.total] : compared.rows;
  const has = (something: (row: ComparedArea) => boolean) => rows.some(something);
  return [
    {
      id: 'area_name',
      head: 'Area',
      value: ({ name }) => name,
      shown: ({ name, level }) => (level === 'group' ? <b>Total: {name}</b> : name),
      parts: [
        {
          id: 'area',
          value: ({ area, level }) => (level === 'group' ? compared.group.members.join(' ') : area),
        },
        { id: 'area_name', value: ({ name }) => name },
        { id: 'level', value: ({ level }) => levelWords(level) },
      ],
    },
    valueColumn(metric),
    ...(has(({ denominator }) => denominator !== null) ? [countsColumn(metric)] : []),
    ...(has(({ lower }) => lower !== null) ? [intervalColumn(metric)] : []),
    comparisonColumn(metric, compared),
    ...(has(({ verdict }) => verdict !== 'no-target')
      ? [{ id: 'verdict', head: 'Target', value: ({ verdict }) => VERDICTS[verdict] || null } satisfies Col]
      : []),
    ...(has(({ rank }) => rank !== null) ? [RANK] : []),
    ...notesColumns(rows, ({ notes }) => sentences(notes)),
  ];
}

function comparisonColumn(metric: Metric, { against, benchmark }: Compared): Col {
  const figure = benchmark?.value == null ? '' : ` (${formatValue(metric, benchmark.value)})`;
  return {
    id: 'comparison',
    head: `Against ${against}${figure}`,
    room: 'some',
    value: ({ comparison, value }) => (value === null ? null : COMPARISON_WORDS[comparison]),
    shown: ({ comparison, comparisonReason, value }) =>
      value === null ? null : <ComparedWords comparison={comparison} comparisonReason={comparisonReason} />,
    parts: [
      { id: 'comparison', value: ({ comparison }) => comparison },
      { id: 'comparison_reason', value: ({ comparisonReason }) => comparisonReason },
      { id: 'compared_with', value: () => against },
      { id: 'compared_with_value', value: () => benchmark?.value ?? null },
    ],
  };
}

const RANK: Col = {
  id: 'rank',
  head: 'Rank in its level',
  number: true,
  value: ({ rank }) => rank?.value ?? null,
  shown: ({ rank, level }) =>
    rank && (
      <>
        {rankWords(rank)} <span className="quiet block">{areasNoun(level, rank.of)}</span>
      </>
    ),
  parts: RANK_PARTS,
};
