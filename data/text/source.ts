import type { Metric } from '../metrics/types.ts';
import { SOURCES } from '../sources.ts';

/** Publisher, publication and licence of what metrics are measured by, each source once. */
export function sourcesOf(metrics: readonly Metric[]): string {
  const sources = [...new Set(metrics.map(({ source }) => source))].map((id) => SOURCES[id]);
  const named = sources.map(
    ({ publisher, publication, licence }) => `${publisher}, ${publication}. ${licence}.`,
  );
  return `${sources.length === 1 ? 'Source' : 'Sources'}: ${named.join(' ')}`;
}
