import type { Point } from './projection.ts';

/** Pointy-topped hexagons in rows; odd rows stand half a hexagon to the right. */
export const COLUMNS = 44;
export const ROWS = 48;

/** Steps between the centres of touching hexagons of radius 1: along a row, and from row to row. */
const ACROSS = Math.sqrt(3);
const DOWN = 1.5;

/** The number of a cell, row by row. */
export function cellAt(column: number, row: number): number {
  return row * COLUMNS + column;
}

/** Column and row of a cell. */
export function place(cell: number): { column: number; row: number } {
  return { column: cell % COLUMNS, row: Math.floor(cell / COLUMNS) };
}

/** Centre of a cell for hexagons of radius 1; y runs down. */
export function centre(cell: number): Point {
  const { column, row } = place(cell);
  return [ACROSS * (column + (row % 2) / 2), DOWN * row];
}

/** Corners of a cell for hexagons of radius 1, from the top, clockwise. */
export function corners(cell: number): Point[] {
  const [x, y] = centre(cell);
  const half = ACROSS / 2;
  return [
    [x, y - 1],
    [x + half, y - 0.5],
    [x + half, y + 0.5],
    [x, y + 1],
    [x - half, y + 0.5],
    [x - half, y - 0.5],
  ];
}

/** The cells that touch a cell, fewer at the edge of the grid. */
export function touching(cell: number): number[] {
  const { column, row } = place(cell);
  const shift = row % 2 === 0 ? -1 : 0;
  const beside: [number, number][] = [
    [column - 1, row],
    [column + 1, row],
    [column + shift, row - 1],
    [column + shift + 1, row - 1],
    [column + shift, row + 1],
    [column + shift + 1, row + 1],
  ];
  return beside.filter(([c, r]) => c >= 0 && c < COLUMNS && r >= 0 && r < ROWS).map(([c, r]) => cellAt(c, r));
}

/** The cell whose centre is nearest to a point. */
export function nearestCell([x, y]: Point): number {
  const candidates: number[] = [];
  for (const row of [Math.floor(y / DOWN), Math.floor(y / DOWN) + 1]) {
    const column = Math.floor(x / ACROSS - (Math.abs(row) % 2) / 2);
    candidates.push(cellAt(column, row), cellAt(column + 1, row));
  }
  const distance = (cell: number) => Math.hypot(centre(cell)[0] - x, centre(cell)[1] - y);
  return candidates.sort((a, b) => distance(a) - distance(b))[0] as number;
}

/** Hexagons stepped through from one centre to another. */
export function between([ax, ay]: Point, [bx, by]: Point): number {
  const down = Math.abs(by - ay) / DOWN;
  return Math.round(down + Math.max(0, Math.abs(bx - ax) / ACROSS - down / 2));
}

/** Pieces that a set of cells falls into, each the cells that reach one another by touching. */
export function pieces(cells: number[], beside: (cell: number) => number[] = touching): number {
  const left = new Uint8Array(COLUMNS * ROWS);
  for (const cell of cells) left[cell] = 1;
  let count = 0;
  for (const first of cells) {
    if (left[first] === 0) continue;
    count++;
    left[first] = 0;
    const queue = [first];
    for (let cell = queue.pop(); cell !== undefined; cell = queue.pop()) {
      for (const next of beside(cell)) {
        if (left[next] === 1) {
          left[next] = 0;
          queue.push(next);
        }
      }
    }
  }
  return count;
}
