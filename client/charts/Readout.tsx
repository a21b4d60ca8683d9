import { formatRound, formatValue } from '../../data/format.ts';
import type { Metric } from '../../data/metrics/types.ts';
import { parsePeriod, periodLabel } from '../../data/periods.ts';
import type { TrendColumn, TrendRow } from './trendRows.ts';

type Props = {
  metric: Metric;
  columns: readonly TrendColumn[];
  active?: boolean;
  payload?: readonly { payload?: TrendRow }[];
};

/** The figures of one period in words, beside the pointer. */
export function Readout({ metric, columns, active, payload }: Props) {
  const row = payload?.[0]?.payload;
  if (!active || !row) return null;
  const period = parsePeriod(row.period);
  const shown = [...columns].reverse().flatMap(({ key, name }) => {
    const value = row[key as 'area'];
    return value == null ? [] : [{ name, text: formatValue(metric, value) }];
  });
  return (
    <div className="readout">
      <b>{period ? periodLabel(period) : row.period}</b>
      {shown.map(({ name, text }) => (
        <span key={name}>
          {name}: {text}
        </span>
      ))}
      {row.target !== null && <span>Target: {formatRound(metric, row.target)}</span>}
    </div>
  );
}
