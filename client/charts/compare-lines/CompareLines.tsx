import type { Metric } from '../../../data/metrics/index.ts';
import { COMPARED, PALETTE } from '../../../data/palette.ts';
import { formatRound } from '../../../data/text/format.ts';
import { briefName, periodBrief } from '../../../data/text/words.ts';
import {
  BreakLabels,
  BreakLines,
  EndLabels,
  endLabelsSize,
  lineStyle,
  PeriodAxis,
  REFERENCE,
  UprightValues,
} from '../kit/Axes.tsx';
import { ChartFrame, titleHeight } from '../kit/ChartFrame.tsx';
import { UNSPOKEN } from '../kit/chart.ts';
import { lastOf, periodScale, seriesPath } from '../kit/overTime.ts';
import { type Frame, pixel, scaleOf, valueAxis } from '../kit/scales.ts';
import type { CompareSeries } from './lines.ts';

type CompareLinesSpec = { metric: Metric; width: number; title: string };

type Props = {
  series: CompareSeries;
  spec: CompareLinesSpec;
  /** The area whose line is picked out: the others step back; empty for none. */
  picked: string;
};

/** Areas over time, each a line with its own dash and its name at its end; gaps and breaks are not joined. */
export function CompareLines({ series, spec, picked }: Props) {
  const { metric, width, title } = spec;
  const { periods, lines, target } = series;
  const { frame, height, x, y, breaks, labels, room } = compareLayout(series, spec, picked);
  const order = [...lines.entries()].sort(
    ([, one], [, other]) => Number(one.area === picked) - Number(other.area === picked),
  );
  return (
    <ChartFrame
      width={width}
      height={height}
      title={title}
      role="img"
      label={`${title}. ${lines.length} ${lines.length === 1 ? 'line' : 'lines'}, ${periodBrief(periods[0] ?? '')} to ${periodBrief(periods.at(-1) ?? '')}; the values are in the table`}
    >
      <UprightValues scale={y} frame={{ ...frame, top: frame.top - 18 }} metric={metric} />
      <g {...UNSPOKEN} fill="none" strokeLinejoin="round">
        <BreakLines marks={breaks} frame={frame} />
        <path d={seriesPath(target, [], x, y)} {...REFERENCE.target} />
        {order.map(([index, { area, values, breaks }]) => (
          <path
            key={area}
            d={seriesPath(values, breaks, x, y)}
            {...lineStyle(index, area)}
            {...(picked !== '' && picked !== area ? { stroke: COMPARED.ghost } : {})}
            strokeWidth={picked === area ? 3.5 : 2}
          />
        ))}
      </g>
      <PeriodAxis frame={frame} periods={periods} x={x} />
      <BreakLabels marks={breaks} low={0} high={width} y={frame.top - 12} />
      <EndLabels labels={labels} x={frame.right + 8} low={frame.top} high={frame.bottom} room={room} />
    </ChartFrame>
  );
}

/** Room under the names at the ends, in pixels. */
const SPARE = 18;

/** Where lines of areas over time are drawn, with the names at their ends; `picked`: the area picked out, or empty. */
export function compareLayout(series: CompareSeries, spec: CompareLinesSpec, picked: string) {
  const { metric, width, title } = spec;
  const { periods, lines, target, marks } = series;
  const narrow = width < 520;
  const room = narrow ? 13 : 26;
  const byCode = narrow && lines.length > 8;
  const labels = lines.flatMap(({ area, name, values, level }, index) => {
    const value = lastOf(values);
    if (value === null) return [];
    const aside = picked !== '' && picked !== area;
    const text = byCode && level === 'ccg' ? area : briefName(name);
    const colour = aside ? PALETTE.secondary : lineStyle(index, area).stroke;
    return [{ text, value, bold: picked === area, colour }];
  });
  const aim = lastOf(target);
  if (aim !== null)
    labels.push({
      text: `Target ${formatRound(metric, aim)}`,
      value: aim,
      bold: false,
      colour: PALETTE.target,
    });
  const top = titleHeight(title, width) + 46;
  const height = top + Math.max(narrow ? 240 : 320, endLabelsSize(labels, room).height + SPARE) + 30;
  const frame: Frame = { left: 56, right: width - (narrow ? 104 : 206), top, bottom: height - 30 };
  const axis = valueAxis(metric, [...lines.flatMap(({ values }) => values), ...target], 8);
  const y = scaleOf('linear', axis.ends, [frame.bottom, frame.top], axis.ticks);
  const { x } = periodScale(periods.length, frame);
  const half = periods.length > 2 ? (x(1) - x(0)) / 2 : 0;
  return {
    frame,
    height,
    x,
    y,
    breaks: marks.map(({ at, period }) => ({
      at: pixel(x(at) - half),
      text: `Break, ${periodBrief(period)}`,
    })),
    room,
    labels: labels.map((label) => ({ ...label, at: y.at(label.value) })),
  };
}
