import type { Feature, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';
import polylabel from 'polylabel';
import { bbox, feature, mesh } from 'topojson-client';
import { planarRingArea } from 'topojson-simplify';
import { type Box, boxAround, pathData } from './paths.ts';
import type { Point } from './projection.ts';
import { type Boundaries, type Groups, type Layer, merged, type Shape } from './topology.ts';

/** About 150 m a unit: a borough's corner stays within a pixel in the London inset. */
const WIDTH = 4000;
const MARGIN = 20;
const LONDON_AIR = 8;

/** Shapes by id, the borders inside Alliances and between them, and label points, each by level. */
export type MapPaths = {
  box: Point;
  mesh: Record<string, string>;
  london: { x: number; y: number; w: number; h: number };
  label: Record<string, Record<string, Point>>;
} & Record<string, unknown>;

/** Path strings, label points and London's rectangle, in whole units of one box; `levels` names areas and Alliances. */
export function mapPaths(
  boundaries: Boundaries,
  alliances: Groups,
  [small, large]: readonly [small: string, large: string],
): MapPaths {
  const box = boxAround(bbox(boundaries), WIDTH, MARGIN);
  const { ccg, alliance, region } = boundaries.objects;
  const { inside, between } = meshes(boundaries, alliances, box);
  return {
    box: [box.width, box.height],
    [small]: shapePaths(boundaries, ccg, box),
    [large]: shapePaths(boundaries, alliance, box),
    ...(small === 'ccg' ? { region: shapePaths(boundaries, region, box) } : {}),
    mesh: { [small]: inside, [large]: between },
    london: rectangle(boundaries, box),
    label: {
      [small]: labels(boundaries, ccg, box),
      [large]: labels(boundaries, merged(boundaries, ccg, unshared(alliances)), box),
    },
  };
}

/** A path for each shape of a layer, by id. */
function shapePaths(boundaries: Boundaries, layer: Layer, box: Box): Record<string, string> {
  return Object.fromEntries(
    layer.geometries.map((shape) => [shape.id, pathData(polygons(boundaries, shape).flat(), box, true)]),
  );
}

/** Alliances without the CCGs that another has too, so that no label stands on shared ground. */
function unshared(alliances: Groups): Groups {
  const all = [...alliances.values()].flat();
  const once = (id: string) => all.indexOf(id) === all.lastIndexOf(id);
  return new Map([...alliances].map(([id, members]) => [id, members.filter(once)]));
}

/** Borders inside Alliances, and borders between Alliances with the coast, each line once. */
function meshes(boundaries: Boundaries, alliances: Groups, box: Box): { inside: string; between: string } {
  const homes = new Map<string, string>();
  for (const [id, members] of alliances) {
    for (const member of members) homes.set(member, `${homes.get(member) ?? ''} ${id}`);
  }
  const inside = (a: Shape, b: Shape) => a.id !== b.id && homes.get(a.id) === homes.get(b.id);
  const path = (keep: (a: Shape, b: Shape) => boolean) => {
    const lines = mesh(boundaries, boundaries.objects.ccg, keep as never) as MultiLineString;
    return pathData(lines.coordinates, box, false);
  };
  return { inside: path(inside), between: path((a, b) => !inside(a, b)) };
}

/** A label point inside the largest part of each shape of a layer, by id. */
function labels(boundaries: Boundaries, layer: Layer, box: Box): Record<string, Point> {
  return Object.fromEntries(
    layer.geometries.map((shape) => [shape.id, box.place(labelPoint(boundaries, shape))]),
  );
}

/** The point of a shape's largest part farthest from its edge, to a hundredth of its size: where a label fits best. */
export function labelPoint(boundaries: Boundaries, shape: Shape): Point {
  const polygon = largestPart(boundaries, shape) as Point[][];
  const [outer = []] = polygon;
  const length = (values: number[]) => Math.max(...values) - Math.min(...values);
  const size = Math.min(length(outer.map(([x]) => x)), length(outer.map(([, y]) => y)));
  const [x, y] = polylabel(polygon, size / 100);
  return [x, y];
}

/** The polygon of a shape that has the largest area. */
export function largestPart(boundaries: Boundaries, shape: Shape): Position[][] {
  const area = ([outer = []]: Position[][]) => planarRingArea(outer as Point[]);
  const [largest = []] = polygons(boundaries, shape).sort((a, b) => area(b) - area(a));
  return largest;
}

/** The rectangle around London's CCGs, with a little air. */
function rectangle(boundaries: Boundaries, box: Box): MapPaths['london'] {
  const region = boundaries.objects.region.geometries.find(({ id }) => id === 'region-london');
  if (!region) throw new Error('data/geography/alliances.csv: no Alliance is in region-london');
  const points = polygons(boundaries, region).flat(2).map(box.place);
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [x, y] = [Math.min(...xs) - LONDON_AIR, Math.min(...ys) - LONDON_AIR];
  return { x, y, w: Math.max(...xs) + LONDON_AIR - x, h: Math.max(...ys) + LONDON_AIR - y };
}

function polygons(boundaries: Boundaries, shape: Shape): Position[][][] {
  const { geometry } = feature(boundaries, shape) as Feature<Polygon | MultiPolygon>;
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}
