import { line as lineOf, area as shapeOf } from 'd3-shape';
import { type PointerEvent, useRef, useState } from 'react';
import type { ComparedMetric } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { BANDS, PALETTE } from '../../../data/palette.ts';
import { parsePeriod } from '../../../data/periods.ts';
import { sparkPointWords, sparkWords } from '../../../data/text/metrics-compared.ts';
import { nextPlace } from '../../charts/kit/places.ts';
import { PointerTip } from '../../ui/tip/PointerTip.tsx';

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

/** The middle eight in ten areas over time as a band, and their median as a line; parted where the series breaks; read by period. */
export function Sparkline({ metric, row }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(-1);
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
  const stop = at < 0 ? points.length - 1 : at;
  const shown = at < 0 ? undefined : points[at];
  const follow = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const pixel = ((event.clientX - box.left) * SIZE.width) / Math.max(1, box.width);
    const away = points.map((each) => Math.abs(x(each) - pixel));
    setAt(away.indexOf(Math.min(...away)));
  };
  return (
    <div
      className="sparkline"
      ref={frame}
      role="slider"
      tabIndex={0}
      aria-label={`${metric.label}. ${sparkWords(metric, row)}`}
      aria-valuemin={1}
      aria-valuemax={points.length}
      aria-valuenow={stop + 1}
      aria-valuetext={sparkPointWords(metric, (points[stop] ?? last).point)}
      onPointerDown={follow}
      onPointerMove={follow}
      // A finger that is lifted leaves too: what it showed stays until something else is touched.
      onPointerLeave={(event) => event.pointerType === 'mouse' && setAt(-1)}
      onFocus={() => setAt(stop)}
      onBlur={() => setAt(-1)}
      onKeyDown={(event) => {
        const to = nextPlace(stop, event.key, points.length);
        if (to === null) return;
        event.preventDefault();
        setAt(to);
      }}
    >
      <svg
        width={SIZE.width}
        height={SIZE.height}
        viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
        aria-hidden="true"
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
        {shown && (
          <g stroke={PALETTE.ink}>
            <path d={`M${x(shown)} 0V${SIZE.height}`} />
            <circle cx={x(shown)} cy={y(shown.point.median)} r={3.5} fill={PALETTE.focus} strokeWidth={1.5} />
          </g>
        )}
      </svg>
      <PointerTip frame={frame}>
        {shown ? <span>{sparkPointWords(metric, shown.point)}</span> : null}
      </PointerTip>
    </div>
  );
}
