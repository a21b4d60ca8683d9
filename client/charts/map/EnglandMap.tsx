import {
  type KeyboardEvent,
  type MouseEvent,
  memo,
  type SyntheticEvent,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Point } from '../../../data/boundaries/paths.ts';
import { type MapView, transformOf, wholeView } from '../../../data/boundaries/view.ts';
import { LAND, PALETTE } from '../../../data/palette.ts';
import { UNSPOKEN } from '../kit/chart.ts';
import { pointArea, usePointedArea } from '../kit/pointedArea.ts';

type Props = {
  shapes: readonly MapShape[];
  /** Those of the same areas whose names are read out; `shapes` themselves by default. */
  named?: readonly MapShape[];
  spec: MapSpec;
  /** The part that is shown; all of it by default. */
  view?: MapView;
  selected: string;
  onChoose: (id: string) => void;
};

/** A map of shapes in their colours: one tab stop, arrow keys to the nearest shape, Enter to choose, Escape to leave. */
export function EnglandMap({ shapes, named = shapes, spec, view, selected, onChoose }: Props) {
  const pointed = usePointedArea();
  const [active, setActive] = useState('');
  const svg = useRef<SVGSVGElement>(null);
  const isDrawn = (id: string) => shapes.some((shape) => shape.id === id);
  const stop = [active, selected].find(isDrawn) ?? shapes[0]?.id ?? '';
  const shapeOf = (id: string) => shapes.find((shape) => shape.id === id);
  const marked = {
    selected: shapeOf(selected),
    pointed: pointed === selected ? undefined : shapeOf(pointed),
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      pointArea('');
      return onChoose('');
    }
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      return onChoose(stop === selected ? '' : stop);
    }
    // With Shift the arrows move the map.
    if (!event.key.startsWith('Arrow') || event.shiftKey) return;
    event.preventDefault();
    const places = Object.fromEntries(shapes.map(({ id, place }) => [id, place]));
    const next = nearest(places, stop, event.key as Direction);
    if (next)
      svg.current?.querySelector<SVGPathElement>(`[data-area="${next}"]`)?.focus({ preventScroll: true });
  };
  const onFocus = (event: SyntheticEvent) => {
    setActive(areaOf(event));
    pointArea(areaOf(event));
  };
  const onClick = (event: MouseEvent) => {
    const id = areaOf(event);
    // The second click of two enlarges the map.
    if (id !== '' && event.detail < 2) onChoose(id === selected ? '' : id);
  };
  const shown = view ?? wholeView(spec.box);
  const isWhole = shown.k <= 1;
  const unit = spec.unit / shown.k;

  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing that groups its shapes cannot be a fieldset
    <svg
      ref={svg}
      className="england-map"
      data-testid="map"
      viewBox={`0 0 ${spec.box[0]} ${spec.box[1]}`}
      data-entered={isWhole ? undefined : ''}
      role="group"
      aria-label={spec.title}
      onPointerOver={(event) => event.pointerType === 'mouse' && pointArea(areaOf(event))}
      onPointerLeave={() => pointArea('')}
      onClick={onClick}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      onBlur={() => pointArea('')}
    >
      <Patterns unit={unit} />
      <g className="enlarged" transform={isWhole ? undefined : transformOf(shown, spec.box)}>
        {spec.around && (
          <path d={spec.around} fill={LAND.around} stroke={PALETTE.paper} strokeWidth={2 * unit} />
        )}
        <g strokeWidth={unit / 2} strokeLinejoin="round">
          <Shapes shapes={shapes} named={named} stop={stop} selected={selected} />
        </g>
        <Lines spec={spec} unit={unit} />
        <Marks {...marked} unit={unit} />
        <Names names={spec.names} unit={(spec.namesUnit ?? spec.unit) / shown.k} />
      </g>
      {spec.inset && isWhole && <MapInset shapes={shapes} spec={spec} inset={spec.inset} marked={marked} />}
    </svg>
  );
}

const areaOf = (event: SyntheticEvent) => (event.target as SVGElement).dataset?.area ?? '';

export type MapShape = { id: string; label: string; d: string; place: Point; fill: string };
/** A name on a shape, and whether the shape is dark. */
export type MapName = { id: string; lines: readonly string[]; place: Point; fill: string; dark: boolean };

export type MapSpec = {
  title: string;
  box: readonly [width: number, height: number];
  /** How much of the box one pixel is, about: what the width of a line is a multiple of. */
  unit: number;
  /** The part that is drawn again, larger, beside the coast; none for a layout that needs none. */
  inset?: { x: number; y: number; w: number; h: number };
  /** What lies around the shapes, faint. */
  around?: string;
  borders: string;
  outlines: string;
  names: readonly MapName[];
  /** The same as `unit` for the names, where the width of the drawing on the screen is known. */
  namesUnit?: number;
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
const edge = (fill: string) => (fill.startsWith('#') ? fill : 'none');

type ShapesProps = Required<Pick<Props, 'shapes' | 'named' | 'selected'>> & { stop: string };

/** The shapes in their colours, each a button with its figure as its name. */
const Shapes = memo(function Shapes({ shapes, named, stop, selected }: ShapesProps) {
  const labels = useMemo(() => new Map(named.map(({ id, label }) => [id, label])), [named]);
  return shapes.map((shape) => (
    <Shape
      key={shape.id}
      id={shape.id}
      d={shape.d}
      label={labels.get(shape.id) ?? shape.label}
      fill={shape.fill}
      tabIndex={shape.id === stop ? 0 : -1}
      pressed={shape.id === selected}
    />
  ));
});

/** The borders and outlines that are drawn over the shapes. */
const Lines = memo(function Lines({
  spec: { box, borders, outlines },
  unit,
}: {
  spec: MapSpec;
  unit: number;
}) {
  const inner = useMemo(() => inTiles(borders, box), [borders, box]);
  const outer = useMemo(() => inTiles(outlines, box), [outlines, box]);
  return (
    <g fill="none" pointerEvents="none" {...UNSPOKEN} strokeLinejoin="round">
      <g stroke={PALETTE.paper} strokeWidth={0.9 * unit}>
        {inner.map(([tile, d]) => (
          <path key={tile} d={d} />
        ))}
      </g>
      <g stroke={PALETTE.ink} strokeWidth={1.2 * unit}>
        {outer.map(([tile, d]) => (
          <path key={tile} d={d} />
        ))}
      </g>
    </g>
  );
});

const TILES = 6;

/**
 * A path in pieces that lie together: a browser that moves the map strokes only those in sight, but of one path always
 * all of it.
 */
export function inTiles(path: string, [width, height]: MapSpec['box']): [tile: number, d: string][] {
  const tiles = new Map<number, string>();
  for (const line of path.split('M')) {
    const [, x, y] = /^(-?[\d.]+) (-?[\d.]+)/.exec(line) ?? [];
    if (x === undefined || y === undefined) continue;
    const tile = TILES * Math.floor((TILES * Number(y)) / height) + Math.floor((TILES * Number(x)) / width);
    tiles.set(tile, `${tiles.get(tile) ?? ''}M${line}`);
  }
  return [...tiles];
}

/** Of a name on a shape, in pixels. */
export const NAME_SIZE = 12;
export const LINE_HEIGHT = 13;

/** The names written on shapes, over everything else. */
const Names = memo(function Names({ names, unit }: { names: readonly MapName[]; unit: number }) {
  return (
    <g
      fontSize={NAME_SIZE * unit}
      textAnchor="middle"
      paintOrder="stroke"
      pointerEvents="none"
      {...UNSPOKEN}
      strokeWidth={3 * unit}
    >
      {names.map(({ id, lines, place: [x, y], fill, dark }) => (
        <text
          key={id}
          y={y + (4 - (LINE_HEIGHT / 2) * (lines.length - 1)) * unit}
          fill={dark ? PALETTE.paper : PALETTE.ink}
          stroke={fill}
        >
          {lines.map((line, index) => (
            <tspan key={line} x={x} dy={index === 0 ? 0 : LINE_HEIGHT * unit}>
              {line}
            </tspan>
          ))}
        </text>
      ))}
    </g>
  );
});

type Marked = { selected: MapShape | undefined; pointed: MapShape | undefined };
type MarkProps = Marked & { unit: number };

/** The outlines of the chosen area and of the one pointed at or focused, around the whole of a merged one. */
const Marks = memo(function Marks({ selected, pointed, unit }: MarkProps) {
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
            </g>
          ),
      )}
    </g>
  );
});

/** Hatching for a gap. */
const Patterns = ({ unit }: { unit: number }) => (
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
  </defs>
);

type Rect = NonNullable<MapSpec['inset']>;
type InsetProps = { shapes: readonly MapShape[]; spec: MapSpec; inset: Rect; marked: Marked };

const SCALE = 2.55;
const TOP = 130;

/** A part of the map drawn again, larger, in the sea of its upper right corner; for the eye and the pointer only. */
function MapInset({ shapes, spec, inset, marked }: InsetProps) {
  const { x, y, w, h } = inset;
  const size = { x: spec.box[0] - w * SCALE - 12, y: TOP, width: w * SCALE, height: h * SCALE };
  const frame = {
    fill: 'none',
    stroke: PALETTE.secondary,
    strokeWidth: spec.unit,
    pointerEvents: 'none',
  } as const;
  return (
    <g className="inset" {...UNSPOKEN}>
      <rect x={x} y={y} width={w} height={h} {...frame} />
      <text x={size.x} y={TOP - 30} fontSize={14 * spec.unit} fill={PALETTE.ink} fontWeight={600}>
        London, enlarged
      </text>
      <svg {...size} viewBox={`${x} ${y} ${w} ${h}`} role="presentation">
        <Enlarged shapes={shapes} spec={spec} inset={inset} />
        <Marks {...marked} unit={spec.unit / SCALE} />
      </svg>
      <rect {...size} {...frame} />
    </g>
  );
}

const Enlarged = memo(function Enlarged({ shapes, spec, inset: { x, y, w, h } }: Omit<InsetProps, 'marked'>) {
  const near = shapes.filter(
    ({ place: [atX, atY] }) => Math.abs(atX - x - w / 2) < 1.8 * w && Math.abs(atY - y - h / 2) < 2 * h,
  );
  return (
    <>
      <g strokeWidth={spec.unit / 2 / SCALE}>
        {near.map(({ id, d, fill }) => (
          <path key={id} data-area={id} d={d} fill={fill} stroke={edge(fill)} />
        ))}
      </g>
      <Lines spec={spec} unit={spec.unit / SCALE} />
    </>
  );
});

export type Direction = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

const STEPS: Record<Direction, Point> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/**
 * The place nearest to one in a direction, or null at the edge. Only places within 60 degrees of the direction count,
 * and what lies off its line counts as twice as far.
 */
export function nearest(
  places: Readonly<Record<string, Point>>,
  from: string,
  direction: Direction,
): string | null {
  const start = places[from];
  if (!start) return null;
  const [stepX, stepY] = STEPS[direction];
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const [id, [x, y]] of Object.entries(places)) {
    const along = (x - start[0]) * stepX + (y - start[1]) * stepY;
    const aside = Math.abs((x - start[0]) * stepY) + Math.abs((y - start[1]) * stepX);
    const cost = along + 2 * aside;
    if (id !== from && along > 0 && aside <= 1.73 * along && cost < least) [best, least] = [id, cost];
  }
  return best;
}
