import type { BreakReply } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { type Grain, type Period, parsePeriod } from '../../../data/periods.ts';
import type { Own, OwnRow } from '../shared/own.ts';
import { breaksWithin } from '../shared/series.ts';

/** A figure in time. */
export type Timed = { row: OwnRow; period: Period; time: number; value: number };

const monthNumber = (month: string) => 12 * Number(month.slice(0, 4)) + Number(month.slice(5)) - 1;

/** The middle of a period, in years: April 2016 to March 2017 is 2016.75. */
export const middleOf = ({ start, end }: Period): number =>
  (monthNumber(start) + monthNumber(end) + 1) / 2 / 12;

/** The end of a month, in years: of December 2020 it is 2021. */
export const endOf = (month: string): number => (monthNumber(month) + 1) / 12;

/** The start of a month, in years. */
export const startOf = (month: string): number => monthNumber(month) / 12;

/** How long a series a pace is read from, and what its figures are called. */
export type Length = { grain: Grain; fewest: number; most: number; one: string; many: string };

const QUARTERS: Length = { grain: 'quarter', fewest: 8, most: 12, one: 'quarter', many: 'quarters' };
const YEARS: Length = { grain: 'year', fewest: 5, most: 10, one: 'year', many: 'years' };
const LENGTHS: readonly Length[] = [QUARTERS, YEARS, { ...YEARS, grain: 'calendar-year' }];

/** What a pace is read from: all figures of one length, the last of them without a break, and the break before these. */
export type Stretch = {
  length: Length;
  figures: readonly Timed[];
  last: readonly Timed[];
  broken: BreakReply | null;
};

function figuresOf({ rows, at }: Own, grain: Grain): Timed[] {
  return rows.flatMap((row) => {
    const period = row.grain === grain && row.end <= at.end ? parsePeriod(row.period) : null;
    return period && row.value !== null ? [{ row, period, time: middleOf(period), value: row.value }] : [];
  });
}

/**
 * The series that a pace is read from, as at a period: by quarter where there are quarters, else by year; null where
 * there is neither. Nothing before the latest break counts, up to the end of the figure shown (`until`).
 */
export function stretchOf(own: Own, until: string): Stretch | null {
  for (const length of LENGTHS) {
    const figures = figuresOf(own, length.grain);
    const [first, latest] = [figures[0], figures.at(-1)];
    if (!first || !latest) continue;
    const span = {
      start: first.period.start,
      end: until > latest.period.end ? until : latest.period.end,
    };
    const broken = breaksWithin(own.geography, metricOf(own.id), own.area, span).at(-1) ?? null;
    const since = figures.filter(({ period }) => broken === null || period.start >= broken.from);
    return { length, figures, last: since.slice(-length.most), broken };
  }
  return null;
}
