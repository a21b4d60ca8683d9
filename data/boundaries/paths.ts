/** A point in the units of a layout's box. */
export type Point = readonly [x: number, y: number];

/** A map of England as ready path strings, in whole steps of a fixed box: smaller areas, and the larger of these. */
type LayoutOf<Small extends string, Large extends string> = Record<Small | Large, Record<string, string>> & {
  box: [width: number, height: number];
  /** The lines inside the larger areas, and those between them with the coast; a layout may leave them to be found. */
  mesh?: Record<Small | Large, string>;
  label: Record<Small | Large, Record<string, Point>>;
  /** The regions, by their ids, where the areas lie in them. */
  region?: Record<string, string>;
  /** Names of the smaller areas that fit on their shapes, in lines. */
  short?: Record<string, string>;
};

/** What a file of paths beside this one holds: the map with the window of its London inset, and the hexagons. */
type PathsOf<L> = {
  map: L & { london: { x: number; y: number; w: number; h: number } };
  hex?: L;
  attribution: string;
};

/** By the areas of Annex i, and by those of today. */
export type Layout = LayoutOf<'ccg', 'alliance'>;
export type TodayLayout = LayoutOf<'icb', 'alliance-today'>;
export type Paths = PathsOf<Layout>;
export type TodayPaths = PathsOf<TodayLayout>;

/** Whether the areas of a level are of today, and so drawn from today's shapes. */
export const isOfToday = (level: string): boolean => level === 'icb' || level === 'alliance-today';
