import { formatValue } from '../../data/format.ts';
import type { Metric } from '../../data/metrics/types.ts';
import { parsePeriod, periodLabel } from '../../data/periods.ts';
import { pointWords } from '../../data/words/signals.ts';
import { type ControlRow, cut } from './controlRows.ts';

type Props = {
  metric: Metric;
  keys: readonly string[];
  name: string;
  runLength: number;
  active?: boolean;
  payload?: readonly { payload?: ControlRow }[];
};

/** One period of a control chart in words, beside the pointer. */
export function ControlReadout({ metric, keys, name, runLength, active, payload }: Props) {
  const row = payload?.[0]?.payload;
  if (!active || !row) return null;
  const period = parsePeriod(row.period);
  const value = keys.map((key) => row[key as 'area']).find((each) => each != null);
  const { mean } = row.point;
  const [lower, upper] = [cut(row.point.lower, metric), cut(row.point.upper, metric)];
  return (
    <div className="readout">
      <b>{period ? periodLabel(period) : row.period}</b>
      <span>
        {name}: {value == null ? 'no figure' : formatValue(metric, value)}
      </span>
      {mean !== null && <span>Mean: {formatValue(metric, mean)}</span>}
      {lower !== null && upper !== null && (
        <span>
          Limits: {formatValue(metric, lower)} to {formatValue(metric, upper)}
        </span>
      )}
      {value != null && <span>{pointWords(row.point, runLength)}</span>}
    </div>
  );
}
