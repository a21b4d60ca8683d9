import type { Position } from 'geojson';
import { bbox } from 'topojson-client';
import { topology } from 'topojson-server';
import type { Geography } from './geography.ts';
import { centre, corners } from './hex-grid.ts';
import { shapePaths } from './map.ts';
import { boxAround } from './paths.ts';
import type { Point } from './projection.ts';
import { shortName } from './short-names.ts';
import { type Boundaries, type Groups, merged } from './topology.ts';

/** Units from centre to corner, and from centre to side: whole numbers close to 2 to √3, so that all tiles are alike. */
const RADIUS = 60;
const INRADIUS = 52;
const MARGIN = 8;

/** A cell of the hexagon grid for each CCG, by NHS code. */
export type Cells = Map<string, number>;

export type HexPaths = {
  box: Point;
  radius: number;
  ccg: Record<string, string>;
  alliance: Record<string, string>;
  region: Record<string, string>;
  label: { ccg: Record<string, Point>; alliance: Record<string, Point> };
  short: Record<string, string>;
};

/** Topology of the hexagons, with Alliances and regions merged from the same arcs; y runs up. */
export function hexTopology(cells: Cells, { alliances, regions }: Geography): Boundaries {
  const features = [...cells].map(([id, cell]) => {
    const ring = corners(cell).map(whole);
    const geometry = { type: 'Polygon' as const, coordinates: [[...ring, ring[0] as Position]] };
    return { type: 'Feature' as const, id, properties: {}, geometry };
  });
  const plain = topology({ ccg: { type: 'FeatureCollection', features } as never }) as unknown as Boundaries;
  const geometries = plain.objects.ccg.geometries.map(({ type, arcs, id }) => ({ type, id, arcs }));
  const ccg = { ...plain.objects.ccg, geometries } as typeof plain.objects.ccg;
  return {
    ...plain,
    objects: { ccg, alliance: merged(plain, ccg, alliances), region: merged(plain, ccg, regions) },
  };
}

/** Path strings, label points and short names of the tiles, in whole units of one box. */
export function hexPaths(hexagons: Boundaries, cells: Cells, { alliances, names }: Geography): HexPaths {
  const extent = bbox(hexagons);
  const box = boxAround(extent, extent[2] - extent[0] + 2 * MARGIN, MARGIN);
  const { ccg, alliance, region } = hexagons.objects;
  const middles = new Map([...cells].map(([id, cell]) => [id, box.place(whole(centre(cell)))]));
  return {
    box: [box.width, box.height],
    radius: RADIUS,
    ccg: shapePaths(hexagons, ccg, box),
    alliance: shapePaths(hexagons, alliance, box),
    region: shapePaths(hexagons, region, box),
    label: { ccg: Object.fromEntries(middles), alliance: allianceLabels(alliances, middles) },
    short: Object.fromEntries([...cells.keys()].map((id) => [id, shortName(names.get(id) ?? id)])),
  };
}

/** The centre of the tile nearest to the middle of each Alliance. */
function allianceLabels(alliances: Groups, middles: Map<string, Point>): Record<string, Point> {
  return Object.fromEntries(
    [...alliances].map(([id, members]) => {
      const points = members.map((member) => middles.get(member) as Point);
      const mean = (axis: 0 | 1) => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
      const [x, y] = [mean(0), mean(1)];
      const distance = (point: Point) => Math.hypot(point[0] - x, point[1] - y);
      return [id, points.sort((a, b) => distance(a) - distance(b))[0] as Point];
    }),
  );
}

function whole([x, y]: Point): Point {
  return [Math.round((x / Math.sqrt(3)) * 2) * INRADIUS, -Math.round(y * 2) * (RADIUS / 2)];
}
