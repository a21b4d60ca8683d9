import { parsePeriod } from '../../data/periods.ts';

/** The year that a period is, and of which kind (a bare number: a calendar year); null where it is none. */
function yearOf(period: string | number): { kind: string; year: number } | null {
  if (typeof period === 'number')
    return Number.isInteger(period) ? { kind: 'calendar-year', year: period } : null;
  const parsed = parsePeriod(period);
  if (parsed === null || !(parsed.grain === 'year' || parsed.grain === 'calendar-year')) return null;
  return { kind: parsed.grain, year: Number(parsed.start.slice(0, 4)) };
}

/**
 * The last so many years of annual points, oldest first whatever their order, or in words why a trend cannot be read
 * from them: periods that are no years (monthly, quarterly, rolling), of two kinds, too few, or with a year missing.
 */
export function lastYears<T extends { period: string | number }>(
  points: readonly T[],
  count: number,
): T[] | string {
  const dated = points.map((point) => ({ point, date: yearOf(point.period) }));
  if (dated.some(({ date }) => date === null))
    return 'periods are not single years: monthly, quarterly and rolling figures are not tested';
  if (new Set(dated.map(({ date }) => date?.kind)).size > 1)
    return 'financial and calendar years cannot be mixed';
  if (points.length < count)
    return `${points.length === 1 ? 'there is 1 year' : `there are ${points.length} years`} of figures: ${count} are needed`;
  const year = (one: (typeof dated)[number]) => one.date?.year ?? 0;
  const last = dated.sort((a, b) => year(a) - year(b)).slice(-count);
  if (last.some((one, i) => i > 0 && year(one) !== year(last[i - 1] as typeof one) + 1))
    return `the last ${count} years of figures do not follow each other`;
  return last.map(({ point }) => point);
}
