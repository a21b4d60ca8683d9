import { PALETTE } from '../../../data/palette.ts';
import { ReferenceNames } from '../kit/Axes.tsx';
import { UNSPOKEN } from '../kit/chart.ts';
import { ChartLegend } from '../kit/Legend.tsx';
import { pixel } from '../kit/scales.ts';
import { type BarRow, type BarsPlot, groundOf } from './bars.ts';

// What both painters of a chart of rows draw alike, from the places that each reckons for itself.

/** How high a bar is, and how much less than its row the room for its mark. */
const HIGH = 20;
export const BETWEEN = 16;

type MarkProps = { row: BarRow; from: number; at: number; y: number };

/** A figure at its pixel: a bar from the pixel of zero, or a sign. */
export function FigureMark({ row: { id, mark, look }, from, at, y }: MarkProps) {
  const place = pixel(at);
  if (mark === 'bar')
    return (
      <rect
        data-row={id}
        x={pixel(Math.min(from, at))}
        y={pixel(y - HIGH / 2)}
        width={pixel(Math.max(1, Math.abs(at - from)))}
        height={HIGH}
        fill={look.fill}
      />
    );
  if (mark === 'tick')
    return <path data-row={id} d={`M${place} ${pixel(y - 9)}v18`} stroke={look.stroke} strokeWidth={4} />;
  if (mark === 'diamond')
    return (
      <path data-row={id} d={`M${pixel(at - 7)} ${pixel(y)}l7 -7l7 7l-7 7z`} {...look} strokeWidth={1.5} />
    );
  return <circle data-row={id} cx={place} cy={pixel(y)} r={5.5} {...look} strokeWidth={1.5} />;
}

type Ends = { row: BarRow; low: number; high: number; y: number };

/** An interval between two pixels, with its ends. */
export const IntervalMark = ({ row: { id, line }, low, high, y }: Ends) => (
  <path
    data-row={`${id} interval`}
    d={`M${pixel(low)} ${pixel(y)}H${pixel(high)}M${pixel(low)} ${pixel(y - 4)}v8M${pixel(high)} ${pixel(y - 4)}v8`}
    stroke={line}
    strokeWidth={2}
    fill="none"
  />
);

/** An upright bar at the figure that a row alone is held against. */
export const BesideMark = ({ row: { id }, at, y }: { row: BarRow; at: number; y: number }) => (
  <path
    data-row={`${id} beside`}
    d={`M${pixel(at)} ${pixel(y - 10)}v20`}
    stroke={PALETTE.ink}
    strokeWidth={3}
  />
);

/** The upright lines at the values that the axis names. */
export const Gridlines = ({ plot: { frame, x } }: { plot: BarsPlot }) => (
  <g {...UNSPOKEN}>
    {x.ticks.map((tick) => (
      <path key={tick} d={`M${x.at(tick)} ${frame.top}V${frame.bottom}`} stroke={PALETTE.grid} />
    ))}
  </g>
);

/** What lies behind the row that is the sum of the others. */
export const SumGrounds = ({ plot: { rows, frame, step, width } }: { plot: BarsPlot }) =>
  rows.map(
    (row, index) =>
      row.sum && (
        <rect
          key={row.id}
          y={frame.top + index * step}
          width={width}
          height={step}
          fill={groundOf(row)}
          {...UNSPOKEN}
        />
      ),
  );

/** The words of one row. */
export const RowWords = ({ plot: { rows, words }, index }: { plot: BarsPlot; index: number }) => (
  <g stroke={rows[index] && groundOf(rows[index])} strokeWidth={4} paintOrder="stroke" {...UNSPOKEN}>
    {words[index]?.map(({ text, x, y, anchor, size, bold, colour }) => (
      <text
        key={`${x} ${y}`}
        x={x}
        y={y}
        textAnchor={anchor}
        fontSize={size}
        fontWeight={bold ? 700 : 400}
        fill={colour}
      >
        {text}
      </text>
    ))}
  </g>
);

/** The words around the rows but for those of the axis: what lies on either side, what figures are held against, the key. */
export function AroundWords({ plot: { lines, sides, key, x, frame, width, axisName } }: { plot: BarsPlot }) {
  const zero = x.at(0);
  return (
    <>
      <g fontSize={13} fontWeight={700} {...UNSPOKEN}>
        {sides.map(({ text, colour, side }) => (
          <text
            key={side}
            x={side === 'left' ? zero - 8 : zero + 8}
            y={frame.top - 10}
            textAnchor={side === 'left' ? 'end' : 'start'}
            fill={colour}
          >
            {text}
          </text>
        ))}
      </g>
      <ReferenceNames lines={lines} scale={x} frame={frame} />
      {axisName && (
        <text x={frame.left} y={frame.bottom + 36} fontSize={13} fill={PALETTE.secondary} {...UNSPOKEN}>
          {axisName}
        </text>
      )}
      <ChartLegend entries={key} width={width} top={frame.bottom + 42} />
    </>
  );
}

/** Whether bars reach from a line at zero. */
export const hasZero = ({ rows }: Pick<BarsPlot, 'rows'>): boolean => rows.some(({ mark }) => mark === 'bar');
