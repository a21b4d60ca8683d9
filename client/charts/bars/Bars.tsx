import { lazy, useMemo } from 'react';
import { PALETTE } from '../../../data/palette.ts';
import { usePointedArea } from '../kit/pointedArea.ts';
import { ReadChart } from '../kit/ReadChart.tsx';
import { type BarsDescription, type BarsPlot, barsOf, rowAt } from './bars.ts';
import { PaintedBars } from './PaintedBars.tsx';

const ExploredBars = lazy(() => import('./ExploredBars.tsx').catch(() => ({ default: PaintedBars })));

type Props = {
  description: BarsDescription;
  width: number;
  /** Whether the rows are areas, which are marked wherever the page draws them. */
  areas?: boolean;
};

/** A chart of rows that is explored: each read by pointer, touch and keys. */
export function Bars({ description, width, areas = false }: Props) {
  const plot = useMemo(() => barsOf(description, width), [description, width]);
  const { rows, title } = plot;
  return (
    <ReadChart
      places={rows}
      label={`${title}: row by row`}
      spoken={`${rows.length} rows; the values are in the table`}
      upright
      first={0}
      wordsAt={(at) => rows[at]?.label ?? ''}
      width={width}
      under={(_, y) => ({ place: rowAt(plot, y), line: '' })}
      painted={<PaintedBars plot={plot} />}
      explored={<ExploredBars plot={plot} />}
      areaAt={(at) => (areas ? (rows[at]?.id ?? '') : '')}
      over={areas && <PointedRow plot={plot} />}
      reading={(at) => <RowReading plot={plot} at={at} />}
    />
  );
}

type RowProps = { plot: BarsPlot; at: number };

/** A row, outlined. */
const Outline = ({ plot: { width, height, frame, step }, at }: RowProps) => (
  <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
    <rect
      x={1}
      y={frame.top + at * step + 1}
      width={width - 2}
      height={step - 2}
      fill="none"
      stroke={PALETTE.ink}
    />
  </svg>
);

/** The row of the area that is pointed at, here or elsewhere on the page. */
function PointedRow({ plot }: { plot: BarsPlot }) {
  const pointed = usePointedArea();
  const at = pointed === '' ? -1 : plot.rows.findIndex(({ id }) => id === pointed);
  if (at < 0) return null;
  return (
    <div className="reading" aria-hidden="true" data-outlined={pointed}>
      <Outline plot={plot} at={at} />
    </div>
  );
}

/** Under this width what is read is as wide as the chart. */
const NARROW = 520;

/** The row that is read, outlined, with its figures under it, or over it in the lower half. */
function RowReading({ plot, at }: RowProps) {
  const { width, height, frame, step, rows } = plot;
  const row = rows[at];
  if (!row) return null;
  const top = frame.top + at * step;
  // Where the fewest marks lie: beside short bars, or left of figures that stand in a column.
  const aside = row.mark === 'bar' ? { right: 0 } : { left: frame.left };
  const beside = width < NARROW ? { left: 0, width } : aside;
  const place = at < rows.length / 2 ? { top: top + step + 4 } : { bottom: height - top + 4 };
  return (
    <div className="reading" aria-hidden="true">
      <Outline plot={plot} at={at} />
      <div className="placed" style={{ ...beside, ...place }}>
        <div className="readout" data-cells={2}>
          <b className="period">{row.title}</b>
          {row.read.map(([name, value]) => (
            <span key={name} className="row">
              <span>{name}</span>
              <span>{value}</span>
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}
