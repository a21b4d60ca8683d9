import type { FunnelLimits, Spread, SpreadArea } from '../../../data/contract/spread.ts';
import { titleHeight } from '../kit/ChartFrame.tsx';
import { flow } from '../kit/ChartLegend.tsx';
import type { FunnelSpec } from '../kit/chartSpec.ts';
import { referencesOf } from '../kit/chartWords.ts';
import { type Frame, type Scale, scaleOf, spacedTicks, valueAxis } from '../kit/plane.ts';

/** An area that has both a value and a number of people. */
export type FunnelDot = { area: SpreadArea; people: number; value: number };

/** The areas that a funnel can show, by growing number of people. */
export function funnelDots(areas: readonly SpreadArea[]): FunnelDot[] {
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
/** Under this width, in pixels, the names at the ends of lines are short. */
export const NARROW = 520;

/** How high the plot is at least: a little over a third of its width. */
const leastPlot = (width: number) => Math.min(380, Math.max(240, 0.34 * width));

export type FunnelPlane = { frame: Frame; x: Scale; y: Scale; height: number; legendTop: number };

/** Where a funnel's parts stand; the drawing is higher than asked where its legend would leave too little room. */
export function funnelPlane(
  spread: Spread,
  spec: FunnelSpec,
  dots: readonly FunnelDot[],
  legend: readonly string[],
) {
  const top = titleHeight(spec.title, spec.width, spread.illustrative) + 28;
  const foot = FOOT + flow(legend, spec.width).height + 4;
  const height = Math.max(spec.height, Math.round(top + leastPlot(spec.width) + foot));
  const right = spec.width - (spec.width < NARROW ? 76 : 150);
  const frame: Frame = { left: AXIS, right, top, bottom: height - foot };
  const limits = spread.funnel?.[spec.adjusted ? 'adjusted' : 'limits'] ?? [];
  const { low, high } = acrossEnds(dots, limits);
  const bare = scaleOf('sqrt', [low, high], [frame.left, frame.right]);
  const x = { ...bare, ticks: spacedTicks(bare, 58) };
  const { ends, ticks } = valueAxis(spec.metric, upright(spread, spec, dots, limits), 8);
  const y = scaleOf('linear', ends, [frame.bottom, frame.top], ticks);
  return { frame, x, y, height, legendTop: frame.bottom + FOOT } satisfies FunnelPlane;
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
