import { scaleLinear } from 'd3-scale';
import type { FunnelLimits, Spread, SpreadArea, Zone } from '../../../../data/contract/index.ts';
import { type Metric, metric as metricOf } from '../../../../data/metrics/index.ts';
import { COMPARED, DIVERGING, PALETTE } from '../../../../data/palette.ts';
import { isShare } from '../../../../data/text/format.ts';
import { LIMIT_WORDS, sideOf, ZONES_DOWN, zoneCount } from '../../../../data/text/funnel.ts';
import { arialWidth } from '../../../../data/text/measure.ts';
import { funnelReferences, type Reference } from '../../../../data/text/references.ts';
import { funnelTitle } from '../../../../data/text/spread.ts';
import { areasNoun, briefName } from '../../../../data/text/words.ts';
import type { Box, NumberAxis, Point, PointSeries, PointsBlock } from '../deck.ts';

/** The size of the chart's text in points. */
const SIZE = 10;
/** Steps that an axis is divided in, more or less. */
const STEPS = 6;

/**
 * Areas by their number of people and their value, a series for each zone, with the limits that chance alone would keep
 * 95% and 99.8% of them in; a report's own areas are large and named. Null where there is no funnel.
 */
export function funnelChart(spread: Spread, own: ReadonlySet<string>, box: Box): PointsBlock | null {
  const { funnel, query, against } = spread;
  if (!funnel) return null;
  const metric = metricOf(query.metric);
  const dots = dotsOf(spread);
  const axes = axesOf(spread, metric, dots);
  const plot = plotIn(box);
  const lines = funnelReferences(spread);
  const strong = strongOf(own, { dots, lines, axes, plot });
  const zones = ZONES_DOWN.flatMap((zone): PointSeries[] => {
    const inZone = dots.filter(({ area }) => area.zone === zone);
    const name = zoneCount(zone, metric.polarity, against, inZone.length);
    const points = inZone.map((dot) => ({
      name: briefName(dot.area.name),
      x: dot.x,
      y: dot.y,
      strong: strong.get(dot),
    }));
    return points.length > 0 ? [{ name, points, mark: markOf(zone, metric) }] : [];
  });
  return {
    kind: 'points',
    name: 'Funnel',
    alt: `Funnel plot of ${metric.label} by ${areasNoun(query.level, 1)}. ${funnelTitle(spread)}`,
    box,
    series: [
      ...(funnel.tau2 > 0
        ? limitLines(funnel.adjusted, `Faint: ${LIMIT_WORDS.widened.toLowerCase()}`, true)
        : []),
      ...limitLines(funnel.limits, LIMIT_WORDS.plain, false),
      ...lines.map((line) => referenceLine(line, axes.across)),
      ...zones,
    ],
    nameTitle: areasNoun(query.level, 1),
    plot,
    ...axes,
    size: SIZE,
  };
}

type Axes = { across: NumberAxis; upright: NumberAxis };

/** An area that has both a value and a number of people. */
type Dot = { area: SpreadArea; x: number; y: number };

const dotsOf = ({ areas }: Spread): Dot[] =>
  areas.flatMap((area) =>
    area.value !== null && area.denominator !== null && area.denominator > 0
      ? [{ area, x: area.denominator, y: area.value }]
      : [],
  );

const LIMITS = [
  ['upper998', 'solid', '99.8%'],
  ['upper95', 'dash', '95%'],
  ['lower95', 'dash', '95%'],
  ['lower998', 'solid', '99.8%'],
] as const;

/** The four limits, upper and lower of one width under one name of the legend; faint ones all under one. */
function limitLines(limits: readonly FunnelLimits[], name: string, faint: boolean): PointSeries[] {
  return LIMITS.map(([key, dash, width], index) => ({
    name: faint ? name : `${name}: ${width}`,
    points: limits.map((each) => ({
      name: `${key.startsWith('upper') ? 'Upper' : 'Lower'} ${width} limit`,
      x: each.denominator,
      y: each[key],
    })),
    line: { colour: faint ? COMPARED.ghost : COMPARED.faint, width: 1.25, dash },
    unlisted: faint ? index > 0 : key.startsWith('lower'),
  }));
}

const REFERENCES = {
  england: { colour: PALETTE.england, width: 2.25 },
  target: { colour: PALETTE.target, width: 2, dash: 'sysDot' },
} as const;

/** The funnel's centre or the target, across the whole plot. */
const referenceLine = ({ kind, value, text }: Reference, { least, most }: NumberAxis): PointSeries => ({
  name: text,
  points: [least, most].map((x) => ({ name: text, x, y: value })),
  line: REFERENCES[kind],
});

/** The pale shades of better and worse, for what lies between the two limits. */
const PALE = { better: DIVERGING[3], worse: DIVERGING[1] } as const;

/**
 * Better ones as triangles, worse ones as squares, since Office has no triangle that points down; pale between the 95%
 * and the 99.8% limits.
 */
function markOf(zone: Zone, { polarity }: Metric): NonNullable<PointSeries['mark']> {
  const side = sideOf(zone, polarity);
  const line = zone === 'inside' ? COMPARED.edge : side ? COMPARED[side] : PALETTE.ink;
  const pale = zone === 'inside' ? COMPARED.faint : side ? PALE[side] : COMPARED.ghost;
  const shape =
    zone === 'inside' ? 'circle' : side === null ? 'diamond' : side === 'better' ? 'triangle' : 'square';
  return {
    shape,
    size: shape === 'triangle' ? 8 : 6,
    fill: zone.endsWith('998') ? line : pale,
    line,
    lineWidth: 1,
  };
}

/** Both axes with round ends: from no people to the end of the limits, and around the values and lines, limits but where they flare for the smallest areas. */
function axesOf(spread: Spread, metric: Metric, dots: readonly Dot[]): Axes {
  const sizes = dots.map(({ x }) => x).sort((one, other) => one - other);
  const quarter = sizes[Math.floor(sizes.length / 4)] ?? 0;
  const limits = spread.funnel?.limits ?? [];
  const values = [
    ...dots.map(({ y }) => y),
    ...funnelReferences(spread).map(({ value }) => value),
    ...limits
      .filter(({ denominator }) => denominator >= quarter)
      .flatMap((each) => [each.lower998, each.upper998]),
  ];
  const ends = (low: number, high: number) => {
    const [least = low, most = high] = scaleLinear([low, high], [0, 1]).nice(STEPS).domain();
    return { least, most };
  };
  const { least, most } = ends(Math.min(...values), Math.max(...values));
  const people = metric.kind === 'proportion' ? metric.outOf : 'people';
  return {
    across: {
      title: `Number of ${people}`,
      format: '#,##0',
      ...ends(0, limits.at(-1)?.denominator ?? sizes.at(-1) ?? 1),
    },
    upright: {
      title: `${metric.label} (${metric.unit})`,
      format: isShare(metric) ? '0%' : '0',
      least: Math.max(0, least),
      most: isShare(metric) ? Math.min(1, most) : most,
    },
  };
}

/** Inches around the plot that the axes and the legend take, and those that a mark takes of it. */
const AROUND = { left: 0.75, right: 0.25, top: 0.1, bottom: 1.75 };
const MARK = 0.12;

const plotIn = ({ w, h }: Box): Box => ({
  x: AROUND.left,
  y: AROUND.top,
  w: w - AROUND.left - AROUND.right,
  h: h - AROUND.top - AROUND.bottom,
});

/** The areas that a report is about, each with the side on which its name has room, if any has. */
function strongOf(
  own: ReadonlySet<string>,
  {
    dots,
    lines,
    axes: { across, upright },
    plot,
  }: { dots: readonly Dot[]; lines: readonly Reference[]; axes: Axes; plot: Box },
): ReadonlyMap<Dot, Point['strong']> {
  const place = ({ x, y }: { x: number; y: number }) => ({
    x: plot.x + ((x - across.least) / (across.most - across.least)) * plot.w,
    y: plot.y + ((upright.most - y) / (upright.most - upright.least)) * plot.h,
  });
  // What a name had better not lie over: marks, and the lines across.
  const marks = [
    ...dots.map((dot) => centred(place(dot), MARK)),
    ...lines.map(({ value }) => ({ ...plot, y: place({ x: across.least, y: value }).y - 0.02, h: 0.04 })),
  ];
  const taken: Box[] = [];
  return new Map(
    dots
      .filter(({ area }) => own.has(area.area))
      .map((dot) => {
        const name = briefName(dot.area.name);
        const [best] = SIDES.map((side) => ({ side, label: labelBox(place(dot), name, side) }))
          .filter(({ label }) => within(label, plot) && !taken.some((other) => touch(label, other)))
          .map((each) => ({ ...each, over: marks.filter((mark) => touch(each.label, mark)).length }))
          .sort((one, other) => one.over - other.over);
        if (best) taken.push(best.label);
        return [dot, { colour: PALETTE.alliance, side: best?.side }];
      }),
  );
}

const SIDES = ['r', 'l', 't', 'b'] as const;

const centred = ({ x, y }: { x: number; y: number }, size: number): Box => ({
  x: x - size / 2,
  y: y - size / 2,
  w: size,
  h: size,
});

/** Where a name beside a point stands, in inches. */
function labelBox({ x, y }: { x: number; y: number }, name: string, side: (typeof SIDES)[number]): Box {
  const [w, h] = [arialWidth(name, SIZE, true) / 72, (SIZE * 1.3) / 72];
  switch (side) {
    case 'r':
      return { x: x + MARK, y: y - h / 2, w, h };
    case 'l':
      return { x: x - MARK - w, y: y - h / 2, w, h };
    case 't':
      return { x: x - w / 2, y: y - MARK - h, w, h };
    case 'b':
      return { x: x - w / 2, y: y + MARK, w, h };
  }
}

const within = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.w <= outer.x + outer.w &&
  inner.y + inner.h <= outer.y + outer.h;

const touch = (one: Box, other: Box): boolean =>
  one.x < other.x + other.w &&
  other.x < one.x + one.w &&
  one.y < other.y + other.h &&
  other.y < one.y + one.h;
