import { neighbors } from 'topojson-client';
import { planarRingArea } from 'topojson-simplify';
import { anneal } from './anneal.ts';
import { type Places, spread } from './dorling.ts';
import type { Geography } from './geography.ts';
import { COLUMNS, centre, ROWS } from './hex-grid.ts';
import { labelPoint, largestPart } from './map.ts';
import type { Point } from './projection.ts';
import { random } from './random.ts';
import type { Task } from './tiling.ts';
import type { Boundaries } from './topology.ts';

/** Nearest CCGs counted as neighbours even without a common border, for islands and estuaries. */
const NEAREST = 2;
/** Metres between the centres of touching hexagons that have the mean area of a CCG, about 623 km². */
const DIAMETER = 26_800;
/** How much the outline counts against the even spread, 0 to 1. */
const OUTLINE = 0.9;

/** A large CCG holds its place more firmly than a small one, for it shapes the outline: bounds of the factor. */
const PULLS = { least: 0.5, most: 5 };

/** A hexagon cell for each CCG, by NHS code; the same for the same seed and rounds. */
export function layout(
  boundaries: Boundaries,
  geography: Geography,
  seed: number,
  rounds: number,
): Map<string, number> {
  const places = placesOf(boundaries);
  const groups = [...geography.alliances.values(), ...geography.regions.values()].map((members) =>
    members.map((id) => places.ids.indexOf(id)),
  );
  const targets = onGrid(blended(places.points, spread(places, DIAMETER)));
  const pulls = boundaries.objects.ccg.geometries.map((shape) => {
    const [outer = []] = largestPart(boundaries, shape);
    return Math.min(PULLS.most, Math.max(PULLS.least, planarRingArea(outer as Point[]) / DIAMETER ** 2));
  });
  const task: Task = { ...places, targets, pulls, groups };
  const cells = anneal(task, rounds, random(seed));
  return new Map(places.ids.map((id, index) => [id, cells[index] as number]));
}

/** Label points of the CCGs in metres, y down, and who borders whom. */
function placesOf(boundaries: Boundaries): Places {
  const { geometries } = boundaries.objects.ccg;
  const points = geometries.map((shape): Point => {
    const [x, y] = labelPoint(boundaries, shape);
    return [x, -y];
  });
  const links = neighbors(geometries as never).map((list) => new Set(list));
  for (const [i, [x, y]] of points.entries()) {
    const distance = (j: number) => Math.hypot((points[j]?.[0] ?? 0) - x, (points[j]?.[1] ?? 0) - y);
    const others = points.map((_, j) => j).filter((j) => j !== i);
    for (const j of others.sort((a, b) => distance(a) - distance(b)).slice(0, NEAREST)) {
      links[i]?.add(j);
      links[j]?.add(i);
    }
  }
  return { ids: geometries.map(({ id }) => id), points, neighbours: links.map((set) => [...set]) };
}

/** Positions moved part of the way to where the real map, stretched to their extent, has them: the outline of England. */
function blended(real: Point[], positions: Point[]): Point[] {
  const [from, to] = [extent(real), extent(positions)];
  const along = (axis: 0 | 1, value: number) =>
    to[axis] +
    ((value - from[axis]) * (to[axis === 0 ? 2 : 3] - to[axis])) / (from[axis === 0 ? 2 : 3] - from[axis]);
  return positions.map(([x, y], index) => {
    const [realX, realY] = real[index] as Point;
    return [x + OUTLINE * (along(0, realX) - x), y + OUTLINE * (along(1, realY) - y)];
  });
}

/** Positions in hexagon radii, in the middle of the grid. */
function onGrid(positions: Point[]): Point[] {
  const scaled = positions.map(([x, y]): Point => [x * Math.sqrt(3), y * Math.sqrt(3)]);
  const [left, top, right, bottom] = extent(scaled);
  const [middleX, middleY] = centre(COLUMNS * Math.floor(ROWS / 2) + Math.floor(COLUMNS / 2));
  return scaled.map(([x, y]) => [x + middleX - (left + right) / 2, y + middleY - (top + bottom) / 2]);
}

type Extent = [left: number, top: number, right: number, bottom: number];

function extent(points: Point[]): Extent {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
