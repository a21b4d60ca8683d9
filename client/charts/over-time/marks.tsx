import { COMPARED, PALETTE } from '../../../data/palette.ts';
import { BreakLabels, END_SIZE, EndLabels } from '../kit/Axes.tsx';
import { titleHeight } from '../kit/ChartFrame.tsx';
import { UNSPOKEN } from '../kit/chart.ts';
import { areaAround, lineThrough, type Upright, unbroken } from '../kit/overTime.ts';
import { type Dot, pixel } from '../kit/scales.ts';
import type { Plot, PlotBand, PlotLine, SignalType } from './plot.ts';

// What both painters of a chart over time draw alike, from the places that each reckons for itself.

/** The path of a line through its dots, joined across neither gaps nor breaks; empty where no two are neighbours. */
export const brokenPath = (
  dots: readonly (Dot | null)[],
  { breaks, passes }: Pick<PlotLine, 'breaks' | 'passes'>,
): string =>
  unbroken(
    dots.map((dot) => dot?.y),
    breaks,
    passes,
  )
    .map((part) => lineThrough(part.flatMap((at) => dots[at] ?? [])))
    .join('');

/** The path of a band between its ends, one closed piece for each unbroken part; a lone one is a narrow bar. */
const bandThrough = (ends: readonly (Upright | null)[], breaks: readonly number[]): string =>
  unbroken(
    ends.map((each) => each?.low),
    breaks,
  )
    .map((part) =>
      areaAround(
        part.flatMap((at) => {
          const end = ends[at];
          if (!end) return [];
          return (part.length === 1 ? [-5, 5] : [0]).map((aside) => ({ ...end, x: end.x + aside }));
        }),
      ),
    )
    .join('');

/** A band as it is drawn: an area, or an upright bar at each place. */
export const bandPath = ({ bars, breaks }: PlotBand, ends: readonly (Upright | null)[]): string =>
  bars
    ? ends.map((end) => (end ? `M${end.x} ${end.low}V${end.high}` : '')).join('')
    : bandThrough(ends, breaks);

/** The places of a line that have a dot: all, or those with no neighbour to draw a line to. */
export function dottedPlaces({ figures, breaks, passes, dotted }: PlotLine): Set<number> {
  const parts = unbroken(
    figures.map((figure) => figure?.value),
    breaks,
    passes,
  );
  return new Set((dotted ? parts : parts.filter((part) => part.length === 1)).flat());
}

/** The level lines at the values that the axis names. */
export const Gridlines = ({ plot: { frame, y } }: { plot: Plot }) => (
  <g {...UNSPOKEN}>
    {y.ticks.map((tick) => (
      <path key={tick} d={`M${frame.left} ${y.at(tick)}H${frame.right}`} stroke={PALETTE.grid} />
    ))}
  </g>
);

/** How large the dots of a line are. */
export const dotSize = ({ dotted, look }: PlotLine) =>
  pixel(typeof dotted === 'number' ? dotted : dotted ? 2 : Math.max(2, look.strokeWidth));

/** Half the width of the marks of a control chart, in pixels. */
export const signalSize = ({ step }: Pick<Plot, 'step'>) => (step < 5 ? 4 : 6);

const COLOURS: Record<Exclude<SignalType, 'no-limits'>, string> = {
  'common-cause': COMPARED.faint,
  improvement: COMPARED.better,
  concern: COMPARED.worse,
  'neutral-high': PALETTE.ink,
  'neutral-low': PALETTE.ink,
};

const path = (...corners: readonly (readonly [number, number])[]) =>
  `M${corners.map((at) => at.map(pixel).join(' ')).join('L')}Z`;
const up = (x: number, y: number, r: number) => path([x, y - r], [x + r, y + 0.8 * r], [x - r, y + 0.8 * r]);
const down = (x: number, y: number, r: number) =>
  path([x, y + r], [x + r, y - 0.8 * r], [x - r, y - 0.8 * r]);
const diamond = (x: number, y: number, r: number) => path([x, y - r], [x + r, y], [x, y + r], [x - r, y]);

const SHAPES: Record<Exclude<SignalType, 'no-limits' | 'common-cause'>, typeof up> = {
  improvement: up,
  concern: down,
  'neutral-high': diamond,
  'neutral-low': diamond,
};

type Signal = { x: number; y: number; type: SignalType; size: number };

/** The mark of a point of a control chart by shape and colour; `size` is its half width in pixels. */
export function SignalMark({ x, y, type, size }: Signal) {
  const round = { cx: pixel(x), cy: pixel(y), r: pixel(0.55 * size) };
  if (type === 'no-limits') return <circle {...round} fill={PALETTE.paper} stroke={COMPARED.edge} />;
  const fill = COLOURS[type];
  if (type === 'common-cause') return <circle {...round} fill={fill} />;
  return <path d={SHAPES[type](x, y, size)} fill={fill} stroke={PALETTE.paper} strokeWidth={0.75} />;
}

/** The words in a chart over time but for the labels of its axes: what breaks, and the names of lines at their ends. */
export function PlotWords({ plot }: { plot: Plot }) {
  const { width, title, frame, marks, ends, ended, room, axisName: name } = plot;
  const top = titleHeight(title, width);
  return (
    <>
      {name && (
        <text x={0} y={top + 16} fontSize={13} fill={PALETTE.secondary} {...UNSPOKEN}>
          {name}
        </text>
      )}
      <BreakLabels marks={marks} low={2} high={width - 2} y={frame.top - 12} />
      <g
        fontSize={END_SIZE}
        stroke={PALETTE.paper}
        strokeWidth={3}
        paintOrder="stroke"
        pointerEvents="none"
        {...UNSPOKEN}
      >
        {ended.map(({ id, text, x, y, colour, bold }) => (
          <text key={id} x={x} y={y} fill={colour} fontWeight={bold ? 700 : 400}>
            {text}
          </text>
        ))}
      </g>
      <EndLabels labels={ends} x={frame.right + 8} low={frame.top} high={frame.bottom} room={room} />
    </>
  );
}
