import type { GroupFigure, Groups, KindOfGroup } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import type { ComparedArea } from '../../../data/text/compare.ts';
import { formatValue } from '../../../data/text/format.ts';
import { briefName, periodBrief } from '../../../data/text/words.ts';
import type { BarsDescription } from '../bars/bars.ts';
import { intervalBars } from '../compare/bars.ts';

/** What the marks stand for where England’s figures stand beside the area’s own. */
export const BESIDE_NOTE = 'Upright bar: the same group in England. Whisker: 95% interval.';

/** A group as a row of areas side by side. */
const rowOf = ({ group, label, benchmark: _, difference: __, ...figure }: GroupFigure): ComparedArea => ({
  ...figure,
  area: group,
  name: label,
  level: 'group-of-patients',
  verdict: 'no-target',
  rank: null,
  parents: [],
  shapes: [],
});

/** The figures of the same groups in England, each beside its own; none of England itself. */
export const besideOf = ({ area }: Groups, { groups }: KindOfGroup): ReadonlyMap<string, number> =>
  new Map(
    area.level === 'england'
      ? []
      : groups.flatMap(({ group, benchmark }) =>
          benchmark?.value == null ? [] : [[group, benchmark.value] as const],
        ),
  );

/** What a chart of groups is called: metric, kind, area and period. */
export const groupsTitle = ({ query, area, period }: Groups, { label }: KindOfGroup, asked: string) =>
  `${metricOf(query.metric).label} by ${label.toLowerCase()}: ${briefName(area.name)}, ${periodBrief(period ?? asked)}`;

/** The groups of one kind, the largest difference first, each with its interval and the same group in England. */
export function groupBars(groups: Groups, kind: KindOfGroup, title: string): BarsDescription {
  const { query, against, all } = groups;
  const metric = metricOf(query.metric);
  return intervalBars(kind.groups.map(rowOf), null, {
    metric,
    title,
    against,
    beside: { name: 'England, same group', values: besideOf(groups, kind) },
    lines:
      all?.value == null
        ? []
        : [{ kind: 'england', value: all.value, text: `All patients ${formatValue(metric, all.value)}` }],
  });
}
