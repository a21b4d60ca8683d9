import type { MethodId } from './methods.ts';

/** A term as a reader meets it, in a sentence or two; with the method that goes further into it. */
export type Term = { name: string; text: string; method?: MethodId };

/** The terms of the field that pages use, each explained once. */
export const GLOSSARY: readonly Term[] = [
  {
    name: 'Ambition',
    text: 'What the Cancer Taskforce set out in 2015 for England as a whole, such as a survival to reach by 2020. For one area it is a reference, not a pass mark.',
  },
  {
    name: 'Benchmark',
    text: 'What a figure is compared with: England, the area’s own Alliance, or similar areas.',
    method: 'comparison',
  },
  {
    name: 'Cancer Alliance',
    text: 'The NHS bodies of one part of England that plan cancer care together.',
  },
  {
    name: 'CCG',
    text: 'Clinical commissioning group: the local NHS body that planned and paid for care until July 2022.',
  },
  { name: 'ICB', text: 'Integrated care board: the NHS body that took over from CCGs in July 2022.' },
  {
    name: 'Interval',
    text: 'The range in which the true figure probably lies. With few people it is wide. A 95% interval holds the true figure 95 times in 100.',
    method: 'intervals',
  },
  {
    name: 'Funnel plot',
    text: 'A chart of areas by size. Its two curved lines show how far chance alone would move an area of that size. Small areas move further.',
    method: 'funnel',
  },
  {
    name: 'Over-dispersion',
    text: 'All areas differ by more than chance allows. The funnel can then be widened, to show who stands out from the rest.',
    method: 'over-dispersion',
  },
  {
    name: 'Control chart',
    text: 'A line of monthly figures with its mean and two limits. Within them a month goes up and down as usual.',
    method: 'control-chart',
  },
  {
    name: 'Special cause',
    text: 'A change in a control chart that is more than the usual ups and downs. The chart does not say what caused it.',
    method: 'control-chart',
  },
  {
    name: 'Standard',
    text: 'A share that the NHS must reach, such as 85% of people treated within 62 days.',
    method: 'target',
  },
  {
    name: 'Met, not met, not sure',
    text: 'A standard is met where even the lower end of the interval is at or above it. It is not met where even the upper end is below it. In between it is not sure. A figure can be above a standard and still be not sure.',
    method: 'target',
  },
  {
    name: 'Two decimals',
    text: 'Most shares have one decimal. A second one stands where the first alone would round the figure to a target that it does not reach, or has passed: 79.97%, not 80.0%.',
  },
  {
    name: 'Numerator and denominator',
    text: 'Of 1,560 people 1,234 were treated in time: 1,234 is the numerator and 1,560 the denominator.',
  },
  { name: 'Provisional', text: 'Published, but still to be checked by the publisher. It may change.' },
];
