import type { Snapshot, SnapshotArea } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import {
  comparisonPhrase,
  countsPhrase,
  GLYPHS,
  intervalPhrase,
  verdictPhrase,
} from '../../../data/text/figure.ts';
import { formatValue } from '../../../data/text/format.ts';
import { periodBrief } from '../../../data/text/words.ts';

type Props = {
  snapshot: Snapshot;
  area: SnapshotArea;
  /** What is said besides. */
  also?: string | undefined;
};

/** The figure of an area with its counts, comparison, verdict and interval, or why it has none; a line each. */
export function AreaWords({ snapshot: { query, benchmark, target, against }, area, also }: Props) {
  const metric = metricOf(query.metric);
  const counts = countsPhrase(metric, area);
  const england = benchmark?.value != null ? ` (${formatValue(metric, benchmark.value)})` : '';
  return (
    <>
      <b>{area.name}</b>
      {area.value === null ? (
        <span>
          No figure for {periodBrief(query.period)}. {area.notes.join(' ')}
        </span>
      ) : (
        <>
          <span>
            <b>{formatValue(metric, area.value)}</b> {counts && `(${counts})`}
          </span>
          {area.comparison !== 'not-compared' && (
            <span className={`compared ${area.comparison}`}>
              <span>{GLYPHS[area.comparison]}</span> {comparisonPhrase(area.comparison, against)}
              {england}
            </span>
          )}
          <span>{verdictPhrase(metric, target, area)}</span>
          <span>{intervalPhrase(metric, area)}</span>
        </>
      )}
      {also && <b>{also}</b>}
    </>
  );
}
