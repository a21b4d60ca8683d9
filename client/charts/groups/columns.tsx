import type { GroupFigure, Groups } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { COMPARISON_WORDS } from '../../../data/text/figure.ts';
import { formatValue } from '../../../data/text/format.ts';
import { differenceWords } from '../../../data/text/groups.ts';
import { ComparedWords } from '../kit/ComparedWords.tsx';
import {
  type Column,
  countsColumn,
  intervalColumn,
  notesColumns,
  numberColumn,
  valueColumn,
} from '../kit/columns.ts';
import { sentences } from '../kit/words.ts';

/** The columns of the table of groups; those that say nothing for the metric are left out. */
export function groupColumns(
  metric: Metric,
  { area, against }: Groups,
  rows: readonly GroupFigure[],
): Column<GroupFigure>[] {
  const has = (something: (row: GroupFigure) => boolean) => rows.some(something);
  const value = (given: number) => formatValue(metric, given);
  return [
    {
      id: 'group',
      head: 'Group',
      value: ({ label }) => label,
      parts: [
        { id: 'group', value: ({ group }) => group },
        { id: 'group_name', value: ({ label }) => label },
      ],
    },
    valueColumn(metric),
    ...(has(({ denominator }) => denominator !== null) ? [countsColumn<GroupFigure>(metric)] : []),
    ...(has(({ lower }) => lower !== null) ? [intervalColumn(metric)] : []),
    ...(has(({ benchmark }) => benchmark !== null)
      ? [
          numberColumn<GroupFigure>(
            'benchmark',
            area.level === 'england' ? 'All patients' : 'England, same group',
            ({ benchmark }) => benchmark?.value ?? null,
            value,
          ),
          numberColumn<GroupFigure>(
            'difference',
            'Difference',
            ({ difference }) => difference,
            (given) => differenceWords(metric, given),
          ),
        ]
      : []),
    {
      id: 'comparison',
      head: `Against ${against}`,
      room: 'some',
      value: ({ comparison }) => COMPARISON_WORDS[comparison],
      shown: ({ comparison, comparisonReason }) => (
        <ComparedWords comparison={comparison} comparisonReason={comparisonReason} />
      ),
      parts: [
        { id: 'comparison', value: ({ comparison }) => comparison },
        { id: 'comparison_reason', value: ({ comparisonReason }) => comparisonReason },
      ],
    },
    ...notesColumns(rows, ({ notes }) => sentences(notes)),
  ];
}
