import type { ReactNode } from 'react';
import { faded, type Painting } from '../../../data/painting.ts';
import { PALETTE } from '../../../data/palette.ts';
import { roughLines } from '../../../data/text/measure.ts';
import { COLOUR_WORDS } from '../../../data/text/snapshot.ts';
import { REFERENCE } from '../kit/Axes.tsx';
import { DRAWN_WIDTH } from '../kit/chart.ts';
import { LegendPatterns, STEPS } from './MapLegend.tsx';

type Props = {
  painted: Painting;
  /** Whether the middle class ends at the target: a dotted line says where. */
  aim: boolean;
  spec: { box: readonly [width: number, height: number] };
  /** What the numbers on the map stand for, from 1. */
  names?: readonly string[];
  /** The most pixels that the map itself has, where that is not the usual; the legend then has what a small one needs. */
  room?: { wide: number; high: number };
  children: ReactNode;
};

const MAP = 640;
const GAP = 32;
const SMALL_LEGEND = 210;
const ROW = 30;
const SMALL = 13;
const LINE = 18;

/** A map with its legend at its right: the classes with the number of areas in each, and what hatching stands for. */
export function MapSheet({ painted, aim, spec, names = [], room, children }: Props) {
  const [wide, high] = spec.box;
  const map = room ? Math.min(room.wide, (room.high * wide) / high) : MAP;
  const left = map + GAP;
  const right = room ? left + SMALL_LEGEND : DRAWN_WIDTH;
  const tall = Math.round((map * high) / wide);
  const entries = [
    ...painted.classes.map(({ label, colour, count }) => ({ label, count, fill: colour })).reverse(),
    ...(painted.gaps.count > 0 ? [{ ...painted.gaps, fill: 'url(#map-hatch)' }] : []),
  ];
  const key = names.map((name, index) => roughLines(`${index + 1}  ${name}`, right - left, SMALL));
  const listed = key.flat().length * LINE;
  const top = names.length === 0 ? tall / 2 : 40;
  const below = top + ROW * entries.length + 20;
  const height = names.length === 0 ? tall : Math.max(tall, below + listed + 30);
  return (
    <svg role="presentation" width={right} height={height} viewBox={`0 0 ${right} ${height}`}>
      <svg role="presentation" x={0} y={0} width={map} height={tall} viewBox={`0 0 ${wide} ${high}`}>
        {/* Not every program clips what stands out of a drawing within a drawing. */}
        <clipPath id="map-window">
          <rect width={wide} height={high} />
        </clipPath>
        <g clipPath="url(#map-window)">{children}</g>
      </svg>
      <LegendPatterns />
      <g fontSize={15} fill={PALETTE.ink}>
        <text x={left} y={top - 26} fontWeight={700}>
          Areas by {COLOUR_WORDS[painted.by]}
        </text>
        {aim && <path d={`M${left - 8} ${top + 2 * ROW - 19}H${right}`} {...REFERENCE.target} />}
        {entries.map(({ label, count, fill }, index) => {
          const y = top + ROW * index;
          return (
            <g key={label}>
              {(painted.fades && fill.startsWith('#') ? STEPS : ([0] as const)).map(
                (step, at, { length }) => (
                  <rect
                    key={step}
                    x={left + (at * 34) / length}
                    y={y - 14}
                    width={34 / length}
                    height={20}
                    fill={fill.startsWith('#') ? faded(fill, step) : 'url(#legend-hatch)'}
                    stroke={PALETTE.secondary}
                  />
                ),
              )}
              <text x={left + 44} y={y + 1}>
                {label}
              </text>
              <text x={right - 4} y={y + 1} textAnchor="end" fontWeight={700}>
                {count}
              </text>
            </g>
          );
        })}
      </g>
      {names.length > 0 && (
        <g fontSize={SMALL} fill={PALETTE.ink}>
          <text x={left} y={below} fontSize={15} fontWeight={700}>
            Numbers on the map
          </text>
          {key.flat().map((line, index) => (
            <text key={line} x={left} y={below + 4 + LINE * (index + 1)}>
              {line}
            </text>
          ))}
        </g>
      )}
    </svg>
  );
}
