import { memo } from 'react';
import { PALETTE } from '../../../data/palette.ts';
import { UNSPOKEN } from '../kit/unspoken.ts';
import type { Place } from './neighbours.ts';

export type MapShape = { id: string; label: string; d: string; place: Place; fill: string; gap: boolean };
/** A name on a shape, and whether the shape is dark. */
export type MapName = { id: string; lines: readonly string[]; place: Place; fill: string; dark: boolean };

export type MapSpec = {
  title: string;
  box: readonly [width: number, height: number];
  /** How much of the box one pixel is, about: what the width of a line is a multiple of. */
  unit: number;
  /** The part that is drawn again, larger, beside the coast; none for a layout that needs none. */
  inset?: { x: number; y: number; w: number; h: number };
  borders: string;
  outlines: string;
  illustrative: boolean;
  names: readonly MapName[];
};

type ShapeProps = { id: string; d: string; label: string; fill: string; tabIndex: number; pressed: boolean };

const Shape = memo(function Shape({ id, d, label, fill, tabIndex, pressed }: ShapeProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a shape of a drawing cannot be a button element
    <path
      role="button"
      data-area={id}
      tabIndex={tabIndex}
      aria-label={label}
      aria-pressed={pressed}
      d={d}
      fill={fill}
      stroke={edge(fill)}
    />
  );
});

/** A shape's own colour on its edge closes the hairline between neighbours; a hatched shape has none. */
export const edge = (fill: string) => (fill.startsWith('#') ? fill : 'none');

type ShapesProps = { shapes: readonly MapShape[]; spec: MapSpec; stop: string; selected: string };

/** The shapes in their colours, each a button with its figure as its name. */
export const Shapes = memo(function Shapes({ shapes, spec, stop, selected }: ShapesProps) {
  return (
    <g strokeWidth={spec.unit / 2} strokeLinejoin="round">
      {shapes.map(({ id, d, label, fill }) => (
        <Shape
          key={id}
          id={id}
          d={d}
          label={label}
          fill={fill}
          tabIndex={id === stop ? 0 : -1}
          pressed={id === selected}
        />
      ))}
    </g>
  );
});

/** What is drawn over the shapes: the mark of illustrative figures, borders, outlines and names. */
export const Lines = memo(function Lines({
  shapes,
  spec,
  unit,
}: {
  shapes: readonly MapShape[];
  spec: MapSpec;
  unit: number;
}) {
  const figures = shapes.filter(({ gap }) => !gap);
  return (
    <g fill="none" pointerEvents="none" {...UNSPOKEN} strokeLinejoin="round">
      {spec.illustrative && <path d={figures.map(({ d }) => d).join('')} fill="url(#map-cross)" />}
      <path d={spec.borders} stroke={PALETTE.paper} strokeWidth={0.9 * unit} />
      <path d={spec.outlines} stroke={PALETTE.ink} strokeWidth={1.2 * unit} />
    </g>
  );
});

/** The names written on shapes, over everything else. */
export const Names = memo(function Names({ names, unit }: { names: readonly MapName[]; unit: number }) {
  return (
    <g
      fontSize={12 * unit}
      textAnchor="middle"
      paintOrder="stroke"
      pointerEvents="none"
      {...UNSPOKEN}
      strokeWidth={3 * unit}
    >
      {names.map(({ id, lines, place: [x, y], fill, dark }) => (
        <text
          key={id}
          y={y + (4 - 6.5 * (lines.length - 1)) * unit}
          fill={dark ? PALETTE.paper : PALETTE.ink}
          stroke={fill}
        >
          {lines.map((line, index) => (
            <tspan key={line} x={x} dy={index === 0 ? 0 : 13 * unit}>
              {line}
            </tspan>
          ))}
        </text>
      ))}
    </g>
  );
});

export type Marked = { selected: MapShape | undefined; pointed: MapShape | undefined };
type MarkProps = Marked & { unit: number; illustrative: boolean };

/** The outlines of the chosen area and of the one pointed at or focused, around the whole of a merged one. */
export const Marks = memo(function Marks({ selected, pointed, unit, illustrative }: MarkProps) {
  const marks = [
    { shape: selected, outer: PALETTE.ink, inner: PALETTE.focus },
    { shape: pointed, outer: PALETTE.focus, inner: PALETTE.ink },
  ];
  return (
    <g fill="none" pointerEvents="none" strokeLinejoin="round" {...UNSPOKEN}>
      {marks.map(
        ({ shape, outer, inner }) =>
          shape && (
            <g key={outer}>
              <path d={shape.d} stroke={outer} strokeWidth={9 * unit} />
              <path d={shape.d} stroke={inner} strokeWidth={5 * unit} />
              <path d={shape.d} fill={shape.fill} stroke={edge(shape.fill)} strokeWidth={unit / 2} />
              {illustrative && !shape.gap && <path d={shape.d} fill="url(#map-cross)" />}
            </g>
          ),
      )}
    </g>
  );
});

/** Hatching for a gap, crossed hatching for what is illustrative. */
export const Patterns = ({ unit }: { unit: number }) => (
  <defs>
    <pattern
      id="map-hatch"
      width={6 * unit}
      height={6 * unit}
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect width={6 * unit} height={6 * unit} fill={PALETTE.paper} />
      <rect width={2 * unit} height={6 * unit} fill={PALETTE.hatch} />
    </pattern>
    <pattern
      id="map-cross"
      width={9 * unit}
      height={9 * unit}
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <path
        d={`M0 0H${9 * unit}M0 0V${9 * unit}`}
        stroke={PALETTE.ink}
        strokeWidth={1.3 * unit}
        strokeOpacity={0.55}
      />
    </pattern>
  </defs>
);
