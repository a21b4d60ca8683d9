import { Link } from 'wouter';
import type { ComparedMetric, MetricsCompared } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { formatValue, shareWords } from '../../../data/text/format.ts';
import {
  comparisonOf,
  farWords,
  middleEight,
  sparkWords,
  widthInPoints,
} from '../../../data/text/metrics-compared.ts';
import { briefName, periodBrief } from '../../../data/text/words.ts';
import type { Column, Sorting } from '../../charts/kit/columns.ts';
import { WhereFrom } from '../../ui/WhereFrom.tsx';
import { areaUrl, metricAtUrl } from '../../url.ts';
import { Sparkline } from './Sparkline.tsx';

/** The order the table opens in. */
export const WIDEST: Sorting = { by: 'width', down: true };

/** The columns of the table of metrics; each name leads to the metric’s page, in the same level and period. */
export function comparedColumns({ query, period: asAt }: MetricsCompared): Column<ComparedMetric>[] {
  const { level } = query;
  return [
    {
      id: 'metric',
      head: 'Metric',
      value: ({ label }) => label,
      shown: ({ metric, period, label }) => (
        <>
          <Link href={metricAtUrl(metric, { level, period })}>{label}</Link>
          {period !== null && period !== asAt && (
            <span className="block quiet other">{periodBrief(period)}</span>
          )}
        </>
      ),
      parts: [
        { id: 'metric', value: ({ metric }) => metric },
        { id: 'metric_name', value: ({ label }) => label },
        { id: 'period', value: ({ period }) => period },
      ],
    },
    {
      id: 'england',
      head: 'England',
      number: true,
      value: ({ england }) => england?.value ?? null,
      shown: ({ metric, england, period, label }) =>
        england?.value == null || period === null ? (
          <span className="quiet">No figure</span>
        ) : (
          <WhereFrom metric={metric} area="england" period={period} of={`${label}, England`}>
            {formatValue(metricOf(metric), england.value)}
          </WhereFrom>
        ),
    },
    {
      id: 'width',
      head: 'Middle eight in ten',
      number: true,
      value: widthInPoints,
      shown: ({ metric, p10, p90 }) =>
        p10 === null || p90 === null ? null : middleEight(metricOf(metric), { p10, p90 }),
      parts: [
        { id: 'areas', value: ({ areas }) => areas },
        { id: 'p10', value: ({ p10 }) => p10 },
        { id: 'median', value: ({ median }) => median },
        { id: 'p90', value: ({ p90 }) => p90 },
        { id: 'width_points', value: widthInPoints },
      ],
    },
    {
      id: 'beyond_chance',
      head: 'Beyond chance',
      number: true,
      value: ({ i2 }) => i2,
      shown: ({ i2 }) => (i2 === null ? <span className="quiet">Cannot be told</span> : shareWords(i2)),
    },
    {
      id: 'far',
      head: 'Beyond the widened limits',
      room: 'some',
      value: ({ far }) => far?.length ?? null,
      shown: (row) => <Far row={row} level={level} />,
      parts: [
        { id: 'beyond_widened_limits', value: ({ far }) => far?.length ?? null },
        { id: 'areas_in_funnel', value: ({ farOf }) => farOf },
        {
          id: 'areas_below',
          value: ({ far }) =>
            far
              ?.filter(({ side }) => side === 'low')
              .map(({ area }) => area)
              .join(' ') ?? null,
        },
        {
          id: 'areas_above',
          value: ({ far }) =>
            far
              ?.filter(({ side }) => side === 'high')
              .map(({ area }) => area)
              .join(' ') ?? null,
        },
        { id: 'reason', value: ({ farReason }) => farReason },
      ],
    },
    {
      id: 'over_time',
      head: 'Over time',
      value: ({ overTime }) => overTime.length,
      shown: (row) => <Sparkline metric={metricOf(row.metric)} row={row} />,
      parts: [{ id: 'over_time', value: (row) => sparkWords(metricOf(row.metric), row) }],
    },
  ];
}

/** How many areas stand out and, unfolded, which. */
function Far({ row, level }: { row: ComparedMetric; level: string }) {
  const metric = metricOf(row.metric);
  const words = farWords(metric, row);
  if (row.far === null)
    return (
      <span className="quiet" title={row.farReason ?? undefined}>
        {words}
      </span>
    );
  if (row.far.length === 0) return words;
  return (
    <details className="far">
      <summary>{words}</summary>
      <ul>
        {row.far.map(({ area, name, value, side }) => (
          <li key={area}>
            <Link href={areaUrl(level, area, { metric: row.metric, period: row.period ?? undefined })}>
              {briefName(name)}
            </Link>{' '}
            {formatValue(metric, value)}, {comparisonOf(metric, side)}
          </li>
        ))}
      </ul>
    </details>
  );
}
