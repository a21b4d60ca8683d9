import type { MetricId } from '../metrics/index.ts';
import type { Ambition, Heading, LocalAction, PathwayArea, PathwayId } from './types.ts';

type Measured = { metric: MetricId; targetIndex?: number } | { notCollected: string };

/** An ambition as its area's file states it: what is left out is usual (printed as it reads, in the Dashboard). */
export type Stated = Measured & {
  id: string;
  ambition: string;
  printed?: string;
  inDashboard?: boolean;
  footnote?: string;
};

type StatedAction = Omit<LocalAction, 'area' | 'national'> & { national?: string };

function ambition(area: PathwayId, heading: Heading, stated: Stated): Ambition {
  return {
    id: `${area}-${stated.id}`,
    area,
    heading,
    ambition: stated.ambition,
    printed: stated.printed ?? stated.ambition,
    inDashboard: stated.inDashboard ?? true,
    metric: 'metric' in stated ? stated.metric : null,
    targetIndex: 'metric' in stated ? (stated.targetIndex ?? null) : null,
    notCollected: 'metric' in stated ? null : stated.notCollected,
    footnote: stated.footnote ?? null,
  };
}

/** An area of Annex A's table from its ambitions under their headings and its local actions, in printed order. */
export function pathwayArea(
  id: PathwayId,
  name: string,
  ambitions: Partial<Record<Heading, readonly Stated[]>>,
  local: readonly StatedAction[],
): PathwayArea {
  return {
    id,
    name,
    ambitions: Object.entries(ambitions).flatMap(([heading, stated]) =>
      stated.map((one) => ambition(id, heading as Heading, one)),
    ),
    local: local.map((action) => ({ national: null, ...action, area: id })),
  };
}
