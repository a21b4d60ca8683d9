import { financialYear, monthsOf, type Period, quarter } from '../../../data/periods.ts';
import { shifted } from '../../dataset/geography.ts';
import { ProblemError } from '../../http/problem.ts';
import { wellFormedPeriod } from '../shared/lookup.ts';

/** The period of the same length a year before. */
function yearBefore({ grain, start, end }: Period): string {
  const [from, until] = [shifted(start, -12), shifted(end, -12)];
  switch (grain) {
    case 'month':
      return from;
    case 'quarter':
      return quarter(from);
    case 'year':
      return financialYear(from);
    case 'calendar-year':
      return from.slice(0, 4);
    case 'rolling':
      return `${from.slice(0, 4)}-${until.slice(0, 4)}`;
  }
}

/**
 * The period to tell a change from: the one asked for, or the one a year before. Throws a 404 where it is malformed; a 400
 * unless it is as long as the period and begins before it.
 */
export function baselineOf(period: Period, asked: string | undefined): Period {
  const baseline = wellFormedPeriod(asked ?? yearBefore(period));
  const alike = baseline.grain === period.grain && monthsOf(baseline).length === monthsOf(period).length;
  if (alike && baseline.start < period.start) return baseline;
  const wrong = alike ? 'does not begin before' : 'is not as long as';
  throw new ProblemError(
    'invalid_value',
    `The parameter 'baseline' is '${baseline.id}', which ${wrong} the period ${period.id}. A year before it is ${yearBefore(period)}.`,
    [yearBefore(period)],
  );
}
