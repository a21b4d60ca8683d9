import { stretches } from '../kit/overTime.ts';
import { pixel } from '../kit/plane.ts';
import type { TrendPlane } from './plane.ts';

type Stroke = { stroke: string; strokeWidth: number; strokeDasharray?: string };
type Props = {
  values: readonly (number | null)[];
  breaks: readonly number[];
  plane: Pick<TrendPlane, 'x' | 'y'>;
  stroke: Stroke;
  /** Whether every figure has a dot; otherwise only those with no neighbour to draw a line to. */
  dotted?: boolean;
};

/** A line over time, joined across neither gaps nor breaks. */
export function TimeLine({ values, breaks, plane: { x, y }, stroke, dotted = false }: Props) {
  const parts = stretches(values, breaks);
  const at = (index: number) => [x(index), y.at(values[index] ?? 0)] as const;
  const path = parts
    .filter((part) => part.length > 1)
    .map((part) => `M${part.map((index) => at(index).join(' ')).join('L')}`)
    .join('');
  const dots = (dotted ? parts : parts.filter((part) => part.length === 1)).flat();
  return (
    <g>
      {path && <path d={path} fill="none" strokeLinejoin="round" {...stroke} />}
      {dots.map((index) => {
        const [cx, cy] = at(index);
        const r = pixel(dotted ? 2 : Math.max(2, stroke.strokeWidth));
        return <circle key={index} cx={cx} cy={cy} r={r} fill={stroke.stroke} />;
      })}
    </g>
  );
}
