import { DEFAULTS } from '../../../data/addresses/choices.ts';
import { Profile, ProfileQuery } from '../../../data/contract/index.ts';
import { HOME_METRIC, METRIC_IDS } from '../../../data/metrics/index.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { grouped } from '../../dataset/geography.ts';
import { nothing, question } from '../question.ts';
import { benchmarkFor } from '../shared/benchmark/index.ts';
import { likelyPairs, rowsBeside } from '../shared/beside.ts';
import { homeYears, periodAsked } from '../shared/home.ts';
import { chosen } from '../shared/latest.ts';
import { knownArea } from '../shared/lookup.ts';
import type { Own, OwnRow } from '../shared/own.ts';
import { profileRow } from './row.ts';

async function profile(dataset: Dataset, query: ProfileQuery): Promise<Profile> {
  const { benchmark = DEFAULTS.benchmark, confidence = DEFAULTS.confidence } = query;
  const { geography, db } = dataset;
  const area = knownArea(geography, query.area);
  const at = periodAsked(geography, query.period);
  const { name = area, level = 'ccg' } = geography.areaAt(area, at.end) ?? {};
  const asked = { against: benchmark, level, period: at, group: DEFAULTS.group };
  const against = benchmarkFor(dataset, { ...asked, metric: HOME_METRIC, rows: [] });

  const noted = [area, 'england', ...geography.allianceOf.keys(), benchmark];
  const likely = likelyPairs(geography, level, at);
  // At the same time: which periods the area has figures for is mostly what its level has.
  const [series, early] = await Promise.all([
    db.rows<OwnRow>('profile', { area }),
    rowsBeside(dataset, likely, noted),
  ]);
  const rowsOf = grouped(series, ({ metric }) => metric);
  const lines = METRIC_IDS.map((id) => {
    const own: Own = { geography, id, area, level, at, rows: rowsOf.get(id) ?? [] };
    return { own, row: chosen(own) };
  });
  const pairs = lines.flatMap(({ own, row }) => (row ? [`${own.id} ${row.period}`] : []));
  const others = pairs.filter((pair) => !likely.includes(pair));
  const late = await rowsBeside(dataset, others, noted);
  const instead = new Set(late.map(({ metric }) => metric));
  const beside = grouped(
    [...early.filter(({ metric }) => !instead.has(metric)), ...late],
    ({ metric }) => metric,
  );

  return {
    query: { ...query, benchmark, confidence },
    dataVersion: dataset.version,
    area: { area, name, level },
    against: against.name,
    period: at.id,
    periods: homeYears(geography, level).map(({ period }) => period),
    rows: lines.map(({ own, row }) =>
      profileRow(own, row, beside.get(own.id) ?? [], { against: benchmark, confidence }),
    ),
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
