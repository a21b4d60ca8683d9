import type { Metric } from '../../../data/metrics/types.ts';

/** What every chart is told: the metric, its size in CSS pixels, and the title written in it (empty: none). */
export type ChartSpec = { metric: Metric; width: number; height: number; title: string };

/** A chart whose points can be chosen: the areas picked out, the one chosen, and what figures are compared with. */
export type PickSpec = ChartSpec & { picked: ReadonlySet<string>; selected: string; against: string };
export type FunnelSpec = PickSpec & { adjusted: boolean };

/** What a chart tells of its areas: chosen, or pointed at (empty: no longer). */
export type Choosing = { onSelect: (area: string) => void; onPoint: (area: string) => void };

/** A chosen area over time; its dash and colour follow its place among the lines. */
export type SpreadLine = {
  area: string;
  name: string;
  points: readonly { period: string; value: number | null }[];
};
