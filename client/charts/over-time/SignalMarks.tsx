import type { ControlPoint } from '../../../data/contract/index.ts';
import { COMPARED, PALETTE } from '../../../data/palette.ts';
import { pixel } from '../kit/plane.ts';

type Type = ControlPoint['type'];

const COLOURS: Record<Type, string> = {
  'common-cause': COMPARED.faint,
  improvement: COMPARED.better,
  concern: COMPARED.worse,
  'neutral-high': PALETTE.ink,
  'neutral-low': PALETTE.ink,
};

const path = (...corners: readonly (readonly [number, number])[]) =>
  `M${corners.map((at) => at.map(pixel).join(' ')).join('L')}Z`;
const up = (x: number, y: number, r: number) => path([x, y - r], [x + r, y + 0.8 * r], [x - r, y + 0.8 * r]);
const down = (x: number, y: number, r: number) =>
  path([x, y + r], [x + r, y - 0.8 * r], [x - r, y - 0.8 * r]);
const diamond = (x: number, y: number, r: number) => path([x, y - r], [x + r, y], [x, y + r], [x - r, y]);

const SHAPES: Record<Exclude<Type, 'common-cause'>, typeof up> = {
  improvement: up,
  concern: down,
  'neutral-high': diamond,
  'neutral-low': diamond,
};

type Mark = { x: number; y: number; type: Type | 'no-limits'; size: number };

/** The mark of a point of a control chart, told by shape and colour; `size` is its half width in pixels. */
export function SignalMark({ x, y, type, size }: Mark) {
  if (type === 'no-limits')
    return <circle cx={x} cy={y} r={pixel(0.55 * size)} fill={PALETTE.paper} stroke={COMPARED.edge} />;
  const fill = COLOURS[type];
  if (type === 'common-cause') return <circle cx={x} cy={y} r={pixel(0.55 * size)} fill={fill} />;
  return <path d={SHAPES[type](x, y, size)} fill={fill} stroke={PALETTE.paper} strokeWidth={0.75} />;
}

/** What a point is marked as: what it says, or that it has no limits to say it by. */
export const markOf = ({ mean, type }: ControlPoint) => (mean === null ? 'no-limits' : type);
