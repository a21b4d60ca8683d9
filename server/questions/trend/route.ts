import { type Series, Trend, TrendQuery } from '../../../data/contract/index.ts';
import { type Metric, metric as metricOf } from '../../../data/metrics/index.ts';
import { periodLabel } from '../../../data/periods.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { type Geography, grouped, historyOf, OPEN, successorOf } from '../../dataset/geography.ts';
import { ProblemError } from '../../http/problem.ts';
import { nothing, question } from '../question.ts';
import { controlOf } from '../shared/control.ts';
import { comparableEngland, isIllustrative } from '../shared/figures.ts';
import { knownArea, knownGroup, knownMetric } from '../shared/lookup.ts';
import { recentTrendOf } from '../shared/recentTrend.ts';
import { breaksWithin, pointsOf, type SeriesRow, spanOf, targetsWithin } from '../shared/series.ts';

type TrendRow = SeriesRow & { group: string; source: string };

/** England beside an area: in each period its row of the same publication, where there is one. */
function comparableRows(rows: readonly TrendRow[], own: readonly TrendRow[], metric: Metric): TrendRow[] {
  const sources = new Set(own.map(({ source }) => source));
  const byPeriod = grouped(rows, ({ period }) => period);
  return [...byPeriod.values()].flatMap((each) => comparableEngland(each, metric, sources) ?? []);
}

async function trend(dataset: Dataset, query: TrendQuery): Promise<Trend> {
  const { grain, group = 'all' } = query;
  const { geography } = dataset;
  const id = knownMetric(query.metric);
  const area = knownArea(geography, query.area);
  knownGroup(geography, id, group);
  const metric = metricOf(id);
  const place = geography.areaAt(area, OPEN);
  const level = place?.level ?? 'ccg';
  const present = (geography.presentOf.get(id) ?? []).filter(
    (each) => each.grain === grain && each.group === group,
  );
  const grains = [
    ...new Set(
      (geography.presentOf.get(id) ?? []).filter((each) => each.level === level).map((each) => each.grain),
    ),
  ];
  const within = geography.isAlliance(area) ? [] : everyAlliance(geography, area);
  const rows = await dataset.db.rows<TrendRow>('trend', {
    metric: id,
    group,
    grain,
    areas: ['england', area, ...within].join(','),
  });
  const own = rows.filter((row) => row.area === area && row.group === group);
  const why = `There are no figures of ${metric.label} for ${place?.name ?? area} by ${words(grain)}`;
  if (own.length === 0 && !grains.includes(grain))
    throw new ProblemError(
      'no_data',
      `${why}. ${grains.length > 0 ? `At its level there are figures by ${grains.join(', ')}.` : 'There are none at its level.'}`,
      grains,
    );

  const points = pointsOf(
    area,
    own,
    present.filter((each) => each.level === level),
    geography,
  );
  const span = spanOf(points);
  const targets = targetsWithin(metric, span);
  const breaks = breaksWithin(geography, metric, area, span);
  const series = (of: string, chosen: readonly TrendRow[]): Series => ({
    area: of,
    name: geography.areaAt(of, span.end)?.name ?? of,
    points: pointsOf(of, chosen, [], geography).filter(({ period }) =>
      points.some((point) => point.period === period),
    ),
  });
  const england = comparableRows(
    rows.filter((row) => row.area === 'england'),
    own,
    metric,
  );
  const benchmark = area === 'england' ? null : series('england', england);
  const successor = successorOf(geography, area);
  return {
    query: { ...query, group },
    dataVersion: dataset.version,
    area: { area, name: place?.name ?? area, level },
    points,
    benchmark: benchmark && benchmark.points.length > 0 ? benchmark : null,
    alliances: within
      .map((each) =>
        series(
          each,
          rows.filter((row) => row.area === each && row.group === group),
        ),
      )
      .filter((each) => each.points.length > 0),
    targets,
    breaks,
    successor,
    control: controlOf(metric, grain, points, breaks, targets),
    recentTrend: recentTrendOf(metric, grain, points, breaks),
    illustrative: own.some(isIllustrative),
    note: own.length > 0 ? historyOf(geography, area, successor) : `${why} ${existed(geography, area)}.`,
  };
}

const words = (grain: string) => grain.replace('-', ' ');

/** Why an area has no figure where others of its level have: the months in which it was there. */
function existed({ versionsOf }: Geography, area: string): string {
  const spans = versionsOf.get(area) ?? [];
  const [from, until] = [spans[0]?.from ?? OPEN, spans.at(-1)?.until ?? OPEN];
  const name = (month: string) => periodLabel({ id: month, grain: 'month', start: month, end: month });
  if (until < OPEN) return `while it existed, to ${name(until)}`;
  return from > '0000-00' ? `since it was made in ${name(from)}` : 'in the publications bundled here';
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
