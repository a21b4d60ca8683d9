import { COMPARED } from '../../../data/palette.ts';
import { BaseLine, REFERENCE, UprightValues } from '../kit/Axes.tsx';
import { BreakLines } from '../kit/BreakLines.tsx';
import { ChartFrame } from '../kit/ChartFrame.tsx';
import { BreakLabels, EndLabels } from '../kit/EndLabels.tsx';
import { namedPlaces, periodMark, periodTick, seriesPath } from '../kit/overTime.ts';
import { UNSPOKEN } from '../kit/unspoken.ts';
import { type CompareSeries, lineStyle } from './lines.ts';
import { type CompareLinesSpec, comparePlane } from './plane.ts';

type Props = {
  series: CompareSeries;
  spec: CompareLinesSpec;
  /** The area whose line is picked out: the others step back; empty for none. */
  picked: string;
};

/** Areas over time, each a line with its own dash and its name at its end; gaps and breaks are not joined. */
export function CompareLines({ series, spec, picked }: Props) {
  const { metric, width, title, illustrative } = spec;
  const { periods, lines, target } = series;
  const { frame, height, x, y, breaks, labels, room } = comparePlane(series, spec, picked);
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
      <EndLabels labels={labels} x={frame.right + 8} low={frame.top} high={frame.bottom} room={room} />
    </ChartFrame>
  );
}

const said = (title: string, { lines, periods }: CompareSeries) =>
  `${title}. ${lines.length} ${lines.length === 1 ? 'line' : 'lines'}, ${periodMark(periods[0] ?? '')} to ${periodMark(periods.at(-1) ?? '')}; the values are in the table`;
