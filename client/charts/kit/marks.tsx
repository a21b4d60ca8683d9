import { memo } from 'react';
import { COMPARED, PALETTE } from '../../../data/palette.ts';
import { roughWidth } from '../../../data/text/measure.ts';
import { UNSPOKEN } from './chart.ts';
import type { PlacedName } from './labels.ts';
import { type Frame, pixel } from './scales.ts';

/** A point as it is drawn and named; `strong` ones are ringed, `pale` ones stand back behind them. */
export type DrawnPoint = {
  id: string;
  x: number;
  y: number;
  label: string;
  /** Its short name, and that with its value. */
  brief: string;
  name: string;
  shape: ShapeName;
  size: number;
  fill: string;
  stroke: string;
  strong: boolean;
  pale: boolean;
};

type PointProps = { point: DrawnPoint; tabIndex: number; pressed: boolean };

const Point = memo(function Point({ point, tabIndex, pressed }: PointProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a mark of a drawing cannot be a button element
    <path
      role="button"
      data-area={point.id}
      tabIndex={tabIndex}
      aria-label={point.label}
      aria-pressed={pressed}
      d={shapePath(point.shape, point.x, point.y, point.size)}
      fill={point.fill}
      stroke={point.stroke}
      opacity={point.pale ? 0.5 : undefined}
    />
  );
});

type PointsProps = { points: readonly DrawnPoint[]; stop: string; selected: string };

/** The points of a chart, each a button with its figure as its name, only one of them a tab stop. */
export const Points = memo(function Points({ points, stop, selected }: PointsProps) {
  return (
    <g strokeWidth={1.25} strokeLinejoin="round">
      {points.map((point) => (
        <Point
          key={point.id}
          point={point}
          tabIndex={point.id === stop ? 0 : -1}
          pressed={point.id === selected}
        />
      ))}
    </g>
  );
});

/** Points once more, over the others, each in a ring. */
export const Rings = memo(function Rings({ points }: { points: readonly DrawnPoint[] }) {
  return (
    <g pointerEvents="none" {...UNSPOKEN}>
      {points.map(({ id, x, y, shape, size, fill, stroke }) => (
        <g key={id}>
          <circle cx={x} cy={y} r={8} fill="none" stroke={PALETTE.paper} strokeWidth={4} />
          <circle cx={x} cy={y} r={8} fill="none" stroke={PALETTE.alliance} strokeWidth={2} />
          <path d={shapePath(shape, x, y, size)} fill={fill} stroke={stroke} strokeWidth={1.25} />
        </g>
      ))}
    </g>
  );
});

export const NAME_SIZE = 13;

/** Names of points, over all lines. */
export const PointNames = memo(function PointNames({ names }: { names: readonly PlacedName[] }) {
  return (
    <g
      fontSize={NAME_SIZE}
      fill={PALETTE.ink}
      stroke={PALETTE.paper}
      strokeWidth={3}
      paintOrder="stroke"
      pointerEvents="none"
      {...UNSPOKEN}
    >
      {names.map(({ id, text, x, y }) => (
        <text key={id} x={x} y={y}>
          {text}
        </text>
      ))}
    </g>
  );
});

type MarkedProps = {
  selected: DrawnPoint | undefined;
  pointed: DrawnPoint | undefined;
  frame: Frame;
  /** Whether the pointed one is named: not where its figure stands beside the pointer already. */
  named: boolean;
  /** Where the chosen point's name stands, if not next to it. */
  tag?: Frame;
};

/** The chosen point and the one pointed at or focused: outlined twice, dark and yellow, with their names beside them. */
export function MarkedPoints({ selected, pointed, frame, named, tag }: MarkedProps) {
  const marks = [
    { point: selected, outer: PALETTE.ink, inner: PALETTE.focus },
    { point: pointed?.id === selected?.id ? undefined : pointed, outer: PALETTE.focus, inner: PALETTE.ink },
  ];
  return (
    <g pointerEvents="none" {...UNSPOKEN}>
      {marks.map(
        ({ point, outer, inner }) =>
          point && (
            <g key={outer}>
              <circle
                cx={point.x}
                cy={point.y}
                r={10.5}
                fill={PALETTE.paper}
                stroke={outer}
                strokeWidth={3}
              />
              <circle cx={point.x} cy={point.y} r={8} fill="none" stroke={inner} strokeWidth={2.5} />
              <path
                d={shapePath(point.shape, point.x, point.y, point.size)}
                fill={point.fill}
                stroke={point.stroke}
                strokeWidth={1.25}
              />
              {(point === selected || named) && (
                <Tag point={point} box={(point === selected && tag) || tagBox(point, frame)} />
              )}
            </g>
          ),
      )}
    </g>
  );
}

const SIZE = 14;

/** The box of the two outlines around a point that is chosen or pointed at. */
export const ringBox = ({ x, y }: DrawnPoint): Frame => ({
  left: x - 13,
  right: x + 13,
  top: y - 13,
  bottom: y + 13,
});

/** The box of a point's own name beside it: to the right, else to the left, else over it. */
export function tagBox({ x, y, name }: DrawnPoint, frame: Frame): Frame {
  const width = 1.08 * roughWidth(name, SIZE) + 14;
  const [right, left] = [x + 16, x - 16 - width];
  const fits = right + width <= frame.right || left >= 0;
  const start = right + width <= frame.right ? right : Math.max(0, left);
  const top = fits ? y - 12 : y - 40;
  return { left: pixel(start), right: pixel(start + width), top: pixel(top), bottom: pixel(top + 24) };
}

function Tag({ point, box: { left, right, top } }: { point: DrawnPoint; box: Frame }) {
  return (
    <g>
      <rect
        x={left}
        y={top}
        width={pixel(right - left)}
        height={24}
        fill={PALETTE.paper}
        stroke={COMPARED.edge}
      />
      <text x={left + 7} y={top + 17} fontSize={SIZE} fontWeight={700} fill={PALETTE.ink}>
        {point.name}
      </text>
    </g>
  );
}

export type ShapeName = 'circle' | 'up' | 'down' | 'diamond';

/** The outline of a small mark around a place, about `size` pixels from its middle to its edge. */
export function shapePath(shape: ShapeName, x: number, y: number, size: number): string {
  const at = (dx: number, dy: number) => `${pixel(x + dx * size)} ${pixel(y + dy * size)}`;
  switch (shape) {
    case 'circle':
      return `M${at(-1, 0)}a${size} ${size} 0 1 0 ${2 * size} 0a${size} ${size} 0 1 0 ${-2 * size} 0z`;
    case 'up':
      return `M${at(0, -1.1)}L${at(1, 0.8)}L${at(-1, 0.8)}z`;
    case 'down':
      return `M${at(0, 1.1)}L${at(1, -0.8)}L${at(-1, -0.8)}z`;
    case 'diamond':
      return `M${at(0, -1.2)}L${at(1, 0)}L${at(0, 1.2)}L${at(-1, 0)}z`;
  }
}

type Props = { value: number; lower: number | null; upper: number | null; y: number; colour: string };

/** A figure on a level axis, all in pixels: a thick upright tick, and its interval as a bar with ends where it has one. */
export const IntervalMark = ({ value, lower, upper, y, colour }: Props) => (
  <g stroke={colour}>
    {lower !== null && upper !== null && (
      <path
        d={`M${lower} ${y}H${upper}M${lower} ${pixel(y - 4)}v8M${upper} ${pixel(y - 4)}v8`}
        strokeWidth={2}
        fill="none"
      />
    )}
    <path d={`M${value} ${pixel(y - 9)}v18`} strokeWidth={4} />
  </g>
);
