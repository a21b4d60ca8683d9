import type { Spread } from '../../../data/contract/spread.ts';
import { COMPARED, PALETTE } from '../../../data/palette.ts';
import type { LegendEntry } from '../kit/ChartLegend.tsx';
import type { FunnelSpec } from '../kit/chartSpec.ts';
import { areasOf } from '../kit/chartWords.ts';
import { shapePath } from '../kit/shapes.ts';
import { LIMIT_STROKES } from './FunnelLines.tsx';
import type { FunnelDot } from './plane.ts';
import { countIn, ZONES_DOWN, zoneMark, zoneWords } from './zones.ts';

const capital = (text: string) => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;

/** A funnel's legend: the marks with how many areas have each, then the two sets of limits. */
export function funnelLegend(spread: Spread, dots: readonly FunnelDot[], spec: FunnelSpec): LegendEntry[] {
  const { metric, adjusted, against } = spec;
  const areas = dots.map(({ area }) => area);
  const mark = (zone: (typeof ZONES_DOWN)[number] | null) => {
    const { shape, size, fill, stroke } = zoneMark(zone, metric.polarity, spread.illustrative);
    return <path d={shapePath(shape, 0, 0, size)} fill={fill} stroke={stroke} strokeWidth={1.25} />;
  };
  const entries = spread.funnel
    ? ZONES_DOWN.map((zone) => ({
        text: `${capital(zoneWords(zone, metric.polarity, against)).replace('95% limit', '95% limit only')}: ${countIn(areas, zone, adjusted)}`,
        swatch: mark(zone),
      }))
    : [{ text: `${areasOf(spread.query.level, dots.length)}, without limits`, swatch: mark(null) }];
  if (areas.some(({ area }) => spec.picked.has(area)))
    entries.push({
      text: 'Ringed: in the Alliance shown',
      swatch: <circle r={7} fill="none" stroke={PALETTE.alliance} strokeWidth={2} />,
    });
  if (!spread.funnel) return entries;
  const [shown, other] = ['Limits of chance alone', 'Limits widened for differences beyond chance'];
  return [
    ...entries,
    {
      text: `${adjusted ? other : shown}: 99.8% solid, 95% dashed`,
      swatch: <Lines stroke={COMPARED.faint} />,
    },
    { text: `Faint: ${(adjusted ? shown : other).toLowerCase()}`, swatch: <Lines stroke={COMPARED.ghost} /> },
  ];
}

const Lines = ({ stroke }: { stroke: string }) => (
  <g stroke={stroke} fill="none">
    <path d="M-14 -3H14" {...LIMIT_STROKES[998]} />
    <path d="M-14 3H14" {...LIMIT_STROKES[95]} />
  </g>
);
