import type { Spread, SpreadPoint } from '../../../data/contract/spread.ts';
import { BANDS, CHOSEN, PALETTE } from '../../../data/palette.ts';
import { BaseLine, REFERENCE, UprightValues } from '../kit/Axes.tsx';
import { ChartFrame, CROSSED, titleHeight } from '../kit/ChartFrame.tsx';
import { ChartLegend, flowed } from '../kit/ChartLegend.tsx';
import type { ChartSpec, SpreadLine } from '../kit/chartSpec.ts';
import { areasOf, referencesOf, shortName, standardOf } from '../kit/chartWords.ts';
import { BreakLabels, EndLabels } from '../kit/EndLabels.tsx';
import {
  bandPath,
  breaksIn,
  canShowOverTime,
  holdsIn,
  namedPlaces,
  periodMark,
  periodTick,
  seriesPath,
} from '../kit/overTime.ts';
import { type Frame, pixel, scaleOf, valueAxis } from '../kit/plane.ts';
import { UNSPOKEN } from '../kit/unspoken.ts';
import { CHANCE, MEDIAN, overTimeLegend } from './SpreadLegend.tsx';

export { canShowOverTime } from '../kit/overTime.ts';

type Props = { spread: Spread; lines: readonly SpreadLine[]; spec: ChartSpec };

const DASHES = [undefined, '9 3', '2 3', '12 3 2 3', '5 5', '14 4'] as const;

const between = (low: number | null, high: number | null) =>
  low === null || high === null ? null : { low, high };
const tenths = ({ p10, p90 }: SpreadPoint) => between(p10, p90);
const quarters = ({ p25, p75 }: SpreadPoint) => between(p25, p75);

/** How the spread between areas changed: its bands and median by period, with chosen areas as lines over them. */
export function SpreadOverTime({ spread, lines, spec }: Props) {
  if (!canShowOverTime(spread)) return null;
  const { metric, width, title } = spec;
  const points = spread.overTime;
  const breaks = breaksIn(spread);
  const legend = overTimeLegend(points);
  const top = titleHeight(title, width, spread.illustrative) + 46;
  const foot = 30 + flowed(legend, width) + 4;
  const height = Math.max(spec.height, top + 200 + foot);
  const frame: Frame = { left: 56, right: width - (width < 520 ? 104 : 150), top, bottom: height - foot };
  const x = (index: number) =>
    pixel(frame.left + 6 + ((frame.right - frame.left - 12) * index) / (points.length - 1));
  const drawn = lines.map((line) => {
    const known = new Map(line.points.map(({ period, value }) => [period, value]));
    return { ...line, values: points.map(({ period }) => known.get(period) ?? null) };
  });
  const target = standardOf(spread.target);
  const aims = points.map(({ period }) => (target && holdsIn(period, target) ? target.value : null));
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
  const asked = points.findIndex(({ period }) => period === spread.query.period);
  const marks = [
    ...breaks.map((index) => ({
      text: `Break, ${periodMark(points[index]?.period ?? '')}`,
      at: x(index) - breakGap(x),
    })),
    ...(asked < 0 ? [] : [{ text: `Shown: ${periodMark(points[asked]?.period ?? '')}`, at: x(asked) }]),
  ];
  return (
    <ChartFrame
      width={width}
      height={height}
      title={title}
      illustrative={spread.illustrative}
      role="img"
      label={said(title, spread)}
    >
      <UprightValues scale={y} frame={{ ...frame, top: frame.top - 18 }} metric={metric} />
      <g {...UNSPOKEN} fill="none" strokeLinejoin="round">
        <path
          d={bandPath(points, tenths, breaks, x, y)}
          fill={BANDS.tenths}
          stroke={BANDS.quarters}
          strokeWidth={0.75}
        />
        <path d={bandPath(points, quarters, breaks, x, y)} fill={BANDS.quarters} />
        {spread.illustrative && <path d={bandPath(points, tenths, breaks, x, y)} fill={CROSSED} />}
        {marks.map(({ text, at }) => (
          <path
            key={text}
            d={`M${at} ${frame.top - 8}V${frame.bottom}`}
            stroke={PALETTE.ink}
            strokeDasharray={text.startsWith('Break') ? '2 3' : undefined}
            strokeWidth={0.9}
          />
        ))}
        <path d={line(points.map(({ chance }) => chance?.p10))} {...CHANCE} />
        <path d={line(points.map(({ chance }) => chance?.p90))} {...CHANCE} />
        <path d={line(aims)} {...REFERENCE.target} />
        <path d={line(points.map(({ median }) => median))} {...MEDIAN} />
        {drawn.map(({ area, values }, index) => (
          <path
            key={area}
            d={line(values)}
            stroke={chosen(index)}
            strokeWidth={2}
            strokeDasharray={DASHES[index % DASHES.length]}
          />
        ))}
      </g>
      <BaseLine
        frame={frame}
        name=""
        ticks={namedPlaces(
          points.map(({ period }) => period),
          x,
          76,
        ).map((index) => ({ at: x(index), text: periodTick(points[index]?.period ?? '') }))}
      />
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

const chosen = (index: number) => CHOSEN[index % CHOSEN.length] ?? CHOSEN[0];

/** A break stands half a period before the first figure that it parts. */
const breakGap = (x: (index: number) => number) => pixel((x(1) - x(0)) / 2);

function endsOf(
  spread: Spread,
  { metric }: ChartSpec,
  points: readonly SpreadPoint[],
  drawn: readonly (SpreadLine & { values: (number | null)[] })[],
) {
  const last = (values: readonly (number | null)[]) => values.findLast((value) => value !== null) ?? null;
  const labels = [
    ...drawn.map(({ name, values }, index) => ({
      text: shortName(name),
      colour: chosen(index) as string,
      bold: true,
      value: last(values),
    })),
    {
      text: 'Median',
      colour: MEDIAN.stroke as string,
      bold: true,
      value: last(points.map(({ median }) => median)),
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

const said = (title: string, { overTime, query }: Spread) => {
  const [first, last] = [overTime[0], overTime.at(-1)];
  const most = Math.max(...overTime.map(({ areas }) => areas));
  return `${title}. Spread between ${areasOf(query.level, most)}, ${periodMark(first?.period ?? '')} to ${periodMark(last?.period ?? '')}`;
};
