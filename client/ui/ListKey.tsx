import type { Snapshot } from '../../data/contract/index.ts';
import { metric as metricOf } from '../../data/metrics/index.ts';
import { formatRound, formatValue } from '../../data/text/format.ts';

/** What the lines across the list stand for, in words. */
export function ListKey({ snapshot }: { snapshot: Snapshot }) {
  const metric = metricOf(snapshot.query.metric);
  const { benchmark, target } = snapshot;
  return (
    <p className="list-key">
      {benchmark?.value != null && (
        <span className="key-england">England {formatValue(metric, benchmark.value)}</span>
      )}
      {target?.value != null && (
        <span className="key-target">Target {formatRound(metric, target.value)}</span>
      )}
      {snapshot.areas.some(({ lower }) => lower !== null) && (
        <span className="key-interval">Value and 95% interval</span>
      )}
    </p>
  );
}
