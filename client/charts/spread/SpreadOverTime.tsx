import type { Spread, SpreadPoint } from '../../../data/contract/spread.ts';
import { BANDS, PALETTE } from '../../../data/palette.ts';
import { briefName, periodBrief } from '../../../data/text/words.ts';
import {
  BreakLabels,
  BreakLines,
  EndLabels,
  lineStyle,
  PeriodAxis,
  REFERENCE,
  UprightValues,
} from '../kit/Axes.tsx';
import { ChartFrame, type ChartSpec, titleHeight } from '../kit/ChartFrame.tsx';
import { UNSPOKEN } from '../kit/chart.ts';
import { ChartLegend, type LegendEntry, legendHeight } from '../kit/Legend.tsx';
import {
  bandPath,
  breakPlaces,
  holdsIn,
  type Line,
  lastOf,
  periodScale,
  seriesPath,
  valuesAt,
} from '../kit/overTime.ts';
import { type Frame, pixel, scaleOf, valueAxis } from '../kit/scales.ts';
import { areasOf, referencesOf, standardOf } from '../kit/words.ts';

/** Whether there are two periods or more with a spread to draw. */
export const canShowOverTime = ({ overTime }: Spread) =>
  overTime.filter(({ median }) => median !== null).length > 1;

type Props = { spread: Spread; lines: readonly Line[]; spec: ChartSpec };

const between = (low: number | null, high: number | null) =>
  low === null || high === null ? null : { low, high };
const tenths = ({ p10, p90 }: SpreadPoint) => between(p10, p90);
const quarters = ({ p25, p75 }: SpreadPoint) => between(p25, p75);

/** How the spread between areas changed: its bands and median by period, with chosen areas as lines over them. */
export function SpreadOverTime({ spread, lines, spec }: Props) {
  if (!canShowOverTime(spread)) return null;
  const { metric, width, title } = spec;
  const points = spread.overTime;
  const periods = points.map(({ period }) => period);
  const breaks = breakPlaces(periods, spread.breaks);
  const legend = legendOf(points);
  const top = titleHeight(title, width) + 46;
  const foot = 30 + legendHeight(legend, width) + 4;
  const height = Math.max(spec.height, top + 200 + foot);
  const frame: Frame = { left: 56, right: width - (width < 520 ? 104 : 150), top, bottom: height - foot };
  const { x } = periodScale(points.length, frame);
  const drawn = lines.map((line) => ({ ...line, values: valuesAt(periods, line.points) }));
  const target = standardOf(spread.target);
  const aims = periods.map((period) => (target && holdsIn(period, target) ? target.value : null));
  const axis = valueAxis(
    metric,
    [
      ...points.flatMap(({ p10, p90, median, chance }) => [p10, p90, median, chance?.p10, chance?.p90]),
      ...drawn.flatMap(({ values }) => values),
      ...aims,
    ],
    8,
  );
  const y = scaleOf('linear', axis.ends, [frame.bottom, frame.top], axis.ticks);
  const line = (values: readonly (number | null | undefined)[]) => seriesPath(values, breaks, x, y);
  const shown = periods.indexOf(spread.query.period);
  const half = pixel((x(1) - x(0)) / 2);
  const breakMarks = breaks.map((index) => ({
    text: `Break, ${periodBrief(periods[index] ?? '')}`,
    at: x(index) - half,
  }));
  const marks = [
    ...breakMarks,
    ...(shown < 0 ? [] : [{ text: `Shown: ${periodBrief(periods[shown] ?? '')}`, at: x(shown) }]),
  ];
  return (
    <ChartFrame width={width} height={height} title={title} role="img" label={labelOf(title, spread)}>
      <UprightValues scale={y} frame={{ ...frame, top: frame.top - 18 }} metric={metric} />
      <g {...UNSPOKEN} fill="none" strokeLinejoin="round">
        <path
          d={bandPath(points, tenths, breaks, x, y)}
          fill={BANDS.tenths}
          stroke={BANDS.quarters}
          strokeWidth={0.75}
        />
        <path d={bandPath(points, quarters, breaks, x, y)} fill={BANDS.quarters} />
        <BreakLines marks={breakMarks} frame={frame} />
        {shown >= 0 && (
          <path d={`M${x(shown)} ${frame.top - 8}V${frame.bottom}`} stroke={PALETTE.ink} strokeWidth={0.9} />
        )}
        <path d={line(points.map(({ chance }) => chance?.p10))} {...CHANCE} />
        <path d={line(points.map(({ chance }) => chance?.p90))} {...CHANCE} />
        <path d={line(aims)} {...REFERENCE.target} />
        <path d={line(points.map(({ median }) => median))} {...MEDIAN} />
        {drawn.map(({ area, values }, index) => {
          const { stroke, strokeDasharray } = lineStyle(index, area);
          return (
            <path
              key={area}
              d={line(values)}
              stroke={stroke}
              strokeWidth={2}
              strokeDasharray={strokeDasharray}
            />
          );
        })}
      </g>
      <PeriodAxis frame={frame} periods={periods} x={x} />
      <BreakLabels marks={marks} low={0} high={width} y={frame.top - 12} />
      <EndLabels
        labels={endsOf(spread, spec, points, drawn).map((label) => ({ ...label, at: y.at(label.value) }))}
        x={frame.right + 8}
        low={frame.top}
        high={frame.bottom}
        room={width < 520 ? 13 : 18}
      />
      <ChartLegend entries={legend} width={width} top={frame.bottom + 30} />
    </ChartFrame>
  );
}

/** The names of lines with the values at which they end. */
function endsOf(
  spread: Spread,
  { metric }: ChartSpec,
  points: readonly SpreadPoint[],
  drawn: readonly (Line & { values: (number | null)[] })[],
) {
  const labels = [
    ...drawn.map(({ area, name, values }, index) => ({
      text: briefName(name),
      colour: lineStyle(index, area).stroke,
      bold: true,
      value: lastOf(values),
    })),
    {
      text: 'Median',
      colour: MEDIAN.stroke as string,
      bold: true,
      value: lastOf(points.map(({ median }) => median)),
    },
    ...referencesOf(metric, { ...spread, benchmark: null }).map(({ text, value }) => ({
      text,
      value,
      colour: PALETTE.target as string,
      bold: false,
    })),
  ];
  return labels.flatMap((label) => (label.value === null ? [] : [{ ...label, value: label.value }]));
}

const labelOf = (title: string, { overTime, query }: Spread) => {
  const [first, last] = [overTime[0], overTime.at(-1)];
  const most = Math.max(...overTime.map(({ areas }) => areas));
  return `${title}. Spread between ${areasOf(query.level, most)}, ${periodBrief(first?.period ?? '')} to ${periodBrief(last?.period ?? '')}`;
};

/** How the median is drawn, and the ends that chance alone would give. */
const MEDIAN = { stroke: PALETTE.ink, strokeWidth: 2.5 } as const;
const CHANCE = { stroke: PALETTE.secondary, strokeWidth: 1.25, strokeDasharray: '4 3' } as const;

/** What the bands and lines of a spread over time stand for. */
function legendOf(points: readonly SpreadPoint[]): LegendEntry[] {
  const box = (fill: string) => (
    <rect x={-13} y={-7} width={26} height={14} fill={fill} stroke={BANDS.quarters} />
  );
  const entries = [
    { text: 'Median area', swatch: <path d="M-13 0H13" {...MEDIAN} /> },
    { text: 'Middle half of areas', swatch: box(BANDS.quarters) },
    { text: 'Middle four fifths', swatch: box(BANDS.tenths) },
  ];
  if (points.some(({ chance }) => chance !== null))
    entries.push({
      text: 'Middle four fifths if only chance made areas differ',
      swatch: (
        <g {...CHANCE}>
          <path d="M-13 -4H13" />
          <path d="M-13 4H13" />
        </g>
      ),
    });
  return entries;
}
