import type { Trend } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/types.ts';
import { SOURCES } from '../../../data/sources.ts';
import { recentTrendWords } from '../../../data/text/control.ts';
import { periodWords } from '../../../data/text/figure.ts';
import type { Mark } from '../../charts/over-time/series.ts';
import { Breaks } from './Breaks.tsx';

type Props = { metric: Metric; trend: Trend; marks: readonly Mark[]; band: boolean };

/** What must be said under a trend: where it ends or breaks, where it is heading, its cautions and its source. */
export function TrendCaption({ metric, trend, marks, band }: Props) {
  const { successor, note, area, query, recentTrend, dataVersion } = trend;
  const source = SOURCES[metric.source];
  const notes = [...new Set(trend.points.flatMap((point) => point.notes))];
  const annual = query.grain === 'year' || query.grain === 'calendar-year';
  return (
    <>
      {annual && (
        <p>
          <b>Recent trend{recentTrend.direction === 'not-calculated' && ' not calculated'}.</b>{' '}
          {recentTrendWords(recentTrend)}
        </p>
      )}
      {successor && (
        <p>
          The series ends where {area.name} was succeeded by{' '}
          <a href={`/ccgs/${successor.area}`}>{successor.name}</a>, from {periodWords(successor.from)}.
        </p>
      )}
      {note && !successor && <p>{note}</p>}
      <Breaks marks={marks} />
      <details className="notes">
        <summary>Definition, cautions and source</summary>
        <p>{metric.definition}</p>
        <p>
          {[...metric.cautions, ...notes].join(' ')}{' '}
          {band && 'The band around the line is the 95% interval. '}
          The axis does not start at zero.
        </p>
        <p>
          Source: {source.publisher}, {source.publication}. {source.licence}. Data version {dataVersion}.
        </p>
      </details>
    </>
  );
}
