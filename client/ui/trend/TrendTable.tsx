import { useState } from 'react';
import type { Control, Trend, TrendPoint } from '../../../data/contract/index.ts';
import { type Metric, type MetricId, metric as metricOf } from '../../../data/metrics/index.ts';
import { pointWords } from '../../../data/text/control.ts';
import { STATUS_WORDS } from '../../../data/text/figure.ts';
import { formatCount, formatValue } from '../../../data/text/format.ts';
import { periodBrief } from '../../../data/text/words.ts';
import { TableBox } from '../DataTable.tsx';
import { WhereFrom } from '../WhereFrom.tsx';

type Props = { metricId: MetricId; trend: Trend; control: boolean };

/** The table behind a trend chart, drawn when it is opened; with mean, limits and signals behind a control chart. */
export function TrendTable(props: Props) {
  const [open, setOpen] = useState(false);
  return (
    <details className="twin" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Show table</summary>
      {open && <Rows {...props} />}
    </details>
  );
}

function Rows({ metricId, trend, control }: Props) {
  const metric = metricOf(metricId);
  const england = new Map(trend.benchmark?.points.map((point) => [point.period, point.value]));
  const shown = (value: number | null | undefined) =>
    value == null ? <NoData /> : formatValue(metric, value);
  const count = (value: number | null) => (value === null ? <NoData /> : formatCount(value));
  return (
    <TableBox plain label={`${metric.label}, ${trend.area.name}`}>
      <table className={control ? 'with-control' : undefined}>
        <caption className="hidden">
          {metric.label}, {trend.area.name}
        </caption>
        <thead>
          <tr>
            <th scope="col">Period</th>
            <th scope="col" className="number">
              {trend.area.name}
            </th>
            <th scope="col" className="number">
              In time
            </th>
            <th scope="col" className="number">
              Of
            </th>
            <th scope="col" className="number">
              95% interval
            </th>
            <th scope="col" className="number">
              England
            </th>
            {control && <ControlHeads />}
            <th scope="col">Status</th>
            <th scope="col">Source</th>
          </tr>
        </thead>
        <tbody>
          {[...trend.points].reverse().map((point) => (
            <tr key={point.period}>
              <th scope="row">{periodBrief(point.period)}</th>
              <td className="number">{shown(point.value)}</td>
              <td className="number">{count(point.numerator)}</td>
              <td className="number">{count(point.denominator)}</td>
              <td className="number">
                {point.lower === null || point.upper === null ? (
                  <NoData />
                ) : (
                  `${formatValue(metric, point.lower)} to ${formatValue(metric, point.upper)}`
                )}
              </td>
              <td className="number">{shown(england.get(point.period))}</td>
              {control && <ControlCells metric={metric} point={point} control={trend.control} />}
              <td>
                {STATUS_WORDS[point.status]}
                {point.value === null && point.notes.length > 0 && `: ${point.notes.join(' ')}`}
              </td>
              <td>
                {point.value === null ? (
                  <NoData />
                ) : (
                  <WhereFrom
                    metric={metricId}
                    area={trend.area.area}
                    period={point.period}
                    of={periodBrief(point.period)}
                  >
                    Source
                  </WhereFrom>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

const NoData = () => <span className="quiet">None</span>;

/** The heads of the columns that a control chart adds. */
const ControlHeads = () => (
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

type CellsProps = { metric: Metric; point: TrendPoint; control: Control };

/** The cells of these columns: mean, limits, and what the figure says, by which rule. */
function ControlCells({ metric, point: { period, value }, control }: CellsProps) {
  const found = control.points.find((each) => each.period === period);
  const shown = (limit: number | null) => (limit === null ? <NoData /> : formatValue(metric, limit));
  return (
    <>
      <td className="number">{shown(found?.mean ?? null)}</td>
      <td className="number">{shown(found?.lower ?? null)}</td>
      <td className="number">{shown(found?.upper ?? null)}</td>
      <td>{found && value !== null ? pointWords(found, control.runLength) : 'No figure'}</td>
    </>
  );
}
