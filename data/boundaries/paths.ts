/** A point in the units of a layout's box. */
export type Point = readonly [x: number, y: number];

/** A map of England as ready path strings, in whole steps of a fixed box. */
export type Layout = {
  box: [width: number, height: number];
  ccg: Record<string, string>;
  alliance: Record<string, string>;
  /** The lines inside Alliances, and those between them with the coast; a layout may leave them to be found. */
  mesh?: { ccg: string; alliance: string };
  label: { ccg: Record<string, Point>; alliance: Record<string, Point> };
};

/** What paths.json beside this file holds: the map with the window of its London inset, and the hexagons. */
export type Paths = {
  map: Layout & { london: { x: number; y: number; w: number; h: number } };
  hex?: Layout;
  attribution: string;
};
