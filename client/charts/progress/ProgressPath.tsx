import type { PathPoint, ProgressRow } from '../../../data/contract/progress.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { PALETTE } from '../../../data/palette.ts';
import { formatRound, formatValue } from '../../../data/text/format.ts';
import { roughWidth } from '../../../data/text/measure.ts';
import { whenWords, yearOf } from '../../../data/text/progress.ts';
import { periodBrief } from '../../../data/text/words.ts';
import { REFERENCE } from '../kit/Axes.tsx';
import { ChartFrame, type ChartSpec, titleHeight } from '../kit/ChartFrame.tsx';
import { UNSPOKEN } from '../kit/chart.ts';
import type { LegendEntry } from '../kit/Legend.tsx';
import { areaAround, lineThrough } from '../kit/overTime.ts';
import { type Frame, pixel, roundTicks, type Scale, scaleOf, valueAxis } from '../kit/scales.ts';

const SMALL = 12;

type Props = { row: ProgressRow; spec: ChartSpec };

/** An ambition's figures with their intervals, the straight way to its target, and where the pace seen would lead. */
export function ProgressPath({ row, spec }: Props) {
  const { metric, width, height, title } = spec;
  const aim = row.path.target.at(-1);
  const by = row.target?.by ?? null;
  const label = aim ? [formatRound(metric, aim.value), ...(by === null ? [] : [`by ${by}`])] : [];
  const widest = Math.max(0, ...label.map((line) => roughWidth(line, SMALL)));
  const layout = progressLayout(row.path, metric, {
    left: 44,
    right: width - (widest === 0 ? 8 : Math.ceil(widest) + 10),
    top: titleHeight(title, width) + 10,
    bottom: height - 22,
  });
  const { x, y } = layout;
  return (
    <ChartFrame width={width} height={height} title={title} role="img" label={pathText(metric, row)}>
      <PathAxes layout={layout} metric={metric} />
      <g {...UNSPOKEN} fill="none" strokeLinejoin="round">
        <path d={bandOf(row.path.projection, layout)} fill={PALETTE.area} fillOpacity={0.12} />
        <path
          d={straight(row.path.projection, layout)}
          stroke={PALETTE.area}
          strokeWidth={1.5}
          strokeDasharray="6 4"
        />
        <path d={straight(row.path.target, layout)} {...REFERENCE.target} />
        <path d={straight(joined(row), layout)} stroke={PALETTE.area} strokeWidth={1.5} />
        {row.path.points.map((point) => (
          <g key={point.time} stroke={PALETTE.area}>
            <path d={barOf(point, layout)} strokeWidth={1.5} />
            <circle
              cx={x.at(point.time)}
              cy={y.at(point.value)}
              r={row.path.points.length > 24 ? 2 : 3.2}
              fill={PALETTE.area}
            />
          </g>
        ))}
        {aim && (
          <path
            d={diamond(x.at(aim.time), y.at(aim.value), 5)}
            fill={PALETTE.paper}
            stroke={PALETTE.target}
            strokeWidth={2}
          />
        )}
      </g>
      {aim && (
        <text {...UNSPOKEN} y={y.at(aim.value) + 4} fontSize={SMALL} fontWeight={700} fill={PALETTE.target}>
          {label.map((line, index) => (
            <tspan key={line} x={pixel(x.at(aim.time) + 9)} dy={index === 0 ? 0 : SMALL + 1}>
              {line}
            </tspan>
          ))}
        </text>
      )}
    </ChartFrame>
  );
}

function PathAxes({
  layout: { x, y, frame },
  metric,
}: { layout: ProgressLayout } & Pick<ChartSpec, 'metric'>) {
  return (
    <g fontSize={SMALL} fill={PALETTE.secondary} {...UNSPOKEN}>
      {y.ticks.map((tick) => (
        <g key={tick}>
          <path d={`M${frame.left} ${y.at(tick)}H${frame.right}`} stroke={PALETTE.grid} />
          <text x={frame.left - 6} y={y.at(tick) + 4} textAnchor="end">
            {formatRound(metric, tick)}
          </text>
        </g>
      ))}
      <path d={`M${frame.left} ${frame.bottom}H${frame.right}`} stroke={PALETTE.secondary} />
      {x.ticks.map((tick) => (
        <g key={tick}>
          <path d={`M${x.at(tick)} ${frame.bottom}v4`} stroke={PALETTE.secondary} />
          <text x={x.at(tick)} y={frame.bottom + 17} textAnchor="middle">
            {Math.floor(tick)}
          </text>
        </g>
      ))}
    </g>
  );
}

type Path = ProgressRow['path'];
/** A year's name stands at its middle, where the figure of the year does. */
const MIDDLE = 0.5;

export type ProgressLayout = { frame: Frame; x: Scale; y: Scale };

const values = (points: readonly PathPoint[]) =>
  points.flatMap(({ value, lower, upper }) => [value, lower, upper]);

/** Whether a path has two places to draw something between. */
export const canDraw = ({ points, target, projection }: Path): boolean =>
  points.length > 0 && points.length + target.length + projection.length > 1;

/** The layout of a path: years along, named at their middles, and the metric's values up. */
export function progressLayout(path: Path, metric: Metric, frame: Frame): ProgressLayout {
  const all = [...path.points, ...path.target, ...path.projection];
  const times = all.map(({ time }) => time);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const axis = valueAxis(
    metric,
    [...values(path.points), ...[...path.target, ...path.projection].map(({ value }) => value)],
    4,
  );
  const room = first === last ? 0.5 : 0;
  return {
    frame,
    x: scaleOf(
      'linear',
      [first - room, last + room],
      [frame.left + 6, frame.right - 6],
      roundTicks(first - room - MIDDLE, last + room - MIDDLE, 4, 1).map((year) => year + MIDDLE),
    ),
    y: scaleOf('linear', axis.ends, [frame.bottom, frame.top], axis.ticks),
  };
}

/** Points in order of time as a path of straight pieces; empty for fewer than two. */
const straight = (points: readonly PathPoint[], { x, y }: ProgressLayout): string =>
  lineThrough(points.map(({ time, value }) => ({ x: x.at(time), y: y.at(value) })));

/** The intervals of points as one closed area; empty for fewer than two that have one. */
export const bandOf = (points: readonly PathPoint[], { x, y }: ProgressLayout): string =>
  areaAround(
    points.flatMap(({ time, lower, upper }) =>
      lower === null || upper === null ? [] : [{ x: x.at(time), low: y.at(lower), high: y.at(upper) }],
    ),
  );

/** An interval as an upright bar through its point; empty where there is none. */
function barOf({ time, lower, upper }: PathPoint, { x, y }: ProgressLayout): string {
  if (lower === null || upper === null) return '';
  return `M${x.at(time)} ${y.at(lower)}V${y.at(upper)}`;
}

/** The points of the unbroken part that the pace is read from, which alone are joined; none without a pace. */
export function joined({ path, pace }: Pick<ProgressRow, 'path' | 'pace'>): readonly PathPoint[] {
  const at = (period: string) => path.points.findIndex((point) => point.period === period);
  const [from, to] = pace ? [at(pace.from), at(pace.to)] : [-1, -1];
  return from < 0 || to < 0 ? [] : path.points.slice(from, to + 1);
}

/** A diamond around a place, as a path. */
const diamond = (x: number, y: number, reach: number) =>
  `M${x} ${pixel(y - reach)}L${pixel(x + reach)} ${y}L${x} ${pixel(y + reach)}L${pixel(x - reach)} ${y}z`;

const named = ({ period, time }: PathPoint) => (period === null ? yearOf(time) : periodBrief(period));

/** A path in words, for those who do not see it: its first and last figure, the way to the target, when it is reached. */
function pathText(metric: Metric, row: ProgressRow): string {
  const { points, target, projection } = row.path;
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return `${metric.label}: no figures`;
  const figure = (point: PathPoint) => `${formatValue(metric, point.value)} in ${named(point)}`;
  const figures =
    first === last
      ? `One figure: ${figure(first)}.`
      : `${points.length} figures, from ${figure(first)} to ${figure(last)}.`;
  const aim = target.at(-1);
  const way = aim ? `The straight path leads to ${formatRound(metric, aim.value)} in ${named(aim)}.` : '';
  const when = projection.length > 0 && row.pace ? whenWords(row.pace) : '';
  return [`${metric.label}.`, figures, way, when].filter(Boolean).join(' ');
}

/** How paths are to be read; each sign is drawn as it is in them. */
export const PATH_KEY: readonly LegendEntry[] = [
  {
    text: 'Figure with its 95% interval; those joined are the ones a pace is read from',
    swatch: (
      <>
        <path d="M0 -8V8" stroke={PALETTE.area} strokeWidth={1.5} />
        <circle r={3.2} fill={PALETTE.area} />
      </>
    ),
  },
  {
    text: 'Straight path to the target',
    swatch: <path d="M-14 0H14" {...REFERENCE.target} />,
  },
  {
    text: 'At the pace seen, with its 95% band',
    swatch: (
      <>
        <path d="M-14 0L14 -6V6Z" fill={PALETTE.area} fillOpacity={0.12} />
        <path d="M-14 0H14" stroke={PALETTE.area} strokeWidth={1.5} strokeDasharray="6 4" />
      </>
    ),
  },
];

/** The signs that some paths hold. */
export const pathKey = (paths: readonly ProgressRow['path'][]): readonly LegendEntry[] =>
  PATH_KEY.filter((_, index) =>
    paths.some(({ points, target, projection }) => [points, target, projection][index]?.length),
  );
