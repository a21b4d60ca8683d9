import type { ReactNode } from 'react';
import { BaseLine, UprightValues } from '../kit/Axes.tsx';
import { BreakLines } from '../kit/BreakLines.tsx';
import { ChartFrame } from '../kit/ChartFrame.tsx';
import { ChartLegend, type LegendEntry } from '../kit/ChartLegend.tsx';
import { textWidth } from '../kit/chartText.ts';
import { axisName } from '../kit/chartWords.ts';
import { BreakLabels, EndLabels } from '../kit/EndLabels.tsx';
import { namedPlaces, periodMark, periodTick } from '../kit/overTime.ts';
import { UNSPOKEN } from '../kit/unspoken.ts';
import type { Ending, TrendSpec } from './labels.ts';
import type { TrendPlane } from './plane.ts';
import { ReadPeriods } from './ReadPeriods.tsx';
import type { Reading } from './readings.ts';

type Props = {
  spec: TrendSpec;
  plane: TrendPlane;
  endings: readonly Ending[];
  legend: readonly LegendEntry[];
  illustrative: boolean;
  /** What a period says; null where the drawing only stands, as on paper. */
  read: ((at: number) => Reading) | null;
  children: ReactNode;
};

/** The sheet of a chart of one area over time: its axes, breaks, names and legend around its lines. */
export function TrendSheet({ spec, plane, endings, legend, illustrative, read, children }: Props) {
  const { metric, width, title, label } = spec;
  const { periods, frame, height, x, y, marks, room, legendTop } = plane;
  const [first = '', last = ''] = [periods[0], periods.at(-1)];
  const names = endings.map(({ text }) => text).join(', ');
  const name = axisName(metric);
  const sheet = (
    <ChartFrame
      width={width}
      height={height}
      title={title}
      illustrative={illustrative}
      role="img"
      label={`${label.replace(/\.$/, '')}. ${names}, ${periodMark(first)} to ${periodMark(last)}; the values are in the table`}
    >
      <UprightValues
        scale={y}
        frame={{ ...frame, top: frame.top - (marks.length > 0 ? 18 : 2) }}
        metric={metric}
        name={textWidth(name, 13) <= width ? name : metric.unit}
      />
      <g {...UNSPOKEN}>
        <BreakLines marks={marks} frame={frame} />
        {children}
      </g>
      <BaseLine
        frame={frame}
        name=""
        ticks={namedPlaces(periods, x, 76).map((index) => ({
          at: x(index),
          text: periodTick(periods[index] ?? ''),
        }))}
      />
      <BreakLabels marks={marks} low={2} high={width - 2} y={frame.top - 12} />
      <EndLabels
        labels={endings.map((ending) => ({ ...ending, at: y.at(ending.value) }))}
        x={frame.right + 8}
        low={frame.top}
        high={frame.bottom}
        room={room}
      />
      <ChartLegend entries={legend} width={width} top={legendTop} />
    </ChartFrame>
  );
  if (read === null) return sheet;
  return (
    <ReadPeriods plane={plane} width={width} name={metric.label} read={read}>
      {sheet}
    </ReadPeriods>
  );
}
