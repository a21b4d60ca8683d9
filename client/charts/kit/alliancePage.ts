import type { ChartContext, ChartQuery } from '../../../data/contract/drawing.ts';
import type { Alliance } from '../../../data/contract/index.ts';
import type { MetricId } from '../../../data/metrics/index.ts';
import { ENGLAND, periodsAt } from '../../url.ts';

/** The Alliance that a chart is asked for. Throws a RangeError where the area is none. */
export function allianceAsked({ alliance: id = '' }: ChartQuery, { areas }: ChartContext): Alliance {
  const found = areas.alliances.find(({ area }) => area === id);
  if (!found) throw new RangeError(`'${id}' is no Alliance. /api/areas lists them all.`);
  return found;
}

/** Metric and period of a chart of CCGs, by default the metric’s opening period. Throws a RangeError where it has none by CCG. */
export function ccgsAsked({ metric = '', period }: ChartQuery, { catalogue }: ChartContext) {
  const entry = catalogue.metrics.find(({ id }) => id === metric);
  if (!entry || periodsAt(entry, 'ccg').length === 0)
    throw new RangeError(`The metric '${metric}' has no figures by CCG to draw.`);
  const opening = ENGLAND.parse(new URLSearchParams({ metric }), { catalogue });
  const id: MetricId = entry.id;
  return { metric: id, level: 'ccg' as const, period: period ?? opening.period };
}

/** The area to mark, or empty. Throws a RangeError where it is none of those drawn. */
export function markedAsked(
  { area = '' }: ChartQuery,
  drawn: readonly { area: string }[],
  { name }: Alliance,
): string {
  if (area === '' || drawn.some((each) => each.area === area)) return area;
  throw new RangeError(
    `'${area}' is none of the CCGs of ${name} that are drawn, so that it cannot be marked.`,
  );
}
