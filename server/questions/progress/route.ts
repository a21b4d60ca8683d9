import { type Ambition, PATHWAY } from '../../../data/ambitions/index.ts';
import { Progress, ProgressQuery } from '../../../data/contract/index.ts';
import type { MetricId } from '../../../data/metrics/index.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { grouped } from '../../dataset/geography.ts';
import { nothing, question } from '../question.ts';
import { homeYears, periodAsked } from '../shared/home.ts';
import { knownArea } from '../shared/lookup.ts';
import { measured, type Read, uncollected } from './row.ts';
import { type Between, spreadUpTo } from './spread.ts';

const AMBITIONS: readonly Ambition[] = PATHWAY.flatMap(({ ambitions }) => ambitions);

/** What stands beside a metric's figure lest it mislead. */
const BESIDE: Partial<Record<MetricId, MetricId>> = { 'early-stage': 'stage-recorded' };

const measuredBy = (chosen: readonly Ambition[]): MetricId[] => [
  ...new Set(chosen.flatMap(({ metric }) => metric ?? [])),
];

const METRICS = measuredBy(AMBITIONS);
const VARYING = measuredBy(
  AMBITIONS.filter(({ heading }) => heading === 'Outcomes – reduction in variation'),
);

/**
 * Every ambition of Annex A for an area, as at a period, from the figures up to its end alone. Throws a 404 for an area
 * or period that is none.
 */
export async function progress(dataset: Dataset, query: ProgressQuery): Promise<Progress> {
  const { geography, db } = dataset;
  const area = knownArea(geography, query.area);
  const at = periodAsked(geography, query.period);
  const { name = area, level = 'ccg' } = geography.areaAt(area, at.end) ?? {};
  const [read, ...spreads] = await Promise.all([
    db.rows<Read>('progress', { area, metrics: METRICS.join(','), until: at.end }),
    ...VARYING.map(async (id): Promise<[MetricId, Between]> => [id, await spreadUpTo(dataset, id, at)]),
  ]);
  const betweenOf = new Map(spreads);
  const ownOf = grouped(
    read.filter((row) => row.area === area && row.group === 'all'),
    ({ metric }) => metric,
  );
  const englandOf = grouped(
    read.filter((row) => row.area === 'england'),
    ({ metric }) => metric,
  );

  const line = (ambition: Ambition) => {
    const { metric: id, heading } = ambition;
    if (id === null) return uncollected(ambition);
    const varies = heading === 'Outcomes – reduction in variation';
    return measured(ambition, {
      own: { geography, id, area, level, at, rows: ownOf.get(id) ?? [] },
      england: englandOf.get(id) ?? [],
      between: varies ? (betweenOf.get(id) ?? null) : null,
      beside: englandOf.get(BESIDE[id] ?? '') ?? [],
    });
  };
  return {
    query,
    dataVersion: dataset.version,
    area: { area, name, level },
    period: at.id,
    periods: homeYears(geography, level).map(({ period }) => period),
    rows: AMBITIONS.map(line),
  };
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
