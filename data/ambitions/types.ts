import type { MetricId } from '../metrics/index.ts';

export const PATHWAY_IDS = [
  'prevention',
  'early-diagnosis',
  'treatment-and-care',
  'living-with-and-beyond',
  'enablers',
] as const;
export type PathwayId = (typeof PATHWAY_IDS)[number];

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
  /** Why no figure is bundled, and what would fill it. */
  notCollected: string | null;
  footnote: string | null;
};

/** What Annex A asks to be achieved locally, the Taskforce's recommendations by number, the national work beside it. */
export type LocalAction = {
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
