import { formatRound } from '../../data/format.ts';
import type { Metric } from '../../data/metrics/types.ts';
import { BaseLine, REFERENCE, UprightValues } from './Axes.tsx';
import { BreakLines } from './BreakLines.tsx';
import { ChartFrame, titleHeight } from './ChartFrame.tsx';
import { shortName } from './chartWords.ts';
import { type CompareSeries, lineStyle } from './compareLines.ts';
import { BreakLabels, EndLabels } from './EndLabels.tsx';
import { wrap } from './labels.ts';
import { namedPlaces, periodMark, periodTick, seriesPath } from './overTime.ts';
import { COMPARED, PALETTE } from './palette.ts';
import { type Frame, pixel, scaleOf, valueAxis } from './plane.ts';
import { UNSPOKEN } from './unspoken.ts';

type Props = {
  series: CompareSeries;
  spec: { metric: Metric; width: number; title: string; illustrative: boolean };
  /** The area whose line is picked out: the others step back; empty for none. */
  picked: string;
};

const LABEL = 18;

/** Areas over time, each a line with its own dash and its name at its end; gaps and breaks are not joined. */
export function CompareLines({ series, spec, picked }: Props) {
  const { metric, width, title, illustrative } = spec;
  const { periods, lines, target, marks } = series;
  const narrow = width < 520;
  const room = narrow ? 13 : 26;
  const named = narrow && lines.length > 8;
  const labels = lines.flatMap(({ area, name, values, level }, index) => {
    const value = values.findLast((each) => each !== null);
    if (value === undefined || value === null) return [];
    const aside = picked !== '' && picked !== area;
    const text = named && level === 'ccg' ? area : shortName(name);
    return [
      {
        text,
        value,
        bold: picked === area,
        colour: aside ? PALETTE.secondary : lineStyle(index, area).stroke,
      },
    ];
  });
  const aim = target.findLast((value) => value !== null);
  if (aim !== undefined && aim !== null)
    labels.push({
      text: `Target ${formatRound(metric, aim)}`,
      value: aim,
      bold: false,
      colour: PALETTE.target,
    });
  const needed = labels.reduce((sum, { text }) => sum + 16 * wrap(text, room).length + 2, 0);
  const top = titleHeight(title, width, illustrative) + 46;
  const height = top + Math.max(narrow ? 240 : 320, needed + LABEL) + 30;
  const frame: Frame = { left: 56, right: width - (narrow ? 104 : 206), top, bottom: height - 30 };
  const span = Math.max(1, periods.length - 1);
  const x = (index: number) => pixel(frame.left + 6 + ((frame.right - frame.left - 12) * index) / span);
  const axis = valueAxis(metric, [...lines.flatMap(({ values }) => values), ...target], 8);
  const y = scaleOf('linear', axis.ends, [frame.bottom, frame.top], axis.ticks);
  const half = span > 1 ? (x(1) - x(0)) / 2 : 0;
  const breaks = marks.map(({ at, period }) => ({
    at: pixel(x(at) - half),
    text: `Break, ${periodMark(period)}`,
  }));
  const order = [...lines.entries()].sort(
    ([, one], [, other]) => Number(one.area === picked) - Number(other.area === picked),
  );
  return (
    <ChartFrame
      width={width}
      height={height}
      title={title}
      illustrative={illustrative}
      role="img"
      label={said(title, series)}
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
      <BaseLine
        frame={frame}
        name=""
        ticks={namedPlaces(periods, x, 76).map((index) => ({
          at: x(index),
          text: periodTick(periods[index] ?? ''),
        }))}
      />
      <BreakLabels marks={breaks} low={0} high={width} y={frame.top - 12} />
      <EndLabels
        labels={labels.map((label) => ({ ...label, at: y.at(label.value) }))}
        x={frame.right + 8}
        low={frame.top}
        high={frame.bottom}
        room={room}
      />
    </ChartFrame>
  );
}

const said = (title: string, { lines, periods }: CompareSeries) =>
  `${title}. ${lines.length} ${lines.length === 1 ? 'line' : 'lines'}, ${periodMark(periods[0] ?? '')} to ${periodMark(periods.at(-1) ?? '')}; the values are in the table`;
