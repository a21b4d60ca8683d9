import type { PaceReply, PathPoint, ProgressRow } from '../../../data/contract/index.ts';
import { type Metric, metric as metricOf, type Target } from '../../../data/metrics/index.ts';
import type { Own } from '../shared/own.ts';
import { endOf, type Stretch, startOf, type Timed } from './stretch.ts';
import { markOf } from './target.ts';
import { HORIZON } from './words.ts';

type Path = ProgressRow['path'];

export const NO_PATH: Path = { points: [], target: [], projection: [] };

const pointOf = ({ row, time, value }: Timed): PathPoint => ({
  period: row.period,
  time,
  value,
  lower: row.lower,
  upper: row.upper,
});

const plain = (time: number, value: number): PathPoint => ({
  period: null,
  time,
  value,
  lower: null,
  upper: null,
});

/** The range of the values a metric can take. */
function boundsOf(metric: Metric): readonly [number, number] {
  switch (metric.kind) {
    case 'proportion':
      return [0, 1];
    case 'index':
      return [0, 100];
    case 'mean':
      return metric.range;
    case 'rate':
      return [0, Number.POSITIVE_INFINITY];
  }
}

/** From the last figure on at the pace seen, to the target or for ten years; empty where there is no trend toward it. */
function projectionOf({ last }: Stretch, found: PaceReply, target: number, metric: Metric): PathPoint[] {
  const latest = last.at(-1);
  const { seen, lower, upper, when } = found;
  if (!latest || seen === null || lower === null || upper === null) return [];
  const toward = Math.sign(target - latest.value);
  if (!(toward * lower > 0 && toward * upper > 0)) return [];
  const years = when === null ? HORIZON : when.time - latest.time;
  const [least, most] = boundsOf(metric);
  const after = (slope: number) => Math.min(most, Math.max(least, latest.value + slope * years));
  return [
    { ...pointOf(latest), lower: latest.value, upper: latest.value },
    {
      ...plain(latest.time + years, when === null ? after(seen) : target),
      lower: after(lower),
      upper: after(upper),
    },
  ];
}

/** Level at a standard over the span; to an ambition by its date, straight from the last figure before it was stated. */
function targetPath({ figures, last }: Stretch, target: Target, value: number, until: number): PathPoint[] {
  if (target.by === null) {
    const from = Math.max(figures[0]?.time ?? until, startOf(target.from));
    return [plain(from, value), plain(Math.max(from, until), value)];
  }
  const stated = target.from.slice(0, 4);
  const base = last.findLast(({ period }) => period.end.slice(0, 4) <= stated) ?? last[0];
  const end = endOf(`${target.by}-12`);
  return base && base.time < end ? [pointOf(base), plain(end, value)] : [];
}

/**
 * The expected path against the actual one: every figure of the series so far, the way to the target, and the
 * projection at the pace seen. The last two are empty where the area has no target with a number of its own.
 */
export function pathOf(own: Own, stretch: Stretch, target: Target | null, found: PaceReply): Path {
  const points = stretch.figures.map(pointOf);
  const mark = markOf(target, own.level);
  if (target === null || mark === null) return { ...NO_PATH, points };
  const projection = projectionOf(stretch, found, mark, metricOf(own.id));
  const until = projection.at(-1)?.time ?? points.at(-1)?.time ?? 0;
  return { points, target: targetPath(stretch, target, mark, until), projection };
}
