import { DEFAULTS } from '../../../data/addresses/choices.ts';
import { type Benchmark, type GroupFigure, Groups, GroupsQuery } from '../../../data/contract/index.ts';
import {
  GROUP_KINDS,
  GROUPS,
  type GroupKind,
  groupKind,
  groupLabel,
  isPatientGroup,
  UNPUBLISHED_KINDS,
} from '../../../data/metrics/groups.ts';
import { type Metric, type MetricId, metric as metricOf } from '../../../data/metrics/index.ts';
import { areasMonth, LONGEST_FIRST, type Period, parsePeriod } from '../../../data/periods.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { type Geography, OPEN } from '../../dataset/geography.ts';
import { nothing, question } from '../question.ts';
import { englandBenchmark, type Found } from '../shared/benchmark.ts';
import { figureOf, gap, notesOf, type Row, type SnapshotRow } from '../shared/figures.ts';
import { compare } from '../shared/judged.ts';
import { lookupArea, lookupMetric, readPeriod } from '../shared/lookup.ts';

const ENGLAND = 'england';

/** How the groups of patients of an area stand to the same groups in England; those of England to all its patients. */
async function groups(dataset: Dataset, query: GroupsQuery): Promise<Groups> {
  const { geography, db } = dataset;
  const id = lookupMetric(query.metric);
  const area = lookupArea(geography, query.area ?? ENGLAND);
  const asAt = query.period === undefined ? null : readPeriod(query.period);
  const { level } = geography.areaAt(area, asAt?.end ?? OPEN) ?? {};
  const period = level ? periodByGroup(geography, id, level, asAt) : null;
  const rows = period ? await db.rows<SnapshotRow>('groups', { metric: id, period: period.id, area }) : [];
  const own = rows.filter((row) => row.area === area);
  const place = geography.areaAt(area, period ? areasMonth(period) : (asAt?.end ?? OPEN));
  const name = place?.name ?? area;
  const all = own.find(({ group, value }) => group === DEFAULTS.group && value !== null);
  const whole = all ? { ...figureOf(all), area, name, note: all.note } : null;
  const isEngland = area === ENGLAND;
  const kinds = own.some(({ group }) => isPatientGroup(group))
    ? kindsOf(rows, area, metricOf(id), whole)
    : [];
  return {
    query: { ...query, area },
    dataVersion: dataset.version,
    area: { area, name, level: place?.level ?? 'unknown' },
    period: kinds.length > 0 && period ? period.id : null,
    against: isEngland ? 'all patients in England' : 'the same group in England',
    all: whole,
    kinds,
    notPublished: [...UNPUBLISHED_KINDS],
    reason: kinds.length > 0 ? null : whyNone(metricOf(id), name, geography.presentOf.get(id) ?? []),
    notes: period && kinds.length > 0 ? geography.notesOf(area, areasMonth(period), areasMonth(period)) : [],
  };
}

/** The period with figures by group to show as at another: itself, or the latest before it, of its grain or the longest. */
function periodByGroup(
  geography: Geography,
  metric: MetricId,
  level: string,
  asAt: Period | null,
): Period | null {
  const present = (geography.presentOf.get(metric) ?? []).filter(
    (each) => each.level === level && isPatientGroup(each.group) && each.end <= (asAt?.end ?? OPEN),
  );
  const grains = [...(asAt ? [asAt.grain] : []), ...LONGEST_FIRST];
  const grain = grains.find((one) => present.some((each) => each.grain === one));
  const [latest] = present
    .filter((each) => each.grain === grain)
    .toSorted((one, other) => other.end.localeCompare(one.end));
  const found = present.find((each) => each.period === asAt?.id) ?? latest;
  const period = found && parsePeriod(found.period);
  return period ? geography.placed(metric, period) : null;
}

const whyNone = ({ label }: Metric, name: string, present: readonly { group: string }[]): string =>
  present.some(({ group }) => isPatientGroup(group))
    ? `${label} has no figures by group of patients for ${name}.`
    : `${label} is not published by group of patients.`;

/** The groups of each kind that England or the area has, with the area's figures. */
function kindsOf(
  rows: readonly SnapshotRow[],
  area: string,
  metric: Metric,
  whole: Benchmark | null,
): Groups['kinds'] {
  const present = new Set(rows.map(({ group }) => group));
  const listed = Object.keys(GROUPS).filter((group) => present.has(group));
  return (Object.keys(GROUP_KINDS) as GroupKind[]).flatMap((kind) => {
    const ofKind = listed.filter((group) => groupKind(group) === kind);
    if (ofKind.length === 0) return [];
    const found = ofKind.map((group) => {
      const ofGroup = rows.filter((row) => row.group === group);
      return figureOfGroup(group, ofGroup, area, metric, whole);
    });
    return [{ kind, label: GROUP_KINDS[kind], groups: found.toSorted(byDifference) }];
  });
}

/** The largest difference first, those without one last. */
const byDifference = (one: GroupFigure, other: GroupFigure) =>
  Math.abs(other.difference ?? 0) - Math.abs(one.difference ?? 0) ||
  Number(one.difference === null) - Number(other.difference === null);

function figureOfGroup(
  group: string,
  rows: readonly SnapshotRow[],
  area: string,
  metric: Metric,
  whole: Benchmark | null,
): GroupFigure {
  const row: Row =
    rows.find((each) => each.area === area) ??
    gap(area, 'No patient of this group was counted here in the period.');
  const { row: benchmark, why } = area === ENGLAND ? ofAll(whole) : englandBenchmark(rows, metric);
  return {
    group,
    label: groupLabel(group),
    ...figureOf(row),
    benchmark,
    difference: row.value === null || benchmark?.value == null ? null : row.value - benchmark.value,
    ...compare(row, benchmark, why, metric),
    notes: notesOf(row, []),
  };
}

/** All patients of England, to compare its groups with. */
const ofAll = (whole: Benchmark | null): Found =>
  whole
    ? { row: { ...whole, area: DEFAULTS.group, name: 'All patients' }, why: '' }
    : { row: null, why: 'No figure is published for all patients together' };

export const groupsQuestion = question({
  path: '/api/groups',
  summary: 'One metric in one area by groups of patients, the largest differences first.',
  parameters: nothing,
  query: GroupsQuery,
  reply: Groups,
  examples: [
    '/api/groups?metric=62-day-combined&area=QE1&period=2025-09',
    '/api/groups?metric=early-stage-of-staged&period=2022',
  ],
  answer: groups,
});
