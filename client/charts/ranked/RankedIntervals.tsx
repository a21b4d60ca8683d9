import { useMemo } from 'react';
import type { Spread } from '../../../data/contract/spread.ts';
import type { Metric } from '../../../data/metrics/types.ts';
import { COMPARED, PALETTE } from '../../../data/palette.ts';
import { formatCount } from '../../../data/text/format.ts';
import { BaseLine, UprightValues } from '../kit/Axes.tsx';
import { ChartFrame, WordsOnly } from '../kit/ChartFrame.tsx';
import { ChartLegend, flowed } from '../kit/ChartLegend.tsx';
import type { Choosing, PickSpec } from '../kit/chartSpec.ts';
import { MarkedPoints, PointNames, Points } from '../kit/PointMarks.tsx';
import { pixel } from '../kit/plane.ts';
import { UNSPOKEN } from '../kit/unspoken.ts';
import { usePointing } from '../kit/usePointing.ts';
import { LevelReferences } from './LevelReferences.tsx';
import { rankedLegend } from './legend.tsx';
import { type Bar, placesNamed, rankedPlane } from './plane.ts';

type Props = { spread: Spread; spec: PickSpec } & Choosing;

/** Every area with its 95% interval, in the order of its value; arrow keys move from one to the next. */
export function RankedIntervals({ spread, spec, onSelect, onPoint }: Props) {
  const { metric, width, title, selected } = spec;
  const plane = useMemo(() => rankedPlane(spread, spec), [spread, spec]);
  const { frame, height, x, y, column, lines, points, bars, names, tag } = plane;
  const { svg, stop, pointed, handlers } = usePointing(points, selected, { onSelect, onPoint });
  if (points.length === 0)
    return <WordsOnly width={width} title={title} words="There are no figures to show." />;

  const legend = rankedLegend(spread, points);
  const find = (id: string) => points.find((point) => point.id === id);
  return (
    <ChartFrame
      ref={svg}
      {...handlers}
      width={width}
      height={height + flowed(legend, width)}
      title={title}
      illustrative={spread.illustrative}
    >
      <UprightValues scale={y} frame={frame} metric={metric} />
      <BaseLine
        frame={frame}
        name={orderName(spread, metric)}
        ticks={placesNamed(points.length).map((place) => ({ at: x.at(place), text: formatCount(place) }))}
      />
      <Bars bars={bars} strong={false} width={Math.min(1.5, Math.max(0.6, column / 2))} />
      <LevelReferences lines={lines} scale={y} frame={frame} width={width} />
      <Bars bars={bars} strong width={Math.min(3, Math.max(1.5, column / 2))} />
      <Leaders names={names} bars={bars} />
      <Points points={points} stop={stop} selected={selected} />
      <PointNames names={names} />
      <ChartLegend entries={legend} width={width} top={height} />
      <MarkedPoints selected={find(selected)} pointed={find(pointed)} frame={frame} tag={tag} />
    </ChartFrame>
  );
}

type BarsProps = { bars: readonly Bar[]; strong: boolean; width: number };

const Bars = ({ bars, strong, width }: BarsProps) => (
  <path
    {...UNSPOKEN}
    fill="none"
    stroke={strong ? PALETTE.alliance : COMPARED.faint}
    strokeWidth={pixel(width)}
    d={bars
      .filter((bar) => bar.strong === strong && bar.top < bar.bottom)
      .map(({ x, top, bottom }) => `M${x} ${top}V${bottom}`)
      .join('')}
  />
);

type LeadersProps = { names: readonly { id: string; y: number }[]; bars: readonly Bar[] };

/** Thin lines from names to the bars they stand over or under. */
const Leaders = ({ names, bars }: LeadersProps) => (
  <path
    {...UNSPOKEN}
    fill="none"
    stroke={PALETTE.alliance}
    strokeWidth={0.75}
    d={names
      .map(({ id, y }) => {
        const bar = bars.find((each) => each.id === id);
        if (!bar) return '';
        return y < bar.top
          ? `M${bar.x} ${bar.top}V${pixel(y + 3)}`
          : `M${bar.x} ${bar.bottom}V${pixel(y - 11)}`;
      })
      .join('')}
  />
);

function orderName({ illustrative, query }: Spread, metric: Metric): string {
  if (illustrative) return 'In the order of their names';
  const level = { ccg: 'CCGs', alliance: 'Alliances', region: 'regions' }[query.level];
  return `Place among ${level}, 1 the ${metric.polarity === 'lower' ? 'lowest' : 'highest'}`;
}
