import { line as lineOf, area as shapeOf } from 'd3-shape';
import type { ComparedMetric } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { BANDS, PALETTE } from '../../../data/palette.ts';
import { parsePeriod } from '../../../data/periods.ts';
import { sparkWords } from '../../../data/text/metrics-compared.ts';

const SIZE = { width: 132, height: 36 };

type Point = ComparedMetric['overTime'][number];
type Placed = { x: number; point: Point };

/** The stretches of a series between its breaks, each point with its place in time. */
function stretches({ overTime, breaks }: Pick<ComparedMetric, 'overTime' | 'breaks'>): Placed[][] {
  const startOf = (point: Point) => parsePeriod(point.period)?.start ?? '';
  const months = (point: Point) =>
    12 * Number(startOf(point).slice(0, 4)) + Number(startOf(point).slice(5, 7));
  const all: Placed[][] = [];
  overTime.forEach((point, i) => {
    const before = overTime[i - 1];
    const parted = before && breaks.some((from) => startOf(before) < from && from <= startOf(point));
    if (!before || parted) all.push([]);
    all.at(-1)?.push({ x: months(point), point });
  });
  return all;
}

type Props = { metric: Metric; row: ComparedMetric };

/** The middle eight in ten areas over time as a band, and their median as a line; parted where the series breaks. */
export function Sparkline({ metric, row }: Props) {
  const parts = stretches(row);
  const points = parts.flat();
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last || first === last) return <span className="quiet">One period</span>;
  const low = Math.min(...points.map(({ point }) => point.p10));
  const high = Math.max(...points.map(({ point }) => point.p90));
  const x = ({ x: at }: Placed) => 3 + ((SIZE.width - 6) * (at - first.x)) / (last.x - first.x || 1);
  const y = (value: number) => 3 + ((SIZE.height - 6) * (high - value)) / (high - low || 1);
  const band = shapeOf<Placed>()
    .x(x)
    .y0(({ point }) => y(point.p10))
    .y1(({ point }) => y(point.p90));
  const line = lineOf<Placed>()
    .x(x)
    .y(({ point }) => y(point.median));
  return (
    <svg
      className="sparkline"
      width={SIZE.width}
      height={SIZE.height}
      viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
      role="img"
      aria-label={sparkWords(metric, row)}
    >
      {parts.map((part) => {
        const [only] = part;
        if (!only) return null;
        // A stretch of one period has no width to fill: a bar stands for it.
        if (part.length === 1)
          return (
            <g key={only.point.period}>
              <line
                x1={x(only)}
                x2={x(only)}
                y1={y(only.point.p10)}
                y2={y(only.point.p90)}
                stroke={BANDS.quarters}
                strokeWidth={3}
              />
              <circle cx={x(only)} cy={y(only.point.median)} r={2} fill={PALETTE.area} />
            </g>
          );
        return (
          <g key={only.point.period}>
            <path d={band(part) ?? ''} fill={BANDS.quarters} />
            <path d={line(part) ?? ''} fill="none" stroke={PALETTE.area} strokeWidth={2} />
          </g>
        );
      })}
      <circle cx={x(last)} cy={y(last.point.median)} r={2.5} fill={PALETTE.area} />
    </svg>
  );
}
