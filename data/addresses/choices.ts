/** Per cent of the interval that must exclude a benchmark for a figure to differ from it; the default first. */
export const CONFIDENCES = ['95', '99.8'] as const;

/** How funnel limits are made: as the Wilson score test, or from the binomial distribution itself; the default first. */
export const LIMITS = ['score', 'exact'] as const;

/** What the server takes for what a question leaves out. */
export const DEFAULTS = { benchmark: 'england', confidence: CONFIDENCES[0], group: 'all', limits: LIMITS[0] };

/** Benchmarks under which each area has one of its own: its Alliance, its ten most similar CCGs. */
export const OWN_BENCHMARKS: readonly string[] = ['alliance', 'similar'];
