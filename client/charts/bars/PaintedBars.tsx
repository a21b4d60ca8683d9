import { memo } from 'react';
import { PALETTE } from '../../../data/palette.ts';
import { ReferenceLines } from '../kit/Axes.tsx';
import { ChartFrame, Spoken } from '../kit/ChartFrame.tsx';
import { UNSPOKEN } from '../kit/chart.ts';
import { type BarsPlot, middleOf } from './bars.ts';
import {
  AroundWords,
  BesideMark,
  FigureMark,
  Gridlines,
  hasZero,
  IntervalMark,
  RowWords,
  SumGrounds,
} from './marks.tsx';

/** A chart of rows in our own marks: in files, on paper, and on the page until the code that explores it is there. */
export const PaintedBars = memo(function PaintedBars({ plot }: { plot: BarsPlot }) {
  const { width, height, title, frame, rows, lines, x, tick } = plot;
  const base = x.at(Math.min(x.high, Math.max(x.low, 0)));
  return (
    <ChartFrame width={width} height={height} title={title}>
      <SumGrounds plot={plot} />
      <Gridlines plot={plot} />
      <g fontSize={13} fill={PALETTE.secondary} textAnchor="middle" {...UNSPOKEN}>
        {x.ticks.map((value) => (
          <text key={value} x={x.at(value)} y={frame.bottom + 17}>
            {tick(value, x.ticks)}
          </text>
        ))}
      </g>
      <ReferenceLines lines={lines} scale={x} frame={frame} />
      {rows.map((row, index) => {
        const y = middleOf(plot, index);
        const { value, lower, upper, beside } = row;
        return (
          <Spoken key={row.id} label={row.label}>
            <g {...UNSPOKEN}>
              {beside !== null && <BesideMark row={row} at={x.at(beside)} y={y} />}
              {value !== null && lower !== null && upper !== null && (
                <IntervalMark row={row} low={x.at(lower)} high={x.at(upper)} y={y} />
              )}
              {value !== null && <FigureMark row={row} from={base} at={x.at(value)} y={y} />}
            </g>
            <RowWords plot={plot} index={index} />
          </Spoken>
        );
      })}
      {hasZero(plot) && (
        <path d={`M${base} ${frame.top - 4}V${frame.bottom}`} stroke={PALETTE.ink} {...UNSPOKEN} />
      )}
      <AroundWords plot={plot} />
    </ChartFrame>
  );
});
