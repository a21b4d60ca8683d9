import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { feature, mergeArcs, quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import { filter, filterAttachedWeight, planarRingArea, presimplify, simplify } from 'topojson-simplify';
import type {
  GeometryCollection,
  MultiPolygon as MultiPolygonArcs,
  Polygon as PolygonArcs,
  Topology,
} from 'topojson-specification';
import { crossingArcs } from './crossings.ts';
import { type Point, toNationalGrid } from './projection.ts';

export type Shape = (PolygonArcs | MultiPolygonArcs) & { id: string };
export type Layer = Omit<GeometryCollection, 'geometries'> & { geometries: Shape[] };
export type Boundaries = Topology<{ ccg: Layer; alliance: Layer; region: Layer }>;
/** Members of each area of a layer, by id. */
export type Groups = Map<string, string[]>;

/** A bend is dropped when its triangle is below this share of the smallest ring beside it: towns keep their shape. */
const LEAST_BEND = 4e-3;
/** Rings above this many square metres are held to its share: long coasts keep their headlands. */
const LARGE = 8e8;
/** Islands below this many square metres that touch no other CCG are dropped. */
const LEAST_ISLAND = 1e6;
/** Metres between the lines of the grid in which crossings are looked for. */
const CROSSING_CELL = 5000;
/** The source itself has a few crossings of a metre or so, so that trying for none would never end. */
const ROUNDS = 8;
/** Grid lines of the quantised coordinates: steps of about 6 m. */
const GRID = 1e5;

/** Features on the National Grid, by the code that `idOf` gives. Throws when one has no code or is not a polygon. */
export function projected(
  collection: FeatureCollection,
  file: string,
  idOf: (feature: Feature) => string | null,
): Feature<Polygon | MultiPolygon>[] {
  return collection.features.map((feature, index) => {
    const id = idOf(feature);
    if (id === null) throw new Error(`${file}: feature ${index + 1} has no code`);
    const { geometry } = feature;
    const ring = (positions: Position[]) => positions.map((position) => toNationalGrid(position as Point));
    if (geometry?.type === 'Polygon') {
      return {
        type: 'Feature',
        id,
        properties: {},
        geometry: { ...geometry, coordinates: geometry.coordinates.map(ring) },
      };
    }
    if (geometry?.type === 'MultiPolygon') {
      const coordinates = geometry.coordinates.map((polygon) => polygon.map(ring));
      return { type: 'Feature', id, properties: {}, geometry: { ...geometry, coordinates } };
    }
    throw new Error(
      `${file}: feature ${index + 1} (${id}) is ${geometry?.type}; a Polygon or MultiPolygon is needed`,
    );
  });
}

/** Simplified, quantised topology of CCGs, with Alliances and regions merged from the same arcs. Throws when a CCG is lost. */
export function simplified(features: Feature[], alliances: Groups, regions: Groups): Boundaries {
  const full = topology({ ccg: { type: 'FeatureCollection', features } as never }) as unknown as Topology<{
    ccg: Layer;
  }>;
  const weighed = shareOfRing(presimplify(full));
  const kept = filter(weighed, filterAttachedWeight(weighed, LEAST_ISLAND)) as Topology<{ ccg: Layer }>;
  const plain = uncrossed(kept);
  const geometries = plain.objects.ccg.geometries.map(({ type, arcs, id }) => ({ type, id, arcs }) as Shape);
  const lost = geometries.find(({ arcs }) => !arcs);
  if (lost)
    throw new Error(`CCG ${lost.id} has no shape left; lower LEAST_ISLAND in scripts/boundaries/topology.ts`);
  const ccg: Layer = { type: 'GeometryCollection', geometries };
  const objects = { ccg, alliance: merged(plain, ccg, alliances), region: merged(plain, ccg, regions) };
  return quantize({ ...plain, objects }, GRID) as Boundaries;
}

/** The rings of a shape, each a list of arcs, outer and inner alike. */
export function rings(shape: Shape): number[][] {
  return shape.type === 'Polygon' ? shape.arcs : shape.arcs.flat();
}

/** Simplified topology: arcs that would cross are given back more and more of their bends, at most all of them. */
function uncrossed(weighed: Topology<{ ccg: Layer }>): Topology<{ ccg: Layer }> {
  const detail = weighed.arcs.map(() => 1);
  for (let round = 0; ; round++) {
    const arcs = weighed.arcs.map((arc, index) =>
      arc.map(([x = 0, y = 0, weight = 0]) => [x, y, weight * (detail[index] ?? 1)]),
    );
    const plain = simplify({ ...weighed, arcs }, LEAST_BEND);
    const crossing = crossingArcs(plain.arcs, CROSSING_CELL);
    if (crossing.size === 0 || round === ROUNDS) return plain;
    for (const arc of crossing) detail[arc] = 4 ** (round + 1);
  }
}

/** Weights of bends as shares of the smallest ring each arc belongs to. */
function shareOfRing(weighed: Topology<{ ccg: Layer }>): Topology<{ ccg: Layer }> {
  const smallest = new Map<number, number>();
  for (const ring of weighed.objects.ccg.geometries.flatMap(rings)) {
    const polygon = feature(weighed, { type: 'Polygon', arcs: [ring] }).geometry as Polygon;
    const area = planarRingArea((polygon.coordinates[0] ?? []) as Point[]);
    for (const arc of ring.map(unsigned)) smallest.set(arc, Math.min(area, smallest.get(arc) ?? area));
  }
  const arcs = weighed.arcs.map((arc, index) =>
    arc.map(([x = 0, y = 0, weight = 0]) => [x, y, weight / Math.min(LARGE, smallest.get(index) ?? LARGE)]),
  );
  return { ...weighed, arcs };
}

function unsigned(arc: number): number {
  return arc < 0 ? ~arc : arc;
}

/** A layer of groups of CCGs, each merged from the arcs of its members. Throws when a member has no shape. */
export function merged(plain: Topology, ccg: Layer, groups: Groups): Layer {
  const shapes = new Map(ccg.geometries.map((shape) => [shape.id, shape]));
  const geometries = [...groups].map(([id, members]) => {
    const parts = members.map((member) => {
      const shape = shapes.get(member);
      if (!shape) throw new Error(`${id}: no boundary for its CCG ${member}`);
      return shape;
    });
    return { ...mergeArcs(plain, parts), id };
  });
  return { type: 'GeometryCollection', geometries };
}
