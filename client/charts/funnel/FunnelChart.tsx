import { useMemo } from 'react';
import type { FunnelLimits, Spread, SpreadArea } from '../../../data/contract/spread.ts';
import { formatCount, formatValue } from '../../../data/text/format.ts';
import { referencesOf } from '../../../data/text/references.ts';
import { briefName } from '../../../data/text/words.ts';
import { BaseLine, UprightValues } from '../kit/Axes.tsx';
import { ChartFrame, titleHeight, WordsOnly } from '../kit/ChartFrame.tsx';
import { ChartLegend, type LegendEntry, legendHeight } from '../kit/Legend.tsx';
import { placeNames } from '../kit/labels.ts';
import {
  type DrawnPoint,
  MarkedPoints,
  NAME_SIZE,
  PointNames,
  Points,
  Rings,
  ringBox,
  tagBox,
} from '../kit/marks.tsx';
import { type Choosing, type PickSpec, usePointing } from '../kit/pointing.ts';
import { type Frame, type Scale, scaleOf, spacedTicks, valueAxis } from '../kit/scales.ts';
import { peopleOf } from '../kit/words.ts';
import { FunnelEnds, FunnelLines, NARROW } from './FunnelLines.tsx';
import { funnelLegend, pointLabel, zoneMark, zoneOf } from './zones.tsx';

/** `adjusted`: by limits widened for over-dispersion. */
export type FunnelSpec = PickSpec & { adjusted: boolean };

type Props = { spread: Spread; spec: FunnelSpec } & Choosing;

/**
 * Areas by their number of people and their value, with the limits that chance alone would keep 95% and 99.8% of them
 * in. Arrow keys move between points, Enter chooses; `onSelect` is called with an area, or with none.
 */
export function FunnelChart({ spread, spec, onSelect }: Props) {
  const drawing = useMemo(() => drawingOf(spread, spec), [spread, spec]);
  const { layout, legend, points, strong, names } = drawing;
  const { svg, stop, pointed, isHere, handlers } = usePointing(points, spec.selected, { onSelect });
  const { width, title, metric, selected } = spec;
  if (points.length === 0)
    return (
      <WordsOnly width={width} title={title} words={spread.funnelReason ?? 'There are no figures to show.'} />
    );

  const { frame, x, y, height, legendTop } = layout;
  const find = (id: string) => points.find((point) => point.id === id);
  return (
    <ChartFrame ref={svg} {...handlers} width={width} height={height} title={title}>
      <UprightValues scale={y} frame={frame} metric={metric} />
      <BaseLine
        frame={frame}
        name={`Number of ${peopleOf(metric)}`}
        ticks={x.ticks.map((tick) => ({ at: x.at(tick), text: formatCount(tick) }))}
      />
      <FunnelLines spread={spread} spec={spec} layout={layout} />
      <Points points={points} stop={stop} selected={selected} />
      <Rings points={strong} />
      <PointNames names={names} />
      <FunnelEnds spread={spread} spec={spec} layout={layout} />
      <MarkedPoints selected={find(selected)} pointed={find(pointed)} named={!isHere} frame={frame} />
      <ChartLegend entries={legend} width={width} top={legendTop} />
    </ChartFrame>
  );
}

/** All that does not change while points are pointed at. */
function drawingOf(spread: Spread, spec: FunnelSpec) {
  const dots = funnelDots(spread.areas);
  const legend = funnelLegend(spread, dots, spec);
  const layout = funnelLayout(spread, spec, dots, legend);
  const points = dots.map((dot) => drawn(dot, layout, spread, spec));
  const strong = points.filter((point) => point.strong);
  const selected = points.find(({ id }) => id === spec.selected);
  const names = placeNames(
    strong.filter((point) => point !== selected).map((point) => ({ ...point, text: point.brief, away: 9 })),
    layout.frame,
    NAME_SIZE,
    selected && [tagBox(selected, layout.frame), ringBox(selected)],
  );
  return { layout, legend, points, strong, names };
}

function drawn(
  { area, people, value }: FunnelDot,
  { x, y }: FunnelLayout,
  spread: Spread,
  spec: FunnelSpec,
): DrawnPoint {
  const strong = spec.picked.has(area.area);
  const brief = briefName(area.name);
  return {
    ...zoneMark(spread.funnel && zoneOf(area, spec.adjusted), spec.metric.polarity),
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

/** An area that has both a value and a number of people. */
export type FunnelDot = { area: SpreadArea; people: number; value: number };

/** The areas that a funnel can show, by growing number of people. */
function funnelDots(areas: readonly SpreadArea[]): FunnelDot[] {
  return areas
    .flatMap((area) =>
      area.value !== null && area.denominator !== null && area.denominator > 0
        ? [{ area, people: area.denominator, value: area.value }]
        : [],
    )
    .sort((one, other) => one.people - other.people || one.value - other.value);
}

const AXIS = 50;
const FOOT = 46;

/** How high the plot is at least: a little over a third of its width. */
const leastPlot = (width: number) => Math.min(380, Math.max(240, 0.34 * width));

export type FunnelLayout = { frame: Frame; x: Scale; y: Scale; height: number; legendTop: number };

/** Where a funnel's parts stand; the drawing is higher than asked where its legend would leave too little room. */
function funnelLayout(
  spread: Spread,
  spec: FunnelSpec,
  dots: readonly FunnelDot[],
  legend: readonly LegendEntry[],
) {
  const top = titleHeight(spec.title, spec.width) + 28;
  const foot = FOOT + legendHeight(legend, spec.width) + 4;
  const height = Math.max(spec.height, Math.round(top + leastPlot(spec.width) + foot));
  const right = spec.width - (spec.width < NARROW ? 76 : 150);
  const frame: Frame = { left: AXIS, right, top, bottom: height - foot };
  const limits = spread.funnel?.[spec.adjusted ? 'adjusted' : 'limits'] ?? [];
  const { low, high } = acrossEnds(dots, limits);
  const bare = scaleOf('sqrt', [low, high], [frame.left, frame.right]);
  const x = { ...bare, ticks: spacedTicks(bare, 58) };
  const { ends, ticks } = valueAxis(spec.metric, upright(spread, spec, dots, limits), 8);
  const y = scaleOf('linear', ends, [frame.bottom, frame.top], ticks);
  return { frame, x, y, height, legendTop: frame.bottom + FOOT } satisfies FunnelLayout;
}

/** From a round number under the smallest area, or from no people where that is small, to just past the largest. */
function acrossEnds(dots: readonly FunnelDot[], limits: readonly FunnelLimits[]) {
  const high = Math.max(1, 1.05 * (dots.at(-1)?.people ?? 0), limits.at(-1)?.denominator ?? 0);
  const room = 0.8 * (dots[0]?.people ?? 0);
  const power = 10 ** Math.floor(Math.log10(Math.max(1, room)));
  const below = [5, 2, 1].map((each) => each * power).find((each) => each <= room);
  return { low: room < 10 ? 0 : (below ?? 0), high };
}

/** What the upright axis must hold: the values, the lines, and the limits but where they flare for the smallest areas. */
function upright(
  spread: Spread,
  { metric }: FunnelSpec,
  dots: readonly FunnelDot[],
  limits: readonly FunnelLimits[],
) {
  const quarter = dots[Math.floor(dots.length / 4)]?.people ?? 0;
  return [
    ...dots.map(({ value }) => value),
    ...referencesOf(metric, spread).map(({ value }) => value),
    spread.funnel?.centre,
    ...limits
      .filter(({ denominator }) => denominator >= quarter)
      .flatMap((each) => [each.lower998, each.upper998]),
  ];
}
