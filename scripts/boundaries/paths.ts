import type { Position } from 'geojson';
import type { Point } from './projection.ts';

export type Box = { width: number; height: number; place: (point: Position) => Point };

/** A box of the given width, in whole units, around the extent of some points; y runs down. */
export function boxAround(extent: readonly number[], width: number, margin: number): Box {
  const [left = 0, low = 0, right = 0, high = 0] = extent;
  const scale = (width - 2 * margin) / (right - left);
  const place = ([x = 0, y = 0]: Position): Point => [
    Math.round(margin + (x - left) * scale),
    Math.round(margin + (high - y) * scale),
  ];
  return { width, height: Math.ceil((high - low) * scale) + 2 * margin, place };
}

/** SVG path data of lines in a box: absolute moves, then relative whole steps; repeated points are left out. */
export function pathData(lines: Position[][], { place }: Box, closed: boolean): string {
  return lines
    .map((line) => {
      const points = line.map(place);
      const [start = [0, 0], ...rest] = closed ? points.slice(0, -1) : points;
      let [x, y] = start;
      const steps: number[] = [];
      for (const [nextX, nextY] of rest) {
        if (nextX === x && nextY === y) continue;
        steps.push(nextX - x, nextY - y);
        [x, y] = [nextX, nextY];
      }
      return steps.length === 0 ? '' : `M${numbers(start)}l${numbers(steps)}${closed ? 'z' : ''}`;
    })
    .join('');
}

function numbers(values: number[]): string {
  return values.join(' ').replaceAll(' -', '-');
}
