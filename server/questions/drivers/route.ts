import { DEFAULTS } from '../../../data/addresses/choices.ts';
import { Drivers, DriversQuery } from '../../../data/contract/index.ts';
import { type MetricId, metric as metricOf, targetAt } from '../../../data/metrics/index.ts';
import { areasMonth, type Period } from '../../../data/periods.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { OPEN } from '../../dataset/geography.ts';
import { nothing, question } from '../question.ts';
import { figureNotes, gap, type SnapshotRow } from '../shared/figures.ts';
import { passMark } from '../shared/judged.ts';
import { lookupAlliance, lookupArea, lookupMetric, lookupPeriod, partsOf } from '../shared/lookup.ts';
import { baselineOf, changed, noChange } from './change.ts';
import { counted, gapRows, membersOf, noMark, notCounted, restNotes, type Side } from './gap.ts';

const { group } = DEFAULTS;

/** An Alliance's CCGs in a period, with the rows of all areas. */
async function sideOf(
  { db, geography }: Dataset,
  metric: MetricId,
  alliance: string,
  period: Period,
): Promise<Side> {
  const rows = await db.rows<SnapshotRow>('snapshot', { metric, period: period.id, group });
  return {
    period,
    members: partsOf(geography, alliance, areasMonth(period)),
    rowOf: new Map(rows.filter((row) => row.group === group).map((row) => [row.area, row])),
  };
}

/** Which CCGs make an Alliance's gap to its standard, and what each adds to its change since a baseline. */
async function drivers(dataset: Dataset, query: DriversQuery): Promise<Drivers> {
  const { geography } = dataset;
  const id = lookupMetric(query.metric);
  const level = geography.areaAt(lookupArea(geography, query.alliance), OPEN)?.level;
  const period = lookupPeriod(dataset, {
    metric: id,
    period: query.period,
    level: level === 'alliance-today' ? level : 'alliance',
    group,
  });
  const alliance = lookupAlliance(geography, query.alliance, areasMonth(period));
  const baseline = baselineOf(period, query.baseline);
  const metric = metricOf(id);
  const [before, after] = await Promise.all([
    sideOf(dataset, id, alliance.area, baseline),
    sideOf(dataset, id, alliance.area, period),
  ]);

  const whole =
    after.rowOf.get(alliance.area) ??
    gap(alliance.area, 'No figure of the Alliance was published for this period.');
  const ccgs = membersOf(geography, metric, after);
  const whyNone = notCounted(whole, ccgs, metric);
  const target = targetAt(id, period.end);
  const mark = whyNone === null ? passMark(target) : null;
  const since = whyNone === null ? changed(geography, metric, alliance, before, after) : noChange(whyNone);
  const reason = whyNone ?? noMark(target, metric);
  const { rows, rest } = whyNone === null ? gapRows(ccgs, whole, mark) : { rows: [], rest: null };
  return {
    query: { ...query, baseline: baseline.id },
    level: geography.partLevelAt(areasMonth(period)),
    dataVersion: dataset.version,
    target,
    alliance: { area: alliance.area, name: alliance.name, ...counted(whole, mark) },
    rows: rows.map((row) => ({
      ...row,
      baseline: since.whole && (before.rowOf.get(row.area)?.value ?? null),
      change: since.byCcg.get(row.area) ?? null,
    })),
    rest,
    baseline: since.first === null ? null : { period: baseline.id, value: since.first },
    change: since.whole,
    changeReason: since.reason,
    reason,
    notes: [
      ...figureNotes(geography, whole, { metric, level: alliance.level, period }).filter(
        (note) => note !== reason,
      ),
      ...(whyNone === null ? restNotes(ccgs, whole, metric) : []),
    ],
  };
}

export const driversQuestion = question({
  path: '/api/drivers',
  summary: 'Which CCGs make an Alliance’s gap to a standard, and what each adds to its change.',
  parameters: nothing,
  query: DriversQuery,
  reply: Drivers,
  examples: [
    '/api/drivers?metric=62-day-wait&alliance=greater-manchester&period=fy2017-18',
    '/api/drivers?metric=two-week-wait&alliance=wessex&period=fy2018-19&baseline=fy2016-17',
  ],
  answer: drivers,
});
