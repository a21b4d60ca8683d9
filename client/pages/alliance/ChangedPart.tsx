import { useQueries } from '@tanstack/react-query';
import type { Trend, TrendPoint } from '../../../data/contract/index.ts';
import { type MetricId, metric as metricOf } from '../../../data/metrics/index.ts';
import { endOf, parsePeriod } from '../../../data/periods.ts';
import { standardSteps } from '../../../data/standards.ts';
import { movedWords, stepSentence } from '../../../data/text/board.ts';
import { formatCount, formatValue } from '../../../data/text/format.ts';
import { periodBrief } from '../../../data/text/words.ts';
import { trendQuery } from '../../api.ts';
import { TableBox } from '../../ui/DataTable.tsx';
import { type Board, Part, useScorecard } from './board.tsx';

/** The waits of the standards of the time: until the autumn of 2023, and since. */
const SHOWN: readonly MetricId[] = [
  '62-day-wait',
  '62-day-combined',
  '31-day-wait',
  '31-day-combined',
  'two-week-wait',
  '28-day-diagnosis',
];

/** The chief waiting times in the latest period by then, against the same one a year before: in words, with the numbers. */
export function ChangedPart(board: Board) {
  const { data: card } = useScorecard(board);
  const end = endOf(card?.period ?? '');
  const columns = (card?.columns ?? []).filter(({ metric }) => SHOWN.includes(metric));
  const answers = useQueries({
    queries: columns.map(({ metric, period }) =>
      trendQuery({
        metric,
        area: board.alliance.area,
        grain: parsePeriod(period)?.grain ?? 'month',
        group: 'all',
      }),
    ),
  });
  if (card && columns.length === 0) return null;
  return (
    <Part id="changed" title="What changed in a year">
      <TableBox label="What changed in a year">
        <table>
          <thead>
            <tr>
              <th scope="col">Metric</th>
              <th scope="col">A year before</th>
              <th scope="col">Latest</th>
              <th scope="col">Change</th>
            </tr>
          </thead>
          <tbody>
            {columns.map(({ metric: id }, index) => {
              const metric = metricOf(id);
              const trend = answers[index]?.data;
              const { before, now, reason } = trend ? inAYear(trend, end) : PENDING;
              const figure = (point: typeof now) =>
                point?.value == null ? (
                  <span className="quiet">No figure</span>
                ) : (
                  <>
                    <b>{formatValue(metric, point.value)}</b>{' '}
                    <span className="quiet">
                      {periodBrief(point.period)}
                      {point.denominator !== null && `, ${formatCount(point.denominator)} people`}
                    </span>
                  </>
                );
              return (
                <tr key={id}>
                  <th scope="row">{metric.label}</th>
                  <td>{figure(before)}</td>
                  <td>{figure(now)}</td>
                  <td>
                    {reason ??
                      (before?.value != null &&
                        now?.value != null &&
                        [
                          `${movedWords(metric, { ...before, value: before.value }, { ...now, value: now.value })}.`,
                          ...standardSteps(metric, endOf(before.period), endOf(now.period)).map((step) =>
                            stepSentence(metric, step),
                          ),
                        ].join(' '))}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableBox>
      <p className="note">
        Changes are reckoned before rounding; where their 95% interval (Newcombe 1998) includes zero, there is
        no change beyond chance. Two periods are no trend: that is read from the control charts above.
      </p>
    </Part>
  );
}

const PENDING = { before: null, now: null, reason: 'Loading…' };

type InAYear =
  | { before: TrendPoint; now: TrendPoint; reason: null }
  | { before: TrendPoint | null; now: TrendPoint | null; reason: string };

const yearAfter = (month: string) => `${Number(month.slice(0, 4)) + 1}${month.slice(4)}`;

/** The last figure whose period ends in or before a month, and that of a year before it; or why they cannot be compared. */
export function inAYear({ points, breaks }: Pick<Trend, 'points' | 'breaks'>, month: string): InAYear {
  const now = points.findLast(({ period, value }) => value !== null && endOf(period) <= month);
  if (now === undefined)
    return { before: null, now: null, reason: 'There is no figure by the end of the period chosen.' };
  const end = endOf(now.period);
  const before = points.find(({ period }) => yearAfter(endOf(period)) === end);
  if (before === undefined || before.value === null)
    return { before: null, now, reason: 'There is no figure for the year before.' };
  const between = breaks.find(({ from }) => endOf(before.period) < from && from <= end);
  if (between) return { before, now, reason: `Not comparable with the year before. ${between.reason}` };
  return { before, now, reason: null };
}
