import { useQueries } from '@tanstack/react-query';
import type { Trend, TrendPoint } from '../../../data/contract/index.ts';
import { type MetricId, metric as metricOf } from '../../../data/metrics/index.ts';
import { endOf } from '../../../data/periods.ts';
import { movedSentence } from '../../../data/text/board.ts';
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

/** The chief waiting times in the last quarter by then, against the quarter before: in words, with the numbers. */
export function ChangedPart(board: Board) {
  const { data: card } = useScorecard(board);
  const end = endOf(card?.period ?? '');
  const columns = SHOWN.filter((id) => card?.columns.some(({ metric }) => metric === id));
  const answers = useQueries({
    queries: columns.map((id) =>
      trendQuery({ metric: id, area: board.alliance.area, grain: 'quarter', group: 'all' }),
    ),
  });
  if (card && columns.length === 0) return null;
  return (
    <Part
      id="changed"
      subject="The last quarter by then, against the quarter before"
      title="What changed most recently"
    >
      <TableBox label="What changed most recently">
        <table>
          <thead>
            <tr>
              <th scope="col">Measure</th>
              <th scope="col">Quarter before</th>
              <th scope="col">Last quarter</th>
              <th scope="col">Change</th>
            </tr>
          </thead>
          <tbody>
            {columns.map((id, index) => {
              const metric = metricOf(id);
              const trend = answers[index]?.data;
              const { before, now, reason } = trend ? lastTwo(trend, end) : PENDING;
              const figure = (point: typeof now) =>
                point?.value == null ? (
                  <span className="quiet">None</span>
                ) : (
                  <>
                    <b>{formatValue(metric, point.value)}</b>
                    <span className="quiet block">
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
                        `${movedSentence(metric, { ...before, value: before.value }, { ...now, value: now.value })}.`)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableBox>
      <p className="note">
        No change beyond chance: the 95% interval of the difference (Newcombe 1998) holds none. A change from
        one quarter to the next can also be the time of year; the control chart above shows more of them.
      </p>
    </Part>
  );
}

const PENDING = { before: null, now: null, reason: 'Loading…' };

type LastTwo =
  | { before: TrendPoint; now: TrendPoint; reason: null }
  | { before: TrendPoint | null; now: TrendPoint | null; reason: string };

/** The last figure whose period ends in or before a month, and the one before it; or why they cannot be compared. */
export function lastTwo({ points, breaks }: Pick<Trend, 'points' | 'breaks'>, month: string): LastTwo {
  const last = points.findLastIndex(({ period }) => endOf(period) <= month);
  const now = points[last];
  const before = points[last - 1];
  if (now === undefined || now.value === null)
    return { before: null, now: null, reason: now?.notes.join(' ') || 'There is no figure by then.' };
  if (before === undefined || before.value === null)
    return { before: null, now, reason: 'There is no figure for the quarter before.' };
  const between = breaks.find(({ from }) => endOf(before.period) < from && from <= endOf(now.period));
  if (between) return { before, now, reason: `Not comparable with the quarter before. ${between.reason}` };
  return { before, now, reason: null };
}
