/** Per cent of the interval that must exclude a benchmark for a figure to differ from it; the default first. */
export const CONFIDENCES = ['95', '99.8'] as const;

/** How funnel limits are made: as the Wilson score test, or from the binomial distribution itself; the default first. */
export const LIMITS = ['score', 'exact'] as const;

/** What the areas of a map and its list are coloured by. */
export const COLOURINGS = ['target', 'england', 'value'] as const;

/** What the server takes for granted where a question leaves it out. */
export const DEFAULTS = { benchmark: 'england', confidence: CONFIDENCES[0], group: 'all', limits: LIMITS[0] };

/** Benchmarks under which each area has one of its own: its Alliance, its ten most similar CCGs. */
export const OWN_BENCHMARKS: readonly string[] = ['alliance', 'similar'];

/** The parts of a board pack in their order, each of one slide or more. */
export const PACK_SLIDES = [
  { id: 'cover', name: 'Cover' },
  { id: 'findings', name: 'Findings' },
  { id: 'ambitions', name: 'Ambitions and standards' },
  { id: 'map', name: 'Map' },
  { id: 'trend-62-day', name: '62-day wait by month' },
  { id: 'trend-31-day', name: '31-day wait by month' },
  { id: 'scorecard', name: 'Scorecard' },
  { id: 'drivers', name: 'Which areas make the gap' },
  { id: 'variation', name: 'Variation' },
  { id: 'progress', name: 'Progress, with its path' },
  { id: 'cautions', name: 'Cautions and sources' },
] as const;
export type SlideId = (typeof PACK_SLIDES)[number]['id'];

/** The slides that put areas beside each other: an Alliance of one CCG or ICB has none of them. */
export const COMPARING_SLIDES: readonly SlideId[] = ['map', 'drivers'];
