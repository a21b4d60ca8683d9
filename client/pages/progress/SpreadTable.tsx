import type { ProgressRow } from '../../../data/contract/progress.ts';
import type { Metric } from '../../../data/metrics/types.ts';
import { periodBrief } from '../../../data/text/figure.ts';
import { formatValue } from '../../../data/text/format.ts';
import { knownSpread } from '../../../data/text/progress-spread.ts';
import { TableBox } from '../../ui/TableBox.tsx';

/** The spread between CCGs by period, where there are two or more; illustrative figures are not drawn on. */
export function SpreadTable({ metric, row }: { metric: Metric; row: ProgressRow }) {
  const known = knownSpread(row);
  if (row.basis !== 'variation' || row.status === 'illustrative' || known.length < 2) return null;
  const label = `Spread between CCGs: ${metric.label}`;
  const shown = (value: number | null) => (value === null ? '' : formatValue(metric, value));
  return (
    <TableBox label={label} plain>
      <table>
        <caption className="hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col">Period</th>
            <th scope="col" className="number">
              CCGs
            </th>
            <th scope="col" className="number">
              10th percentile
            </th>
            <th scope="col" className="number">
              Median
            </th>
            <th scope="col" className="number">
              90th percentile
            </th>
          </tr>
        </thead>
        <tbody>
          {known.map(({ period, areas, p10, median, p90 }) => (
            <tr key={period}>
              <th scope="row">{periodBrief(period)}</th>
              <td className="number">{areas}</td>
              <td className="number">{shown(p10)}</td>
              <td className="number">{shown(median)}</td>
              <td className="number">{shown(p90)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
