import { type Series, Trend, TrendQuery } from '../../../data/contract/index.ts';
import { grouped } from '../../../data/grouped.ts';
import { type Metric, metric as metricOf, openingGroup } from '../../../data/metrics/index.ts';
import { periodWords } from '../../../data/text/words.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { type Geography, historyOf, OPEN, successorOf } from '../../dataset/geography.ts';
import { ProblemError } from '../../http/problem.ts';
import { nothing, question } from '../question.ts';
import { comparableEngland } from '../shared/benchmark.ts';
import { controlOf } from '../shared/control.ts';
import { judgedOnly } from '../shared/figures.ts';
import { lookupArea, lookupGroup, lookupMetric } from '../shared/lookup.ts';
import { breaksOfProvider, PROVIDER, PROVIDER_NOTE, seriesRows } from '../shared/provider.ts';
import { recentTrendOf } from '../shared/recentTrend.ts';
import { breaksWithin, pointsOf, type SeriesRow, spanOf, targetsWithin } from '../shared/series.ts';

type TrendRow = SeriesRow & { group: string; source: string };

async function trend(dataset: Dataset, query: TrendQuery): Promise<Trend> {
  const { grain } = query;
  const { geography } = dataset;
  const id = lookupMetric(query.metric);
  const group = openingGroup(id, query.group);
  const area = lookupArea(geography, query.area);
  lookupGroup(geography, id, group);
  const metric = metricOf(id);
  const { name = area, level = 'ccg' } = geography.areaAt(area, OPEN) ?? {};
  const present = (geography.presentOf.get(id) ?? []).filter((each) => each.level === level);
  const grains = [...new Set(present.map((each) => each.grain))];
  const alliances = geography.isAlliance(area) ? [] : everyAlliance(geography, area);
  const rows = await dataset.db.rows<TrendRow>('trend', {
    metric: id,
    group,
    grain,
    area,
    areas: ['england', area, ...alliances].join(','),
  });
  const rowsOf = (one: string) => rows.filter((row) => row.area === one && row.group === group);
  const areaRows = group === 'all' ? seriesRows(rows, area) : rowsOf(area);
  const byProvider = areaRows.some((row) => row.group === PROVIDER);
  const whyNone = `There are no figures of ${metric.label} for ${name} by ${grain.replace('-', ' ')}`;
  if (areaRows.length === 0 && !grains.includes(grain))
    throw new ProblemError(
      'no_data',
      `${whyNone}. ${grains.length > 0 ? `At its level there are figures by ${grains.join(', ')}.` : 'There are none at its level.'}`,
      grains,
    );

  const periods = present.filter(
    (each) => each.grain === grain && each.group === (byProvider ? PROVIDER : group),
  );
  const points = pointsOf(area, areaRows, periods, geography);
  const judged = judgedOnly(points);
  const span = spanOf(points);
  const targets = targetsWithin(metric, span);
  const breaks = byProvider ? breaksOfProvider(metric, span) : breaksWithin(geography, metric, area, span);
  const seriesOf = (one: string, oneRows: readonly TrendRow[]): Series => ({
    area: one,
    name: geography.areaAt(one, span.end)?.name ?? one,
    points: pointsOf(one, oneRows, [], geography).filter(({ period }) =>
      points.some((point) => point.period === period),
    ),
  });
  const england = seriesOf('england', comparableRows(rows, areaRows, metric));
  const successor = successorOf(geography, area);
  return {
    query: { ...query, group },
    dataVersion: dataset.version,
    area: { area, name, level },
    points,
    benchmark: area !== 'england' && england.points.length > 0 ? england : null,
    alliances: alliances
      .map((alliance) => seriesOf(alliance, rowsOf(alliance)))
      .filter((each) => each.points.length > 0),
    targets,
    breaks,
    successor,
    control: controlOf(metric, grain, judged, breaks, targets),
    recentTrend: recentTrendOf(metric, grain, judged, breaks),
    note:
      areaRows.length > 0
        ? byProvider
          ? PROVIDER_NOTE
          : historyOf(geography, area, successor)
        : `${whyNone} ${whenExisted(geography, area)}.`,
  };
}

/** England beside an area: in each period its row of the same publication, where there is one. */
function comparableRows(
  rows: readonly TrendRow[],
  areaRows: readonly TrendRow[],
  metric: Metric,
): TrendRow[] {
  const sources = new Set(areaRows.map(({ source }) => source));
  const england = rows.filter((row) => row.area === 'england');
  const byPeriod = grouped(england, ({ period }) => period);
  return [...byPeriod.values()].flatMap((each) => comparableEngland(each, metric, sources) ?? []);
}

/** Why an area has no figure where others of its level have: the months in which it was there. */
function whenExisted({ versionsOf }: Geography, area: string): string {
  const spans = versionsOf.get(area) ?? [];
  const [from, until] = [spans[0]?.from ?? OPEN, spans.at(-1)?.until ?? OPEN];
  if (until < OPEN) return `while it existed, to ${periodWords(until)}`;
  return from > '0000-00' ? `since it was made in ${periodWords(from)}` : 'in the publications bundled here';
}

/** The Alliances in which a CCG is or was counted. */
const everyAlliance = ({ footprintsOf, isAlliance }: Geography, area: string) => [
  ...new Set((footprintsOf.get(area) ?? []).map((row) => row.area).filter(isAlliance)),
];

export const trendQuestion = question({
  path: '/api/trend',
  summary: 'One metric in one area through time, with England, its Alliances, the targets and the breaks.',
  parameters: nothing,
  query: TrendQuery,
  reply: Trend,
  examples: [
    '/api/trend?metric=62-day-wait&area=greater-manchester&grain=month',
    '/api/trend?metric=one-year-survival&area=england&grain=calendar-year',
  ],
  answer: trend,
});
