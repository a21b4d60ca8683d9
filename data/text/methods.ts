import { DEFAULTS } from '../addresses/choices.ts';
import type { Metric } from '../metrics/index.ts';
import { SOURCES } from '../sources.ts';

/** What intervals are, and when a figure differs from what it is compared with. */
export const intervalRule = (confidence: string): string =>
  `Intervals: Wilson’s score interval (Wilson 1927). A figure differs from what it is compared with where its ${confidence}% interval does not hold that value. Of counted people a second test must agree: the binomial distribution itself would put a figure there or further out in under ${confidence === '95' ? '2.5' : '0.1'}% of cases. With few people the interval alone says too much.`;

/** When a standard is met, and what is said of the figure by itself. */
export const VERDICT_RULE =
  'A standard is met or not met where the 95% interval lies wholly on one side of it, and not sure in between. Of the figure by itself, it is said to be at or above the standard, or below it.';

/** What the limits of a funnel are. */
export const FUNNEL_RULE =
  'Funnel: limits at 95% and 99.8% around the benchmark, by the same rule or by the binomial distribution alone (Spiegelhalter 2005). Beyond the 99.8% limits an area is pointed out; of 200 areas that were all alike, ten would lie outside the 95% limits.';

/** What limits widened for over-dispersion are. */
export const WIDENED_RULE =
  'Where all areas scatter more than chance allows (over-dispersion), limits are widened by a variance between areas, on the arcsine scale. Extremes are first drawn in to the 10th and 90th percentiles (Spiegelhalter 2005; Spiegelhalter and others 2012). Widened limits show who stands out from the rest. They hide a spread that all share, so both are shown.';

/** How variation beyond chance is told, of counts and of values with intervals. */
export const BEYOND_CHANCE_RULE =
  'Variation beyond chance: Pearson’s χ² of the counts about the pooled proportion, held against its distribution. Where fewer than five people are expected to have or to lack the outcome in an area, it is held against 2,000 draws of areas of the same sizes that are all alike. The share beyond chance is what exceeds the average that chance gives. The standard deviation between areas after DerSimonian and Laird (1986).';
export const BEYOND_CHANCE_OF_VALUES =
  'Variation beyond chance: Cochran’s Q and I², and the standard deviation between areas after DerSimonian and Laird (1986).';

/** How variation is split between and within Alliances. */
export const BETWEEN_RULE =
  'Between and within Alliances: one-way analysis of variance of the areas’ shares, each weighted by its people, as ω² (Hays 1963), which takes off what chance puts between Alliances. Beside it stands the ω² that the same areas give when dealt out at random to Alliances of as many (2,000 deals), and how often these give as much. An area of two Alliances is counted in one.';

/** How figures are made or judged: in words, by which formula, after whom, and when not. */
export type Method = {
  id: string;
  name: string;
  text: string;
  /** The arithmetic, each step a line. */
  formula: readonly string[];
  /** Whose method it is. */
  source: string;
  /** When it is not used. */
  unless: string;
};

/** How figures are made and judged, each method by its name. */
export const METHODS = [
  {
    id: 'intervals',
    name: 'Intervals and comparisons',
    text: intervalRule(DEFAULTS.confidence),
    formula: [
      'x of n people, p = x/n, z = 1.95996 for 95% and 3.09023 for 99.8%',
      '(2x + z² ± z √(z² + 4x(1 − p))) / (2(n + z²))',
      'differs: the benchmark lies outside the interval, and x/n beyond the limits that the binomial distribution about the benchmark puts at 2.5% or 0.1% a side',
    ],
    source:
      'Wilson (1927), Journal of the American Statistical Association 22:209. For small counts the binomial distribution, its limits interpolated between whole people as in Spiegelhalter (2005), Statistics in Medicine 24:1185, appendix.',
    unless:
      'Figures that are no share of counted people keep the interval that their publisher gives; without one they are not compared.',
  },
  {
    id: 'comparison',
    name: 'Better, similar, worse',
    text: 'Of a figure that differs, whether it lies on the favourable side; similar where it does not differ. Higher and lower are said where neither more nor less is better. An area is compared with the rest of its own Alliance, without itself; alone in it, it is not compared.',
    formula: ['rest of the Alliance = (X − x) / (N − n)'],
    source:
      'The colours of Fingertips, DHSC: Public Health Technical Guidance; the rest of a whole is our choice.',
    unless:
      'A figure is not compared with itself, with one of another publication, or where it is probably incomplete.',
  },
  {
    id: 'target',
    name: 'Met, not met, not sure',
    text: `${VERDICT_RULE} A national ambition is a reference for a single area, no pass mark.`,
    formula: ['met: lower end ≥ target', 'not met: upper end < target', 'not sure: in between'],
    source: 'NHS England’s standards, dated; the rule by the interval is our choice.',
    unless: 'Ambitions for England are no pass mark of an area.',
  },
  {
    id: 'gap',
    name: 'Gap in people',
    text: 'How many more people it would have taken, treated, seen or detected in time, for the figure to reach its target.',
    formula: ['the least whole number that is at least target × n, less x'],
    source: 'Arithmetic.',
    unless: 'Where a figure has no counts there is no gap in people.',
  },
  {
    id: 'sums',
    name: 'Sums',
    text: 'A quarter or a year is the sum of its months, an Alliance that of the CCGs that are counted in it in each month. A month of a commissioner that is not published counts as nobody where, by its months around, that can be so by chance; else its submission is missing, and no sum is given that would lack more than 2% of its people. A month far below what is usual is probably incomplete: shown, not ranked, not judged; so is a sum that lacks more than a fifth.',
    formula: [
      'λ = the median of the twelve nearest months with a figure, × England’s month ÷ its median in the same months where that is below 1',
      'nobody: e^−λ > 1%; else missing',
      'probably incomplete: n < λ/4 and Poisson P(X ≤ n) < 0.1%',
    ],
    source: 'Counts are added, percentages never averaged. The rule for what is missing is our choice.',
    unless:
      'Indices, rates and mean scores cannot be added: for an Alliance their mean over its CCGs is our approximation, and says so.',
  },
  {
    id: 'funnel',
    name: 'Funnel limits',
    text: FUNNEL_RULE,
    formula: [
      'θ the benchmark, n the people: θ ± z √(θ(1 − θ)/n)',
      'or, further out, the share beyond which the binomial distribution itself puts 2.5% or 0.1%',
    ],
    source: 'Spiegelhalter (2005), Statistics in Medicine 24:1185.',
    unless:
      'Under ten areas, for indices, rates and scores, and around a benchmark of 0% or 100% there is no funnel.',
  },
  {
    id: 'over-dispersion',
    name: 'Widened limits',
    text: WIDENED_RULE,
    formula: [
      'y = arcsin √p, with variance 1/(4n) by chance; Z = (y − y₀) 2√n, drawn in to its 10th and 90th percentiles',
      'φ = mean of Z²; τ² = max(0, (k φ − (k − 1)) / (Σw − Σw²/Σw)), w = 4n',
      'limits: y₀ ± z √(1/(4n) + τ²), turned back',
    ],
    source:
      'Spiegelhalter (2005), as above; Spiegelhalter and others (2012), Journal of the Royal Statistical Society A 175:1; DerSimonian and Laird (1986), Controlled Clinical Trials 7:177.',
    unless: 'Limits are never drawn in: where areas scatter less than chance they stay.',
  },
  {
    id: 'beyond-chance',
    name: 'Beyond chance',
    text: BEYOND_CHANCE_RULE,
    formula: [
      'p̄ = Σx/Σn; χ² = Σ (x − n p̄)² / (n p̄ (1 − p̄)), k − 1 degrees of freedom',
      'share beyond chance = max(0, 1 − average χ² of areas that are all alike / χ²)',
    ],
    source:
      'Pearson (1900); the share after Higgins and Thompson (2002), Statistics in Medicine 21:1539; on Q with small numbers Hoaglin (2016), same journal 35:485.',
    unless: 'Where figures carry neither counts nor intervals, variation beyond chance is not told.',
  },
  {
    id: 'between',
    name: 'Between and within Alliances',
    text: BETWEEN_RULE,
    formula: [
      'SSB = Σ N (P − p̄)² of the Alliances, SST = Σ n (p − p̄)² of the areas; k areas in g Alliances',
      'ω² = (SSB − (g − 1) m) / (SST + m), m = (SST − SSB) / (k − g)',
    ],
    source: 'Hays (1963), Statistics for Psychologists.',
    unless: 'For figures without counts, for no more areas than Alliances, and where all are alike.',
  },
  {
    id: 'ranks',
    name: 'Ranks',
    text: 'A place among all areas, with the range of places that chance leaves open: 500 draws of every area’s figure about itself with the error of its interval, each time put in order. Nothing here is a league table.',
    formula: ['the 2.5th and 97.5th percentile of the places an area takes'],
    source: 'Goldstein and Spiegelhalter (1996), Journal of the Royal Statistical Society A 159:385.',
    unless: 'Areas without an interval, or with a figure that is probably incomplete, have no place.',
  },
  {
    id: 'control-chart',
    name: 'Control chart',
    text: 'Mean and limits of monthly figures (XmR), from their moving ranges; they start anew where the series breaks, and are cut at 0% and 100%. Where a month has few people, or numbers of people differ by more than a quarter, the last month is read by a p′ chart as well (Laney 2002), whose limits allow for them; where the two disagree, it is said. The XmR chart stays, as the one that colleagues use.',
    formula: [
      'moving range = difference of a month from the month before; mR̄ = their mean, ranges of 3.267 mR̄ or more left out once',
      'limits = mean ± 2.66 mR̄',
      'special cause: beyond a limit; seven in a row rising, falling or on one side; two of three beyond two thirds of the way to a limit',
      'p′: p̄ ± 3 σz √(p̄(1 − p̄)/n), σz = mean of |zᵢ − zᵢ₋₁| / 1.128, z = (p − p̄) / √(p̄(1 − p̄)/n)',
    ],
    source:
      'Shewhart (1931); NHS England, Making Data Count, as in NHSRplotthedots 0.2.2; Laney (2002), Quality Engineering 14:531.',
    unless: 'Under twelve figures, or where a third of them are at 0% or 100%, there are no limits.',
  },
  {
    id: 'recent-trend',
    name: 'Recent trend',
    text: 'Whether the last five annual figures rise or fall, by the chi-squared test for trend of their counts at 99.8%; no change where they do not, or where leaving out one year turns the slope round.',
    formula: ['χ² for trend on one degree of freedom > 9.5495'],
    source: 'DHSC, Fingertips, Public Health Technical Guidance: recent trends.',
    unless: 'Not across a gap or a break, and not of figures without counts or intervals.',
  },
  {
    id: 'change',
    name: 'Changed, or no change beyond chance',
    text: 'Two figures differ beyond chance where the 95% interval of their difference leaves out zero. Else the sentence says: no change beyond chance.',
    formula: [
      'd = p₂ − p₁; lower = d − √((p₂ − l₂)² + (u₁ − p₁)²), upper = d + √((u₂ − p₂)² + (p₁ − l₁)²), with the intervals l to u of each',
    ],
    source:
      'Newcombe (1998), Statistics in Medicine 17:873, method 10; of published intervals Zou and Donner (2008), same journal 27:1693.',
    unless: 'Not across a break, of figures without intervals, or of one that is probably incomplete.',
  },
  {
    id: 'drivers',
    name: 'Drivers',
    text: 'People short of the standard: its share of a CCG’s patients, less those who were in time. The CCGs, and what is in the figure of none of them, sum to the Alliance. A change is split into the CCGs’ own change and that of how many of the people each has.',
    formula: [
      'beyond = target × n − x, in whole people by largest remainders',
      'own change = mean weight × (p₂ − p₁); change of weight = (w₂ − w₁) × (mean p − mean of the Alliance)',
    ],
    source:
      'Kitagawa (1955), Journal of the American Statistical Association 50:1168; Hamilton’s method of apportionment.',
    unless: 'Where CCGs merged between the two periods, or the series breaks, the change is not split.',
  },
  {
    id: 'pace',
    name: 'Pace and date',
    text: 'A straight line through the latest unbroken stretch of figures. A date is where that line reaches the target, with a range for the error of its level and of its slope (Fieller 1954). It is never before the last figure. It is given only where the 95% interval of the slope leaves out no change, and the date lies within ten years. Figures that resemble the one before make the range too narrow.',
    formula: [
      'v = a + b (t − t̄) by least squares; b ± t s / √Σ(t − t̄)², with n − 2 degrees of freedom',
      'date = t̄ + (target − a) / b; its range: the times at which target lies within the 95% interval of the line',
    ],
    source:
      'Montgomery, Peck and Vining, Introduction to Linear Regression Analysis, 2.4; Fieller (1954), Journal of the Royal Statistical Society B 16:175.',
    unless:
      'Under eight quarters or five years, across a break, where the target is met, or where the slope may be none.',
  },
  {
    id: 'approximation',
    name: 'Our approximation',
    text: 'An index, a rate or a mean score cannot be added up. For an Alliance we show the mean of its CCGs, weighted by people or respondents, and call it our approximation wherever it stands.',
    formula: ['Σ w v / Σ w, over the CCGs with a figure; none where one is missing'],
    source: 'Ours; no official statistic.',
    unless: 'Where the publisher prints a figure of the area itself, that stands.',
  },
] as const satisfies readonly Method[];

/** What a method is called in an address: `/methods#funnel`. */
export type MethodId = (typeof METHODS)[number]['id'];

/** Publisher, publication and licence of what metrics are measured by, each source once. */
export function sourcesOf(metrics: readonly Metric[]): string {
  const sources = [...new Set(metrics.map(({ source }) => source))].map((id) => SOURCES[id]);
  const named = sources.map(
    ({ publisher, publication, licence }) => `${publisher}, ${publication}. ${licence}.`,
  );
  return `${sources.length === 1 ? 'Source' : 'Sources'}: ${named.join(' ')}`;
}
