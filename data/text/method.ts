/** What intervals are, and when a figure differs from what it is compared with. */
export const intervalRule = (confidence: string): string =>
  `Intervals: Wilson’s score interval (Wilson 1927). A figure differs from what it is compared with where its ${confidence}% interval does not hold that value.`;

/** When a standard is met. */
export const VERDICT_RULE =
  'A standard is met or not met where the 95% interval lies wholly on one side of it, and not sure in between.';

/** How the signs of a scorecard are to be read. */
export const scorecardKey = (against: string, confidence: string): string =>
  `▲ better, ● similar, ▼ worse than ${against} by the ${confidence}% interval; ○ not compared. ✓ standard met, ✗ not met, ? not sure, by the 95% interval. The two are different questions.`;

/** What the limits of a funnel are. */
export const FUNNEL_RULE =
  'Funnel: limits at 95% and 99.8% around the benchmark, by the same test or by the binomial distribution itself (Spiegelhalter 2005). Beyond the 99.8% limits an area is pointed out; of 200 areas that were all alike, ten would lie outside the 95% limits.';

export const VERDICT_GLYPHS = { met: '✓', 'not-met': '✗', 'not-sure': '?', 'no-target': '' } as const;
