import type { PathPoint, ProgressRow } from '../../../data/contract/progress.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { PALETTE } from '../../../data/palette.ts';
import { endTime, parsePeriod } from '../../../data/periods.ts';
import { formatRound, formatValue } from '../../../data/text/format.ts';
import { whenWords, yearOf } from '../../../data/text/progress.ts';
import { periodBrief, periodWords } from '../../../data/text/words.ts';
import { REFERENCE } from '../kit/Axes.tsx';
import type { LegendEntry } from '../kit/Legend.tsx';
import { intervalOf } from '../kit/overTime.ts';
import { roundTicks, valueAxis } from '../kit/scales.ts';
import type { Description, Figure, PlotLine } from '../over-time/plot.ts';

type Path = ProgressRow['path'];

/** Whether a path has two places to draw something between. */
export const canDraw = ({ points, target, projection }: Path): boolean =>
  points.length > 0 && points.length + target.length + projection.length > 1;

const FIGURES = { stroke: PALETTE.area, strokeWidth: 1.5 } as const;
const PROJECTED = { stroke: PALETTE.area, strokeWidth: 1.5, strokeDasharray: '6 4' } as const;
const BAND = { fill: PALETTE.area, fillOpacity: 0.12 } as const;

type Drawn = {
  /** The period that the ambitions are read at. */
  asAt: string;
  /** The least height, in pixels. */
  least: number;
  /** Whether it stands beside words that say what it is of. */
  compact?: boolean;
};

/**
 * An ambition's figures with their intervals, the straight way to its target, where the pace seen would lead, and how far
 * along it is read.
 */
export function pathDescription(
  row: ProgressRow,
  metric: Metric,
  { asAt, least, compact }: Drawn,
): Description {
  const { points, target, projection } = row.path;
  const today = todayOf(row.path, asAt);
  const times = placesOf(row.path, today);
  const first = times[0] ?? 0;
  const asAtWords = (period: string) => `As at ${period}`;
  const aim = target.at(-1);
  const last = points.at(-1);
  const by = row.target?.by ?? null;
  const byTime = new Map(points.map((point) => [point.time, point]));
  const figures = times.map((time): Figure | null => byTime.get(time) ?? null);
  const joinedTimes = new Set(
    joined(row)
      .slice(1)
      .map(({ time }) => time),
  );
  const reference = { role: 'reference', breaks: [], listed: false, end: '' } as const;
  // Where it starts it is the line through the figures itself, of no width.
  const projected = times.map((time) => {
    const figure = between(projection, time);
    return figure && figure.lower === figure.upper ? { value: figure.value } : figure;
  });
  const lines: PlotLine[] = [
    {
      ...reference,
      id: 'projection',
      name: 'At the pace seen',
      figures: projected,
      look: PROJECTED,
    },
    {
      ...reference,
      id: 'path',
      name: 'Straight path',
      figures: times.map((time) => between(target, time)),
      look: REFERENCE.target,
    },
    {
      ...reference,
      id: 'target',
      name: 'Target',
      figures: times.map((time) => (aim && time === aim.time ? { value: aim.value } : null)),
      look: { ...REFERENCE.target, strokeWidth: 4.5 },
      end: aim ? `${formatRound(metric, aim.value)}${by === null ? '' : ` by ${by}`}` : '',
    },
    {
      id: 'figures',
      name: row.label ?? metric.label,
      role: 'subject',
      figures,
      // Those alone are joined that the pace is read from.
      breaks: times.flatMap((time, index) => (byTime.has(time) && !joinedTimes.has(time) ? [index] : [])),
      passes: times.flatMap((time, index) => (byTime.has(time) ? [] : [index])),
      look: FIGURES,
      dotted: points.length <= 24 ? 3.2 : 2,
      end: '',
      listed: false,
    },
  ];
  return {
    metric,
    title: '',
    label: [
      pathText(metric, row),
      today === null ? '' : `The upright line stands at the end of ${periodWords(asAt)}.`,
    ]
      .filter(Boolean)
      .join(' '),
    places: times.map((time) => {
      if (time === today) return { id: 'as-at', at: time - first, words: asAtWords(periodWords(asAt)) };
      const period = byTime.get(time)?.period ?? null;
      return {
        id: period ?? String(time),
        at: time - first,
        words: period === null ? yearOf(time) : periodWords(period),
      };
    }),
    lines: lines.filter((line) => line.figures.some((figure) => figure !== null)),
    bands: [
      {
        id: 'projection-band',
        of: 'projection',
        ends: times.map((time) => intervalOf(between(projection, time))),
        breaks: [],
        scaled: false,
        look: BAND,
      },
      {
        id: 'intervals',
        of: 'figures',
        ends: figures.map(intervalOf),
        breaks: [],
        scaled: true,
        bars: true,
        look: { fill: 'none', ...FIGURES },
      },
    ],
    rules:
      today === null
        ? []
        : [
            {
              kind: 'shown',
              at: today - first,
              text: asAtWords(periodBrief(asAt)),
              brief: periodBrief(asAt),
            },
          ],
    signals: [],
    said: times.map((time) => (time === today && last ? [`Last figure: ${figureWords(metric, last)}`] : [])),
    key: [],
    axis: (values) => valueAxis(metric, values, 4),
    ticks: yearsOf(times).map((year) => ({ at: year + MIDDLE - first, text: String(year) })),
    least: () => least,
    compact,
  };
}

/** A year's name stands at its middle, where the figure of the year does. */
const MIDDLE = 0.5;

/** The years that an axis names, of times in order. */
function yearsOf(times: readonly number[]): number[] {
  const [first = 0, last = 0] = [times[0], times.at(-1)];
  const room = first === last ? 0.5 : 0;
  return roundTicks(first - room - MIDDLE, last + room - MIDDLE, 4, 1);
}

/**
 * The end of the period that a path is read at, where there is a way on from the last figure and that figure is not of its
 * end; null where the figures themselves say how far along it is.
 */
function todayOf({ points, target, projection }: Path, asAt: string): number | null {
  const [period, last] = [parsePeriod(asAt), parsePeriod(points.at(-1)?.period ?? '')];
  if (!period || !last || target.length + projection.length === 0) return null;
  const today = endTime(period.end);
  const end = Math.max(...[...target, ...projection].map(({ time }) => time));
  return endTime(last.end) < today || end > today ? today : null;
}

/** The times of a path in order: of its figures, of the ends of the way and the pace, and of where it is read. */
function placesOf({ points, target, projection }: Path, today: number | null): number[] {
  const times = [...points, ...target, ...projection].map(({ time }) => time);
  return [...new Set(today === null ? times : [...times, today])].sort((one, other) => one - other);
}

/** What a line of straight pieces is at a time; null before its start and after its end. */
export function between(points: readonly PathPoint[], time: number): Figure | null {
  const after = points.findIndex((point) => point.time >= time);
  const [to, from] = [points[after], points[Math.max(0, after - 1)]];
  if (!to || !from || (after === 0 && to.time > time)) return null;
  const share = to.time === from.time ? 1 : (time - from.time) / (to.time - from.time);
  const along = (one: number | null, other: number | null) =>
    one === null || other === null ? null : share === 1 ? other : one + share * (other - one);
  return {
    value: along(from.value, to.value),
    lower: along(from.lower, to.lower),
    upper: along(from.upper, to.upper),
  };
}

/** The points of the unbroken part that the pace is read from, which alone are joined; none without a pace. */
export function joined({ path, pace }: Pick<ProgressRow, 'path' | 'pace'>): readonly PathPoint[] {
  const at = (period: string) => path.points.findIndex((point) => point.period === period);
  const [from, to] = pace ? [at(pace.from), at(pace.to)] : [-1, -1];
  return from < 0 || to < 0 ? [] : path.points.slice(from, to + 1);
}

const named = ({ period, time }: PathPoint) => (period === null ? yearOf(time) : periodBrief(period));

const figureWords = (metric: Metric, point: PathPoint) =>
  `${formatValue(metric, point.value)} in ${named(point)}`;

/** A path in words, for those who do not see it: its first and last figure, the way to the target, when it is reached. */
function pathText(metric: Metric, row: ProgressRow): string {
  const { points, target, projection } = row.path;
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return `${metric.label}: no figures`;
  const figures =
    first === last
      ? `One figure: ${figureWords(metric, first)}.`
      : `${points.length} figures, from ${figureWords(metric, first)} to ${figureWords(metric, last)}.`;
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
