import { DEFAULTS } from '../addresses/choices.ts';
import type { Metric } from '../metrics/index.ts';
import { SOURCES } from '../sources.ts';

/** What intervals are, and when a figure differs from what it is compared with. */
export const intervalRule = (confidence: string): string =>
  `Intervals: Wilson’s score interval (Wilson 1927). A figure differs from what it is compared with where its ${confidence}% interval does not hold that value and, of counted people, the binomial distribution itself would put it there or further out in under ${confidence === '95' ? '2.5' : '0.1'}% of cases: with few people the interval alone says too much.`;

/** When a standard is met. */
export const VERDICT_RULE =
  'A standard is met or not met where the 95% interval lies wholly on one side of it, and not sure in between.';

/** How the signs of a scorecard are to be read. */
export const scorecardKey = (against: string, confidence: string): string =>
  `▲ better, ● similar, ▼ worse than ${against} by the ${confidence}% interval; ○ not compared. ✓ standard met, ✗ not met, ? not sure, by the 95% interval. The two are different questions.`;

/** What the limits of a funnel are. */
export const FUNNEL_RULE =
  'Funnel: limits at 95% and 99.8% around the benchmark, by the same rule or by the binomial distribution alone (Spiegelhalter 2005). Beyond the 99.8% limits an area is pointed out; of 200 areas that were all alike, ten would lie outside the 95% limits.';

/** How variation beyond chance is told, of counts and of values with intervals. */
export const BEYOND_CHANCE_RULE =
  'Variation beyond chance: Pearson’s χ² of the counts about the pooled proportion, held against its distribution or, where fewer than five people are expected to have or to lack the outcome in an area, against 2,000 draws of areas of the same sizes that are all alike; the share beyond chance is what exceeds the average that chance gives. The standard deviation between areas after DerSimonian and Laird (1986).';
export const BEYOND_CHANCE_OF_VALUES =
  'Variation beyond chance: Cochran’s Q and I², and the standard deviation between areas after DerSimonian and Laird (1986).';

/** How figures are made and judged, each method by its name. */
export const METHODS: readonly { name: string; text: string }[] = [
  { name: 'Intervals and comparisons', text: intervalRule(DEFAULTS.confidence) },
  {
    name: 'Better, similar, worse',
    text: 'Of a figure that differs, whether it lies on the favourable side; similar where it does not differ. Higher and lower are said where neither more nor less is better. An area is compared with the rest of its own Alliance, without itself; alone in it, it is not compared.',
  },
  {
    name: 'Met, not met, not sure',
    text: `${VERDICT_RULE} A national ambition is a reference for a single area, no pass mark.`,
  },
  {
    name: 'Gap in people',
    text: 'How many more people it would have taken, treated, seen or detected in time, for the figure to reach its target.',
  },
  {
    name: 'Sums',
    text: 'A quarter or a year is the sum of its months, an Alliance that of the CCGs that are counted in it in each month. A month of a commissioner that is not published counts as nobody where, by its months around, that can be so by chance; else its submission is missing, and no sum is given that would lack more than 2% of its people. A month far below what is usual is probably incomplete: shown, not ranked, not judged; so is a sum that lacks more than a fifth.',
  },
  { name: 'Funnel limits', text: FUNNEL_RULE },
  { name: 'Beyond chance', text: BEYOND_CHANCE_RULE },
  {
    name: 'Control chart',
    text: 'Mean and limits of monthly figures (XmR), from their moving ranges; they start anew where the series breaks. Limits that reach beyond 0% or 100% are cut there.',
  },
  {
    name: 'Drivers',
    text: 'People short of the standard: its share of a CCG’s patients, less those who were in time. The CCGs sum to the Alliance. A change is split into the CCGs’ own change and that of how many of the people each has.',
  },
  {
    name: 'Pace and date',
    text: 'A straight line through the latest unbroken stretch of figures. A date is where that line reaches the target, with a range for the error of its level and of its slope (Fieller 1954), and never before the last figure; it is given only where the 95% interval of the slope leaves out no change, and the date lies within ten years. Figures that resemble the one before make the range too narrow.',
  },
];

/** Publisher, publication and licence of what metrics are measured by, each source once. */
export function sourcesOf(metrics: readonly Metric[]): string {
  const sources = [...new Set(metrics.map(({ source }) => source))].map((id) => SOURCES[id]);
  const named = sources.map(
    ({ publisher, publication, licence }) => `${publisher}, ${publication}. ${licence}.`,
  );
  return `${sources.length === 1 ? 'Source' : 'Sources'}: ${named.join(' ')}`;
}
