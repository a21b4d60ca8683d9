import type { MetricId } from '../metrics/index.ts';

/** A part of the patient pathway: one area of Annex A's table. */
export type PathwayId =
  | 'prevention'
  | 'early-diagnosis'
  | 'treatment-and-care'
  | 'living-with-and-beyond'
  | 'enablers';

export type Heading = 'Outcomes' | 'Outcomes – reduction in variation' | 'Processes';

/** One measurable ambition of Annex A. Either `metric` measures it or `notCollected` says why none does. */
export type Ambition = {
  id: string;
  area: PathwayId;
  heading: Heading;
  /** This ambition alone, in Annex A's words. */
  ambition: string;
  /** The line of Annex A it comes from; two ambitions share it where one line holds two. */
  printed: string;
  /** Whether Annex A has its metric in the Cancer Dashboard. */
  inDashboard: boolean;
  metric: MetricId | null;
  /** Where the ambition's own target stands among its metric's targets; null where it names none of them. */
  targetIndex: number | null;
  /** What measures it where its metric has no figure: an older standard, or the nearest figure there is. */
  otherwise: { metric: MetricId; targetIndex: number | null } | null;
  /** Why no figure is bundled, and what would fill it. */
  notCollected: string | null;
  footnote: string | null;
  /** What its metric measures where it is only the nearest figure there is, in our words. */
  nearest: string | null;
};

/** What Annex A asks to be achieved locally, the Taskforce's recommendations by number, the national work beside it. */
type LocalAction = {
  area: PathwayId;
  action: string;
  recommendations: readonly string[];
  national: string | null;
};

export type PathwayArea = {
  id: PathwayId;
  name: string;
  ambitions: readonly Ambition[];
  local: readonly LocalAction[];
};

type Measured =
  | { metric: MetricId; targetIndex?: number; otherwise?: { metric: MetricId; targetIndex?: number } }
  | { notCollected: string };

/** An ambition as its area's file states it: what is left out is usual (printed as it reads, in the Dashboard). */
export type Stated = Measured & {
  id: string;
  ambition: string;
  printed?: string;
  inDashboard?: boolean;
  footnote?: string;
  nearest?: string;
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
    otherwise: 'metric' in stated && stated.otherwise ? { targetIndex: null, ...stated.otherwise } : null,
    notCollected: 'metric' in stated ? null : stated.notCollected,
    footnote: stated.footnote ?? null,
    nearest: stated.nearest ?? null,
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
