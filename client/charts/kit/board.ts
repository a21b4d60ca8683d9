import { type MapView, mapView, periodsAt } from '../../../data/addresses/view.ts';
import type { Alliance } from '../../../data/contract/index.ts';
import { type MetricId, metric as metricOf } from '../../../data/metrics/index.ts';
import { type AllianceView, allianceAddress } from '../../pages/alliance/view.ts';
import type { Asked, Known } from './exported.ts';

/** The Alliance that a chart is asked of. Throws a RangeError where the area is none. */
export function allianceAsked({ alliance: id = '' }: Asked, { areas }: Known): Alliance {
  const found = areas.alliances.find(({ area }) => area === id);
  if (!found) throw new RangeError(`'${id}' is no Alliance. /api/areas lists them all.`);
  return found;
}

/** Metric and period of a chart of CCGs, by default the metric’s opening period. Throws a RangeError where it has none by CCG. */
export function ccgsAsked({ metric = '', period }: Asked, { catalogue }: Known): MapView {
  const entry = catalogue.metrics.find(({ id }) => id === metric);
  if (periodsAt(entry, 'ccg').length === 0)
    throw new RangeError(`The metric '${metric}' has no figures by CCG to draw.`);
  const opens = mapView({ get: (name) => (name === 'metric' ? metric : null) }, catalogue);
  return { metric: metric as MetricId, level: 'ccg', period: period ?? opens.period };
}

/** The area to mark, or empty. Throws a RangeError where it is none of those drawn. */
export function markedAsked(
  { area = '' }: Asked,
  drawn: readonly { area: string }[],
  { name }: Alliance,
): string {
  if (area === '' || drawn.some((each) => each.area === area)) return area;
  throw new RangeError(
    `'${area}' is none of the CCGs of ${name} that are drawn, so that it cannot be marked.`,
  );
}

/** The address of an Alliance’s page in a view. */
export const boardPage = ({ area }: Alliance, view: Partial<AllianceView>): string =>
  allianceAddress(`/alliances/${area}`, '', view);

/** A title where no finding may be drawn. */
export const noFinding = (metric: MetricId): string => `${metricOf(metric).label}: no finding is drawn`;
