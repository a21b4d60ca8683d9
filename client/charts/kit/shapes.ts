import { pixel } from './plane.ts';

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
