import { useQueries } from '@tanstack/react-query';
import { type MetricId, metric as metricOf } from '../../../data/metrics/index.ts';
import { parsePeriod } from '../../../data/periods.ts';
import { movedSentence } from '../../../data/text/board.ts';
import { periodBrief } from '../../../data/text/figure.ts';
import { formatCount, formatValue } from '../../../data/text/format.ts';
import { trendQuery } from '../../api.ts';
import { TableBox } from '../../ui/TableBox.tsx';
import { moved } from './moved.ts';
import { Part } from './Part.tsx';
import { type Board, useScorecard } from './useBoard.ts';

const SHOWN: readonly MetricId[] = ['62-day-wait', '31-day-wait', 'two-week-wait'];

/** The three chief waiting times in the last quarter by then, against the quarter before: in words, with the numbers. */
export function ChangedPart(board: Board) {
  const { data: card } = useScorecard(board);
  const end = parsePeriod(card?.period ?? '')?.end ?? '';
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
              const { before, now, reason } = trend ? moved(trend, end) : PENDING;
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
                        `${movedSentence(metric, before.value, now.value)}.`)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableBox>
      <p className="note">
        A change from one quarter to the next can be chance, or the time of year; the control chart above says
        what is more than chance.
      </p>
    </Part>
  );
}

const PENDING = { before: null, now: null, reason: 'Loading…' };
