import { useMemo } from 'react';
import type { Spread } from '../../../data/contract/spread.ts';
import { formatCount, formatValue } from '../../../data/text/format.ts';
import { BaseLine, UprightValues } from '../kit/Axes.tsx';
import { ChartFrame, WordsOnly } from '../kit/ChartFrame.tsx';
import { ChartLegend } from '../kit/ChartLegend.tsx';
import type { Choosing, FunnelSpec } from '../kit/chartSpec.ts';
import { placeNames } from '../kit/chartText.ts';
import { peopleOf, shortName } from '../kit/chartWords.ts';
import {
  type DrawnPoint,
  MarkedPoints,
  NAME_SIZE,
  PointNames,
  Points,
  Rings,
  ringBox,
  tagBox,
} from '../kit/PointMarks.tsx';
import { usePointing } from '../kit/usePointing.ts';
import { funnelLegend } from './FunnelLegend.tsx';
import { FunnelEnds, FunnelLines } from './FunnelLines.tsx';
import { type FunnelDot, type FunnelPlane, funnelDots, funnelPlane } from './plane.ts';
import { pointLabel, zoneMark, zoneOf } from './zones.ts';

type Props = { spread: Spread; spec: FunnelSpec } & Choosing;

/**
 * Areas by their number of people and their value, with the limits that chance alone would keep 95% and 99.8% of them
 * in. Arrow keys move between points, Enter chooses; `onPoint` and `onSelect` are told an area, or empty for none.
 */
export function FunnelChart({ spread, spec, onSelect, onPoint }: Props) {
  const drawing = useMemo(() => drawingOf(spread, spec), [spread, spec]);
  const { plane, legend, points, strong, names } = drawing;
  const { svg, stop, pointed, handlers } = usePointing(points, spec.selected, { onSelect, onPoint });
  const { width, title, metric, selected } = spec;
  if (points.length === 0)
    return (
      <WordsOnly width={width} title={title} words={spread.funnelReason ?? 'There are no figures to show.'} />
    );

  const { frame, x, y, height, legendTop } = plane;
  const find = (id: string) => points.find((point) => point.id === id);
  return (
    <ChartFrame
      ref={svg}
      {...handlers}
      width={width}
      height={height}
      title={title}
      illustrative={spread.illustrative}
    >
      <UprightValues scale={y} frame={frame} metric={metric} />
      <BaseLine
        frame={frame}
        name={`Number of ${peopleOf(metric)}`}
        ticks={x.ticks.map((tick) => ({ at: x.at(tick), text: formatCount(tick) }))}
      />
      <FunnelLines spread={spread} spec={spec} plane={plane} />
      <Points points={points} stop={stop} selected={selected} />
      <Rings points={strong} />
      <PointNames names={names} />
      <FunnelEnds spread={spread} spec={spec} plane={plane} />
      <MarkedPoints selected={find(selected)} pointed={find(pointed)} frame={frame} />
      <ChartLegend entries={legend} width={width} top={legendTop} />
    </ChartFrame>
  );
}

/** All that does not change while points are pointed at. */
function drawingOf(spread: Spread, spec: FunnelSpec) {
  const dots = funnelDots(spread.areas);
  const legend = funnelLegend(spread, dots, spec);
  const plane = funnelPlane(
    spread,
    spec,
    dots,
    legend.map(({ text }) => text),
  );
  const points = dots.map((dot) => drawn(dot, plane, spread, spec));
  const strong = points.filter((point) => point.strong);
  const selected = points.find(({ id }) => id === spec.selected);
  const names = placeNames(
    strong.filter((point) => point !== selected).map((point) => ({ ...point, text: point.brief, away: 9 })),
    plane.frame,
    NAME_SIZE,
    selected && [tagBox(selected, plane.frame), ringBox(selected)],
  );
  return { plane, legend, points, strong, names };
}

function drawn(
  { area, people, value }: FunnelDot,
  { x, y }: FunnelPlane,
  spread: Spread,
  spec: FunnelSpec,
): DrawnPoint {
  const strong = spec.picked.has(area.area);
  const brief = shortName(area.name);
  return {
    ...zoneMark(spread.funnel && zoneOf(area, spec.adjusted), spec.metric.polarity, spread.illustrative),
    id: area.area,
    x: x.at(people),
    y: y.at(value),
    label: pointLabel(spec.metric, area, spec.adjusted, spec.against),
    brief,
    name: `${brief} ${formatValue(spec.metric, value)}`,
    strong,
    pale: spec.picked.size > 0 && !strong,
  };
}
