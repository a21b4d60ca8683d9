import { DEFAULTS } from '../../../data/addresses/choices.ts';
import { Profile, ProfileQuery } from '../../../data/contract/index.ts';
import { grouped } from '../../../data/grouped.ts';
import { METRIC_IDS, type MetricId } from '../../../data/metrics/index.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { OPEN } from '../../dataset/geography.ts';
import { nothing, question } from '../question.ts';
import { type AreaRow, type AreaSeries, latestFigure } from '../shared/areaSeries.ts';
import { benchmarkFor } from '../shared/benchmark.ts';
import { type ExpectedRow, expectedPart } from '../shared/expected.ts';
import { homeMetricAt, homePeriods, periodOrHome } from '../shared/home.ts';
import { lookupArea } from '../shared/lookup.ts';
import { likelyPairs, pairOf, rowsOfPairs } from '../shared/pairs.ts';
import { PROVIDER } from '../shared/provider.ts';
import { profileRow } from './row.ts';

async function profile(dataset: Dataset, query: ProfileQuery): Promise<Profile> {
  const { benchmark = DEFAULTS.benchmark, confidence = DEFAULTS.confidence } = query;
  const { geography, db } = dataset;
  const area = lookupArea(geography, query.area);
  const { level = 'ccg' } = geography.areaAt(area, OPEN) ?? {};
  const asAt = periodOrHome(geography, query.period, level, area);
  const { name = area } = geography.areaAt(area, asAt.end) ?? {};
  const against = benchmarkFor(geography, {
    against: benchmark,
    level,
    period: asAt,
    group: DEFAULTS.group,
    metric: homeMetricAt(geography, level, asAt.id),
    rows: [],
  });

  const likely = likelyPairs(geography, level, asAt);
  // At the same time: which periods the area has figures for is mostly what its level has.
  const [areaRows, early, expected] = await Promise.all([
    db.rows<AreaRow>('profile', { area }),
    rowsOfPairs(dataset, likely),
    level === 'ccg' || level === 'alliance' ? db.rows<ExpectedRow>('expected-of-area', { area }) : [],
  ]);
  const expectedOf = new Map(expected.map((row) => [pairOf(row.metric as MetricId, row.period), row]));
  const areaRowsOf = grouped(areaRows, ({ metric, group }) => `${metric} ${group}`);
  const lines = METRIC_IDS.map((id) => {
    const [rows = [], byProvider = []] = [DEFAULTS.group, PROVIDER].map((group) =>
      areaRowsOf.get(`${id} ${group}`),
    );
    const series: AreaSeries = { geography, id, area, level, asAt, rows, byProvider };
    return { series, row: latestFigure(series) };
  });
  const pairs = lines.flatMap(({ series, row }) => (row ? [pairOf(series.id, row.period)] : []));
  const others = pairs.filter((pair) => !likely.includes(pair));
  const late = await rowsOfPairs(dataset, others);
  const replaced = new Set(late.map(({ metric }) => metric));
  const rowsOf = grouped(
    [...early.filter(({ metric }) => !replaced.has(metric)), ...late],
    ({ metric }) => metric,
  );

  return {
    query: { ...query, benchmark, confidence },
    dataVersion: dataset.version,
    area: { area, name, level },
    against: against.name,
    period: asAt.id,
    periods: homePeriods(geography, level, area).map(({ period }) => period),
    rows: lines.map(({ series, row }) => ({
      ...profileRow(series, row, rowsOf.get(series.id) ?? [], { against: benchmark, confidence }),
      ...expectedPart(row ? expectedOf.get(pairOf(series.id, row.period)) : undefined),
    })),
  };
}

export const profileQuestion = question({
  path: '/api/profile',
  summary: 'Every metric of one area, as at a period, beside England, its Alliance and its similar CCGs.',
  parameters: nothing,
  query: ProfileQuery,
  reply: Profile,
  examples: ['/api/profile?area=08C', '/api/profile?area=greater-manchester&period=fy2016-17'],
  answer: profile,
});
