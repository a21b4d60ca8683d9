import { atTarget } from '../../../data/classes.ts';
import type { Snapshot } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { type ColourBy, faded, type Painting, SURENESS } from '../../../data/painting.ts';
import { PALETTE } from '../../../data/palette.ts';
import { atOrBeyond } from '../../../data/text/figure.ts';
import { formatRound, formatValue } from '../../../data/text/format.ts';
import { COLOUR_WORDS, COMPARISON_RULE } from '../../../data/text/snapshot.ts';

type LegendSpec = {
  title: string;
  note: string;
  areas: string;
  target: boolean;
};

/** The map's five classes with the number of areas in each, and what hatching stands for. */
export function MapLegend({ painted, spec }: { painted: Painting; spec: LegendSpec }) {
  return (
    <figure className="legend" aria-label={`Legend: ${spec.title}`}>
      <svg width="0" height="0" className="patterns" aria-hidden="true">
        <LegendPatterns />
      </svg>
      <figcaption>
        {spec.title}, by {COLOUR_WORDS[painted.by]}{' '}
        <span className="quiet">(number of {spec.areas} in each class)</span>
      </figcaption>
      <ul>
        {painted.classes.map(({ label, colour, count }, index) => (
          <li key={label} className={spec.target && index === 3 ? 'from-target' : undefined}>
            {painted.fades ? <Steps colour={colour} /> : <Swatch fill={colour} />}
            <span>
              {label} <b>{count}</b>
            </span>
          </li>
        ))}
        {painted.gaps.count > 0 && (
          <li>
            <Swatch fill="url(#legend-hatch)" />
            <span>
              {painted.gaps.label} <b>{painted.gaps.count}</b>
            </span>
          </li>
        )}
      </ul>
      {painted.fades && <p>{FADE_NOTE}</p>}
      {spec.note && <p>{spec.note}</p>}
    </figure>
  );
}

const Swatch = ({ fill }: { fill: string }) => (
  <svg width="100%" height="16" aria-hidden="true">
    <rect width="100%" height="16" fill={fill} stroke={PALETTE.secondary} />
  </svg>
);

/** A colour at each step of unsureness, the surest first. */
const Steps = ({ colour }: { colour: string }) => (
  <svg width="100%" height={16 * SURENESS.length} aria-hidden="true">
    {STEPS.map((step) => (
      <rect
        key={step}
        y={16 * step}
        width="100%"
        height="16"
        fill={faded(colour, step)}
        stroke={PALETTE.secondary}
      />
    ))}
  </svg>
);

export const STEPS = [0, 1, 2] as const;

/** What fading means. */
export const FADE_NOTE = `The fuller the colour, the surer the class: first where the 95% interval lies ${SURENESS.join(', then ')}, or where there is none.`;

/** Hatching for a gap, in a legend's size. */
export const LegendPatterns = () => (
  <defs>
    <pattern
      id="legend-hatch"
      width={6}
      height={6}
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect width={6} height={6} fill={PALETTE.paper} />
      <rect width={2} height={6} fill={PALETTE.hatch} />
    </pattern>
  </defs>
);

/** What the classes are set around, in words. */
export function middleNote(metric: Metric, { benchmark, target, areas }: Snapshot, by: ColourBy): string {
  const england = benchmark?.value == null ? '' : `England: ${formatValue(metric, benchmark.value)}.`;
  if (by === 'england' && metric.classes.around !== 'england') {
    const isTested = areas.some(({ comparison }) => comparison !== 'not-compared');
    const unlike = areas.find(({ comparisonReason }) => comparisonReason !== null)?.comparisonReason;
    return `${england} ${isTested ? COMPARISON_RULE : (unlike ?? '')}`.trim();
  }
  if (target?.value == null) return england;
  const aim = `Target ${formatRound(metric, target.value)}`;
  if (by === 'value') return `${aim}. ${england}`;
  return atTarget(metric, target.value)
    ? `${aim}, at the dotted line: areas in blue are ${atOrBeyond(metric)} it. ${england}`
    : `${aim}. ${england}`;
}
