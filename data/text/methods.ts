import { DEFAULTS } from '../addresses/choices.ts';
import { FUNNEL_RULE, intervalRule, VERDICT_RULE } from './method.ts';
import { ILLUSTRATIVE } from './status.ts';

/** How figures are made and judged, each method by its name. */
export const METHODS: readonly { name: string; text: string }[] = [
  { name: 'Intervals and comparisons', text: intervalRule(DEFAULTS.confidence) },
  {
    name: 'Better, similar, worse',
    text: 'Of a figure that differs, whether it lies on the favourable side; similar where it does not differ. Higher and lower are said where neither more nor less is better.',
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
    text: 'A quarter or a year is the sum of its months, given only where every month is there. An Alliance is the sum of the CCGs that are counted in it in each month.',
  },
  { name: 'Funnel limits', text: FUNNEL_RULE },
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
    text: 'A straight line through the latest unbroken stretch of figures. A date is given only where the 95% interval of the slope leaves out no change, and the date lies within ten years.',
  },
];

/** What illustrative figures are, beside the methods. */
export const ILLUSTRATIVE_NOTE = {
  name: ILLUSTRATIVE,
  text: 'Made by a seeded script so that the dashboard can be tried. They are no statistic, enter no verdict, comparison or headline, and must not be quoted.',
};
