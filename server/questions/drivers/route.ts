import { DEFAULTS } from '../../../data/addresses/choices.ts';
import { Drivers, DriversQuery } from '../../../data/contract/index.ts';
import { type MetricId, metric as metricOf, targetAt } from '../../../data/metrics/index.ts';
import type { Period } from '../../../data/periods.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { nothing, question } from '../question.ts';
import { gap, notesOf, passMark, type SnapshotRow } from '../shared/figures.ts';
import { knownMetric, knownPeriod } from '../shared/lookup.ts';
import { knownAlliance, membersAt } from '../shared/members.ts';
import { baselineOf } from './baseline.ts';
import { changed, type Side, untold } from './changed.ts';
import { counted, gapRows } from './gap.ts';
import { partNotes, toldOf } from './notes.ts';
import { noMark, notCounted } from './reason.ts';

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
    members: membersAt(geography, alliance, period.start),
    rowOf: new Map(rows.filter((row) => row.group === group).map((row) => [row.area, row])),
  };
}

/** Which CCGs make an Alliance's gap to its standard, and what each adds to its change since a baseline. */
export async function drivers(dataset: Dataset, query: DriversQuery): Promise<Drivers> {
  const { geography } = dataset;
  const id = knownMetric(query.metric);
  const period = knownPeriod(dataset, { metric: id, period: query.period, level: 'alliance', group });
  const alliance = knownAlliance(geography, query.alliance, period.start);
  const baseline = baselineOf(period, query.baseline);
  const metric = metricOf(id);
  const [before, after] = await Promise.all([
    sideOf(dataset, id, alliance.area, baseline),
    sideOf(dataset, id, alliance.area, period),
  ]);

  const own =
    after.rowOf.get(alliance.area) ??
    gap(alliance.area, 'No figure of the Alliance was published for this period.');
  const ccgs = toldOf(geography, metric, after);
  const whyNone = notCounted(own, ccgs, metric);
  const target = targetAt(id, period.end);
  const mark = whyNone === null ? passMark(target) : null;
  const since = whyNone === null ? changed(geography, metric, alliance, before, after) : untold(whyNone);
  const reason = whyNone ?? noMark(target, metric);
  const rows = whyNone === null ? gapRows(ccgs, mark) : [];
  return {
    query: { ...query, baseline: baseline.id },
    dataVersion: dataset.version,
    target,
    alliance: { area: alliance.area, name: alliance.name, ...counted(own, mark) },
    rows: rows.map((row) => ({
      ...row,
      baseline: since.whole && (before.rowOf.get(row.area)?.value ?? null),
      change: since.of.get(row.area) ?? null,
    })),
    baseline: since.first === null ? null : { period: baseline.id, value: since.first },
    change: since.whole,
    changeReason: since.reason,
    reason,
    notes: [
      ...notesOf(own, geography.notesOf(alliance.area, period.start, period.end)).filter(
        (note) => note !== reason,
      ),
      ...(whyNone === null ? partNotes(ccgs, own, metric) : []),
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
