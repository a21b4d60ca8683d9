import { CartesianGrid, ReferenceLine, XAxis, YAxis } from 'recharts';
import { formatRound } from '../../data/format.ts';
import type { Metric } from '../../data/metrics/types.ts';
import { parsePeriod, periodShort } from '../../data/periods.ts';
import { PALETTE } from './palette.ts';
import { AXIS, FOOT } from './trendPlane.ts';

type Props = {
  metric: Metric;
  rows: readonly { period: string }[];
  marks: readonly { period: string }[];
  width: number;
  scale: { low: number; high: number; ticks: number[] };
};

/** The gridlines and axes of a chart over time, and a line at each break. */
export const TrendAxes = ({ metric, rows, marks, width, scale: { low, high, ticks } }: Props) => (
  <>
    <CartesianGrid vertical={false} stroke={PALETTE.grid} />
    <XAxis
      dataKey="period"
      ticks={yearStarts(rows, width)}
      tickFormatter={tick}
      interval={0}
      height={FOOT}
      stroke={PALETTE.secondary}
      tick={{ fill: PALETTE.secondary, fontSize: 14 }}
    />
    <YAxis
      domain={[low, high]}
      allowDataOverflow
      ticks={ticks}
      width={AXIS}
      axisLine={false}
      tickLine={false}
      tickFormatter={(value: number) => formatRound(metric, value)}
      tick={{ fill: PALETTE.secondary, fontSize: 14 }}
    />
    {marks.map(({ period }) => (
      <ReferenceLine key={period} x={period} stroke={PALETTE.ink} strokeDasharray="2 3" />
    ))}
  </>
);

/** A period as a mark names it: `Apr 2020`. */
export const brief = (id: string) => {
  const period = parsePeriod(id);
  return period ? periodShort(period) : id;
};

const tick = (id: string) => (parsePeriod(id)?.grain === 'quarter' ? brief(id).slice(0, 7) : brief(id));

/** The periods that start a year and can be named without touching: the axis names these only. */
function yearStarts(rows: readonly { period: string }[], width: number): string[] {
  const starts = rows
    .map(({ period }) => period)
    .filter((id) => {
      const grain = parsePeriod(id)?.grain;
      if (grain === 'quarter') return id.endsWith('q1');
      return grain === 'month' ? id.endsWith('-04') : grain !== undefined;
    });
  const room = Math.max(2, Math.floor((width - AXIS - 130) / 74));
  const every = Math.ceil(starts.length / room);
  return starts.filter((_, index) => index % every === 0);
}
