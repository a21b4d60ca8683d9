import type { ChartContext, ChartQuery } from '../../../data/contract/drawing.ts';
import type { Alliance, AllianceToday } from '../../../data/contract/index.ts';
import type { MetricId } from '../../../data/metrics/index.ts';
import { ENGLAND, periodsAt } from '../../url.ts';

/** The Alliance, of Annex i or of today, that a chart is asked for. Throws a RangeError where the area is none. */
export function allianceAsked(
  { alliance: id = '' }: ChartQuery,
  { areas }: ChartContext,
): Alliance | AllianceToday {
  const found = [...areas.alliances, ...areas.alliancesToday].find(({ area }) => area === id);
  if (!found) throw new RangeError(`'${id}' is no Alliance. /api/areas lists them all.`);
  return found;
}

/** Metric, level and period of a chart of an Alliance’s CCGs or ICBs, by default its latest year. Throws a RangeError where there are no figures. */
export function partsAsked(query: ChartQuery, context: ChartContext) {
  const { metric = '', period } = query;
  const today = 'icbs' in allianceAsked(query, context);
  const entry = context.catalogue.metrics.find(({ id }) => id === metric);
  const at = (level: 'ccg' | 'icb') => periodsAt(entry, level);
  const levels = (today ? (['icb'] as const) : (['ccg', 'icb'] as const)).filter(
    (level) => at(level).length > 0,
  );
  const level = levels.find((each) => period !== undefined && at(each).includes(period)) ?? levels[0];
  if (!entry || level === undefined)
    throw new RangeError(`The metric '${metric}' has no figures by ${today ? 'ICB' : 'CCG or ICB'} to draw.`);
  const id: MetricId = entry.id;
  const view = new URLSearchParams({ metric, level });
  return { metric: id, level, period: period ?? ENGLAND.parse(view, context).period };
}

/** The area to mark, or empty. Throws a RangeError where it is none of those drawn. */
export function markedAsked(
  { area = '' }: ChartQuery,
  drawn: readonly { area: string }[],
  { name }: { name: string },
): string {
  if (area === '' || drawn.some((each) => each.area === area)) return area;
  throw new RangeError(
    `'${area}' is none of the areas of ${name} that are drawn, so that it cannot be marked.`,
  );
}
