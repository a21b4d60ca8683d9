import type { ReactNode } from 'react';
import type { Class } from '../../../data/classes.ts';
import type { Snapshot } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { PALETTE } from '../../../data/palette.ts';
import { formatRound, formatValue } from '../../../data/text/format.ts';
import { roughLines } from '../../../data/text/measure.ts';
import { REFERENCE } from '../kit/Axes.tsx';
import { DRAWN_WIDTH } from '../kit/chart.ts';

type Props = {
  classes: readonly Class[];
  gaps: number;
  /** Whether the middle class ends at the target: a dotted line says where. */
  aim: boolean;
  spec: { box: readonly [width: number, height: number]; illustrative: boolean };
  /** What lies under the map, in its measure. */
  under?: ReactNode;
  /** What the numbers on the map stand for, from 1. */
  names?: readonly string[];
  children: ReactNode;
};

const MAP = 640;
const LEFT = MAP + 32;
const ROW = 30;
const SMALL = 13;
const LINE = 18;

/** A map with its legend at its right: the classes with the number of areas in each, and what hatching stands for. */
export function MapSheet({ classes, gaps, aim, spec, under, names = [], children }: Props) {
  const { box, illustrative } = spec;
  const [wide, high] = box;
  const tall = Math.round((MAP * high) / wide);
  const entries = [
    ...classes.map(({ label, colour, count }) => ({ label, count, fill: colour })).reverse(),
    ...(gaps > 0 ? [{ label: 'no figure', count: gaps, fill: 'url(#map-hatch)' }] : []),
  ];
  const key = names.map((name, index) => roughLines(`${index + 1}  ${name}`, DRAWN_WIDTH - LEFT, SMALL));
  const listed = key.flat().length * LINE;
  const top = names.length === 0 ? tall / 2 : 40;
  const below = top + ROW * entries.length + 20;
  const height = names.length === 0 ? tall : Math.max(tall, below + listed + 30);
  return (
    <svg role="presentation" width={DRAWN_WIDTH} height={height} viewBox={`0 0 ${DRAWN_WIDTH} ${height}`}>
      <svg role="presentation" x={0} y={0} width={MAP} height={tall} viewBox={`0 0 ${wide} ${high}`}>
        {under}
        {children}
      </svg>
      <LegendPatterns />
      <g fontSize={15} fill={PALETTE.ink}>
        <text x={LEFT} y={top - 26} fontWeight={700}>
          Areas in each class
        </text>
        {aim && <path d={`M${LEFT - 8} ${top + 2 * ROW - 19}H${DRAWN_WIDTH}`} {...REFERENCE.target} />}
        {entries.map(({ label, count, fill }, index) => {
          const y = top + ROW * index;
          return (
            <g key={label}>
              <rect
                x={LEFT}
                y={y - 14}
                width={34}
                height={20}
                fill={fill.replace('#map-hatch', '#legend-hatch')}
                stroke={PALETTE.secondary}
              />
              {illustrative && <rect x={LEFT} y={y - 14} width={34} height={20} fill="url(#legend-cross)" />}
              <text x={LEFT + 44} y={y + 1}>
                {label}
              </text>
              <text x={DRAWN_WIDTH - 4} y={y + 1} textAnchor="end" fontWeight={700}>
                {count}
              </text>
            </g>
          );
        })}
      </g>
      {names.length > 0 && (
        <g fontSize={SMALL} fill={PALETTE.ink}>
          <text x={LEFT} y={below} fontSize={15} fontWeight={700}>
            Numbers on the map
          </text>
          {key.flat().map((line, index) => (
            <text key={line} x={LEFT} y={below + 4 + LINE * (index + 1)}>
              {line}
            </text>
          ))}
        </g>
      )}
    </svg>
  );
}

type LegendSpec = {
  title: string;
  gaps: number;
  illustrative: boolean;
  note: string;
  areas: string;
  target: boolean;
};

/** The map's five classes with the number of areas in each, and what hatching stands for. */
export function MapLegend({ classes, spec }: { classes: readonly Class[]; spec: LegendSpec }) {
  return (
    <figure className="legend" aria-label={`Legend: ${spec.title}`}>
      <svg width="0" height="0" className="patterns" aria-hidden="true">
        <LegendPatterns />
      </svg>
      <figcaption>
        {spec.title} <span className="quiet">(number of {spec.areas} in each class)</span>
      </figcaption>
      <ul>
        {classes.map(({ label, colour, count }, index) => (
          <li key={label} className={spec.target && index === 3 ? 'from-target' : undefined}>
            <Swatch fill={colour} crossed={spec.illustrative} />
            <span>
              {label} <b>{count}</b>
            </span>
          </li>
        ))}
        {spec.gaps > 0 && (
          <li>
            <Swatch fill="url(#legend-hatch)" crossed={false} />
            <span>
              no figure <b>{spec.gaps}</b>
            </span>
          </li>
        )}
      </ul>
      {spec.note && <p>{spec.note}</p>}
    </figure>
  );
}

const Swatch = ({ fill, crossed }: { fill: string; crossed: boolean }) => (
  <svg width="100%" height="16" aria-hidden="true">
    <rect width="100%" height="16" fill={fill} stroke={PALETTE.secondary} />
    {crossed && <rect width="100%" height="16" fill="url(#legend-cross)" />}
  </svg>
);

/** Hatching for a gap and crossed hatching for what is illustrative, in a legend's size. */
const LegendPatterns = () => (
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
    <pattern
      id="legend-cross"
      width={9}
      height={9}
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <path d="M0 0H9M0 0V9" stroke={PALETTE.ink} strokeWidth={1.2} strokeOpacity={0.55} />
    </pattern>
  </defs>
);

/** What the classes are set around, in words. */
export function middleNote(metric: Metric, { benchmark, target, illustrative }: Snapshot): string {
  if (illustrative) return 'Crossed hatching: illustrative, not published.';
  const england = benchmark?.value == null ? '' : `England: ${formatValue(metric, benchmark.value)}.`;
  if (target?.value == null) return england;
  const aim = `Target ${formatRound(metric, target.value)}`;
  return atTarget(metric, target)
    ? `${aim}, at the dotted line: areas in blue met it. ${england}`
    : `${aim}. ${england}`;
}

/** Whether the break between the third class and the fourth is the target. */
export const atTarget = (metric: Metric, target: Snapshot['target']) =>
  metric.classes.around === 'target' && target?.value === metric.classes.breaks[2];
