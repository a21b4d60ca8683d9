import { type Ambition, PATHWAY } from '../../../data/ambitions/index.ts';
import { Progress, ProgressQuery } from '../../../data/contract/index.ts';
import { grouped } from '../../../data/grouped.ts';
import { type MetricId, metric as metricOf } from '../../../data/metrics/index.ts';
import { endOf, LONGEST_FIRST, type Period } from '../../../data/periods.ts';
import { SOURCES, type SourceId } from '../../../data/sources.ts';
import { periodBrief } from '../../../data/text/words.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { OPEN } from '../../dataset/geography.ts';
import { nothing, question } from '../question.ts';
import { isPublished } from '../shared/areaSeries.ts';
import { homePeriods, periodOrHome } from '../shared/home.ts';
import { lookupArea } from '../shared/lookup.ts';
import { PROVIDER } from '../shared/provider.ts';
import { spreadOverTime } from '../shared/spreadOverTime.ts';
import { isVariation, measuredRow, type ProgressSqlRow, unmeasuredRow, type Variation } from './row.ts';

const AMBITIONS: readonly Ambition[] = PATHWAY.flatMap(({ ambitions }) => ambitions);

/** The metric to show beside another's figure, without which that could mislead. */
const BESIDE: Partial<Record<MetricId, MetricId>> = {
  'early-stage': 'stage-recorded',
  'early-stage-of-staged': 'stage-complete',
};

const metricsOf = (ambitions: readonly Ambition[]): MetricId[] => [
  ...new Set(ambitions.flatMap(({ metric, otherwise }) => [metric ?? [], otherwise?.metric ?? []].flat())),
];

const METRICS = metricsOf(AMBITIONS);
const VARYING = metricsOf(AMBITIONS.filter(isVariation));

/**
 * Every ambition of Annex A for an area, as at a period, from the figures up to its end alone. Throws a 404 for an area
 * or period that is none.
 */
async function progress(dataset: Dataset, query: ProgressQuery): Promise<Progress> {
  const { geography, db } = dataset;
  const area = lookupArea(geography, query.area);
  const { level = 'ccg' } = geography.areaAt(area, OPEN) ?? {};
  const asAt = periodOrHome(geography, query.period, level, area);
  const { name = area } = geography.areaAt(area, asAt.end) ?? {};
  const [rows, ...variations] = await Promise.all([
    db.rows<ProgressSqlRow>('progress', { area, metrics: METRICS.join(','), until: asAt.end }),
    ...VARYING.map(
      async (id): Promise<[MetricId, Variation]> => [id, await variationUpTo(dataset, id, asAt)],
    ),
  ]);
  const variationOf = new Map(variations);
  const ofArea = (group: string) =>
    grouped(
      rows.filter((row) => row.area === area && row.group === group),
      ({ metric }) => metric,
    );
  const [areaRows, providerRows] = [ofArea('all'), ofArea(PROVIDER)];
  const englandRows = grouped(
    rows.filter((row) => row.area === 'england' && row.group !== PROVIDER),
    ({ metric }) => metric,
  );

  const hasFigure = (id: MetricId) => areaRows.get(id)?.some(({ value }) => value !== null) ?? false;
  const rowOf = (stated: Ambition) => {
    const ambition = measuredBy(stated, hasFigure, (id) => isPublished({ geography, id, level }));
    const { metric: id } = ambition;
    if (id === null) return unmeasuredRow(ambition);
    return measuredRow(ambition, {
      series: {
        geography,
        id,
        area,
        level,
        asAt,
        rows: areaRows.get(id) ?? [],
        byProvider: providerRows.get(id) ?? [],
      },
      england: englandRows.get(id) ?? [],
      variation: isVariation(ambition) ? (variationOf.get(id) ?? null) : null,
      beside: englandRows.get(BESIDE[id] ?? '') ?? [],
    });
  };
  return {
    query,
    dataVersion: dataset.version,
    area: { area, name, level },
    period: asAt.id,
    periods: homePeriods(geography, level, area).map(({ period }) => period),
    rows: AMBITIONS.map(rowOf),
  };
}

type Test = (id: MetricId) => boolean;

/**
 * The ambition by its own metric or, where the area has no figure of that by then, by the other, if the area has one of
 * that or areas like it have figures of that alone.
 */
function measuredBy(ambition: Ambition, hasFigure: Test, published: Test): Ambition {
  const { metric, otherwise } = ambition;
  if (metric === null || otherwise === null || hasFigure(metric)) return ambition;
  const byOther = hasFigure(otherwise.metric) || (published(otherwise.metric) && !published(metric));
  return byOther ? { ...ambition, ...otherwise } : ambition;
}

/** The variation of a metric between CCGs, by year where there are years, in the periods that ended by one. */
async function variationUpTo(dataset: Dataset, id: MetricId, asAt: Period): Promise<Variation> {
  const present = (dataset.geography.presentOf.get(id) ?? []).filter(
    ({ level, group, end }) => level === 'ccg' && group === 'all' && end <= asAt.end,
  );
  const grain = LONGEST_FIRST.find((each) => present.some((one) => one.grain === each));
  if (grain === undefined) return { spread: [], reason: whyNoChange(id, []) };
  const points = await spreadOverTime(dataset, { metric: id, level: 'ccg', group: 'all', grain });
  const spread = points.filter(({ period }) => endOf(period) <= asAt.end);
  const periods = spread.map(({ period }) => period);
  return { spread, reason: whyNoChange(id, periods) };
}

const FILLS: Partial<Record<SourceId, string>> = {
  'ons-survival':
    'The later yearly releases of the Index of cancer survival for Clinical Commissioning Groups (Office for National Statistics) would fill it.',
};

/** Why it is not known whether the variation between CCGs shrinks, and what would fill the gap; null where it can. */
function whyNoChange(id: MetricId, periods: readonly string[]): string | null {
  const { source } = metricOf(id);
  const fills = FILLS[source] ?? `Further releases of ${SOURCES[source].publication} would fill it.`;
  if (periods.length > 1) return null;
  return periods[0] === undefined
    ? `No spread between CCGs is published by then. ${fills}`
    : `Only one period, ${periodBrief(periods[0])}, is published by CCG, so whether the variation shrinks cannot be said. ${fills}`;
}

export const progressQuestion = question({
  path: '/api/progress',
  summary:
    'Every ambition of Annex A for one area, as at a period: how far, how fast, and what it would take.',
  parameters: nothing,
  query: ProgressQuery,
  reply: Progress,
  examples: ['/api/progress?area=england', '/api/progress?area=greater-manchester&period=fy2016-17'],
  answer: progress,
});
