import { useId } from 'react';
import type { Scorecard } from '../../../data/contract/index.ts';
import { METRIC_IDS, metric as metricOf } from '../../../data/metrics/index.ts';
import { periodBrief } from '../../../data/text/figure.ts';
import { type Board, useScorecard } from './useBoard.ts';

/** The measure that map, drivers and trends are of: those of which a CCG has a figure by then. */
export function MetricSelect(board: Board) {
  const id = useId();
  const { data } = useScorecard(board);
  const { metric } = board.view;
  const columns = data?.columns ?? [];
  return (
    <div className="controls">
      <div className="field">
        <label htmlFor={id}>Measure of the map, the drivers and the trends</label>
        <select
          id={id}
          value={metric}
          onChange={({ target }) =>
            board.go({ metric: METRIC_IDS.find((each) => each === target.value) ?? metric })
          }
        >
          {columns.every((column) => column.metric !== metric) && (
            <option value={metric}>{metricOf(metric).label}</option>
          )}
          {columns.map((column) => (
            <option key={column.metric} value={column.metric}>
              {optionName(column)}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}

const optionName = ({ metric, period, illustrative }: Scorecard['columns'][number]) =>
  `${metricOf(metric).label}, ${periodBrief(period)}${illustrative ? ' (illustrative)' : ''}`;
