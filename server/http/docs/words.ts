import type { Comparison, Status, Verdict, Zone } from '../../../data/contract/index.ts';
import { type BASES, type Kind, LEVELS, type Level } from '../../../data/metrics/types.ts';
import { parsePeriod, periodLabel } from '../../../data/periods.ts';
import { FORMULA_RULE } from '../../../data/text/csv.ts';
import { code, codes, escaped, type Part, prose, table, terms } from './html.ts';

const STATUS_MEANS: Record<Status, string> = {
  published: 'The publisher’s figure, as it was published.',
  derived: 'Our own sum of published figures, such as a year’s or an Alliance’s; not an official statistic.',
  'inferred-period': 'Published without saying for which period; the period is inferred.',
  suppressed: 'A gap: the publisher withheld it, as too few people are counted. Its `value` is null.',
  'not-published': 'A gap: the publisher has no figure for the area and period. Its `value` is null.',
  illustrative:
    'Illustrative, not published: made so that the page can be tried. It has no comparison, verdict or rank. Do not quote it.',
};

const COMPARISON_MEANS: Record<Comparison, string> = {
  better: 'The interval leaves the benchmark out, on the good side.',
  similar: 'The interval holds the benchmark: chance alone may make the difference.',
  worse: 'The interval leaves the benchmark out, on the bad side.',
  higher: 'The interval lies above the benchmark; neither side of this metric is good or bad.',
  lower: 'The interval lies below the benchmark; neither side is good or bad.',
  'not-compared': '`comparisonReason` says why: no figure, no interval, or the area is the benchmark itself.',
};

const VERDICT_MEANS: Record<Verdict, string> = {
  met: 'The whole 95% interval reaches the target.',
  'not-met': 'The whole 95% interval falls short of it.',
  'not-sure': 'The 95% interval spans the target, or is not known.',
  'no-target':
    'No standard holds in the period, or there is no figure to hold to it. Ambitions are national: for an area they are no pass mark.',
};

const ZONE_MEANS: Record<Zone, string> = {
  'low-998': 'Below the lower 99.8% limit of the funnel.',
  'low-95': 'Between the lower 99.8% and 95% limits.',
  inside: 'Inside the 95% limits.',
  'high-95': 'Between the upper 95% and 99.8% limits.',
  'high-998': 'Above the upper 99.8% limit.',
};

const BASIS_MEANS: Record<(typeof BASES)[number], string> = {
  standard: 'A national standard, to be met in every period.',
  ambition: 'A value to be reached by a year.',
  direction: 'A direction without a number.',
  variation: 'Less difference between areas.',
};

const KIND_MEANS: Record<Kind, string> = {
  proportion: 'A number from 0 to 1: 0.817 is 81.7%. Numerator and denominator come with it.',
  index: 'A modelled percentage from 0 to 100: 68.2 is 68.2%.',
  rate: 'A number per 100,000 people.',
  mean: 'A mean score on the scale that the metric’s unit names.',
};

const LEVEL_MEANS: Record<Level, string> = {
  england: '`england`.',
  region: 'A region of NHS England, by an id such as `region-north`.',
  alliance: 'A Cancer Alliance, by an id such as `greater-manchester`.',
  ccg: 'A clinical commissioning group, by its NHS code: `08C`.',
};

const words = (meanings: Record<string, string>) =>
  terms(Object.entries(meanings).map(([word, meaning]) => [code(word), prose(meaning)]));

const periodRows = ['2016-04', 'fy2016-17-q1', 'fy2016-17', '2013', '2012-2014'].map((id) => {
  const period = parsePeriod(id);
  return [code(id), period?.grain ?? '', period ? periodLabel(period) : ''];
});

/** What the numbers, ids and dates of every reply mean. */
export const conventions = (): Part => ({
  id: 'conventions',
  heading: 'Numbers, periods and areas',
  body: `<p>Numbers are JSON numbers; nothing is rounded. What is not known is <code>null</code>, never zero. The <code>kind</code> of
a metric says what its values are:</p>${words(KIND_MEANS)}
<p>Intervals are 95% intervals: Wilson’s score interval where there are counts, else the publisher’s. Months are
<code>YYYY-MM</code>; years and quarters are those of the NHS, from April.</p>
${table('Ids of periods', ['Id', 'Grain', 'It means'], periodRows)}
<p>An area is known by its id, which ${code('/api/areas')} lists. Levels are ${codes(LEVELS)}:</p>${words(LEVEL_MEANS)}
<p>Parameters are strict: one that is misspelt, empty or given twice is refused, never overlooked. Only GET and HEAD are
answered. Text is UTF-8.</p>
<p>In CSV files: ${escaped(FORMULA_RULE)}</p>`,
});

/** What the words in replies mean: of status, comparison, verdict, zone and basis. */
export const vocabulary = (): Part => ({
  id: 'words',
  heading: 'Words in replies',
  body: `<h4>status: where a figure comes from</h4>${words(STATUS_MEANS)}
<h4>comparison: how it stands to the benchmark</h4><p>By its interval, of 95% or of the <code>confidence</code> asked for.</p>${words(COMPARISON_MEANS)}
<h4>verdict: whether the target is met</h4>${words(VERDICT_MEANS)}
<h4>zone: where it lies in a funnel plot</h4>${words(ZONE_MEANS)}
<h4>basis: what kind of target it is</h4>${words(BASIS_MEANS)}`,
});
