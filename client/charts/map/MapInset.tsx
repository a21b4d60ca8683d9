import { memo } from 'react';
import { PALETTE } from '../../../data/palette.ts';
import { UNSPOKEN } from '../kit/unspoken.ts';
import { edge, Lines, type MapShape, type MapSpec, type Marked, Marks } from './MapShapes.tsx';

type Rect = NonNullable<MapSpec['inset']>;
type Props = { shapes: readonly MapShape[]; spec: MapSpec; inset: Rect; marked: Marked };

const SCALE = 2.55;
const TOP = 130;

/** A part of the map drawn again, larger, in the sea of its upper right corner; for the eye and the pointer only. */
export function MapInset({ shapes, spec, inset, marked }: Props) {
  const { x, y, w, h } = inset;
  const size = { x: spec.box[0] - w * SCALE - 12, y: TOP, width: w * SCALE, height: h * SCALE };
  const frame = {
    fill: 'none',
    stroke: PALETTE.secondary,
    strokeWidth: spec.unit,
    pointerEvents: 'none',
  } as const;
  return (
    <g {...UNSPOKEN}>
      <rect x={x} y={y} width={w} height={h} {...frame} />
      <text x={size.x} y={TOP - 30} fontSize={14 * spec.unit} fill={PALETTE.ink} fontWeight={600}>
        London, enlarged
      </text>
      <svg {...size} viewBox={`${x} ${y} ${w} ${h}`} role="presentation">
        <Enlarged shapes={shapes} spec={spec} inset={inset} />
        <Marks {...marked} unit={spec.unit / SCALE} illustrative={spec.illustrative} />
      </svg>
      <rect {...size} {...frame} />
    </g>
  );
}

const Enlarged = memo(function Enlarged({ shapes, spec, inset: { x, y, w, h } }: Omit<Props, 'marked'>) {
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
      <Lines shapes={near} spec={spec} unit={spec.unit / SCALE} />
    </>
  );
});
