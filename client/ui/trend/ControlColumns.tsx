import type { Control, TrendPoint } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/types.ts';
import { formatValue } from '../../../data/text/format.ts';
import { pointWords } from '../../../data/text/signals.ts';
import { cut } from '../../charts/over-time/controlSeries.ts';

/** The heads of the columns that a control chart adds to a trend's table. */
export const ControlHeads = () => (
  <>
    <th scope="col" className="number">
      Mean
    </th>
    <th scope="col" className="number">
      Lower limit
    </th>
    <th scope="col" className="number">
      Upper limit
    </th>
    <th scope="col">Variation</th>
  </>
);

type Props = { metric: Metric; point: TrendPoint; control: Control };

/** The cells of these columns: mean, limits as drawn, and what the figure says, by which rule. */
export function ControlCells({ metric, point: { period, value }, control }: Props) {
  const found = control.points.find((each) => each.period === period);
  const shown = (limit: number | null) =>
    limit === null ? <span className="quiet">None</span> : formatValue(metric, limit);
  return (
    <>
      <td className="number">{shown(found?.mean ?? null)}</td>
      <td className="number">{shown(cut(found?.lower ?? null, metric))}</td>
      <td className="number">{shown(cut(found?.upper ?? null, metric))}</td>
      <td>{found && value !== null ? pointWords(found, control.runLength) : 'No figure'}</td>
    </>
  );
}
