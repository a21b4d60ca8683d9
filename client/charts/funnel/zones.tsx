import type { Spread, SpreadArea, Zone } from '../../../data/contract/spread.ts';
import type { Metric, Polarity } from '../../../data/metrics/index.ts';
import { COMPARED, PALETTE } from '../../../data/palette.ts';
import { LIMIT_WORDS, sideOf, ZONES_DOWN, zoneCount, zonePhrase } from '../../../data/text/funnel.ts';
import type { LegendEntry } from '../kit/Legend.tsx';
import { type ShapeName, shapePath } from '../kit/marks.tsx';
import { areasOf, figureOf } from '../kit/words.ts';
import type { FunnelDot, FunnelSpec } from './FunnelChart.tsx';
import { LIMIT_STROKES } from './FunnelLines.tsx';

type ZoneMark = { shape: ShapeName; size: number; fill: string; stroke: string };

/** How a point of a zone is drawn: filled beyond the 99.8% limits, open between these and the 95% limits. */
export function zoneMark(zone: Zone | null, polarity: Polarity): ZoneMark {
  if (zone === null || zone === 'inside')
    return {
      shape: 'circle',
      size: 3.5,
      fill: zone ? COMPARED.similar : PALETTE.paper,
      stroke: COMPARED.edge,
    };
  const side = sideOf(zone, polarity);
  const colour = side ? COMPARED[side] : PALETTE.ink;
  const shape = side === null ? 'diamond' : side === 'better' ? 'up' : 'down';
  const filled = zone.endsWith('998');
  return { shape, size: filled ? 5.5 : 5, fill: filled ? colour : PALETTE.paper, stroke: colour };
}

/** The zone of an area by the limits as they are, or by those widened for over-dispersion. */
export const zoneOf = (area: SpreadArea, adjusted: boolean) => (adjusted ? area.adjustedZone : area.zone);

/** What a point is called: `NHS Bury CCG: 84.1% (1,234 of 1,467 people treated), inside the limits`. */
export function pointLabel(metric: Metric, area: SpreadArea, adjusted: boolean, against = 'England'): string {
  const zone = zoneOf(area, adjusted);
  const phrase = zone && zonePhrase(zone, metric.polarity, against);
  const shown = adjusted && phrase ? phrase.replace('the ', 'the widened ') : phrase;
  return [`${area.name}: ${figureOf(metric, area)}`, shown].filter(Boolean).join(', ');
}

/** How many areas lie in a zone, as drawn. */
const countIn = (areas: readonly SpreadArea[], zone: Zone, adjusted: boolean) =>
  areas.filter((area) => zoneOf(area, adjusted) === zone).length;

/** A funnel's legend: the marks with how many areas have each, then the two sets of limits. */
export function funnelLegend(spread: Spread, dots: readonly FunnelDot[], spec: FunnelSpec): LegendEntry[] {
  const { metric, adjusted, against } = spec;
  const areas = dots.map(({ area }) => area);
  const mark = (zone: (typeof ZONES_DOWN)[number] | null) => {
    const { shape, size, fill, stroke } = zoneMark(zone, metric.polarity);
    return <path d={shapePath(shape, 0, 0, size)} fill={fill} stroke={stroke} strokeWidth={1.25} />;
  };
  const entries = spread.funnel
    ? ZONES_DOWN.map((zone) => ({
        text: zoneCount(zone, metric.polarity, against, countIn(areas, zone, adjusted)),
        swatch: mark(zone),
      }))
    : [{ text: `${areasOf(spread.query.level, dots.length)}, without limits`, swatch: mark(null) }];
  if (areas.some(({ area }) => spec.picked.has(area)))
    entries.push({
      text: 'Ringed: in the Alliance shown',
      swatch: <circle r={7} fill="none" stroke={PALETTE.alliance} strokeWidth={2} />,
    });
  if (!spread.funnel) return entries;
  const { plain, widened } = LIMIT_WORDS;
  return [
    ...entries,
    {
      text: `${adjusted ? widened : plain}: 99.8% solid, 95% dashed`,
      swatch: <Lines stroke={COMPARED.faint} />,
    },
    {
      text: `Faint: ${(adjusted ? plain : widened).toLowerCase()}`,
      swatch: <Lines stroke={COMPARED.ghost} />,
    },
  ];
}

const Lines = ({ stroke }: { stroke: string }) => (
  <g stroke={stroke} fill="none">
    <path d="M-14 -3H14" {...LIMIT_STROKES[998]} />
    <path d="M-14 3H14" {...LIMIT_STROKES[95]} />
  </g>
);
