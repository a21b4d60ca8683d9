import type { Profile, ProfileRow } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { SOURCES } from '../../../data/sources.ts';
import type { Cell } from '../../../data/text/csv.ts';
import { readingBrief, recentTrendBrief } from '../../../data/text/profile.ts';
import type { FileColumn } from '../kit/columns.ts';

const source = ({ metric }: ProfileRow) => SOURCES[metricOf(metric).source];

const COLUMNS: readonly FileColumn<ProfileRow, Profile>[] = [
  ['area', (_, { area }) => area.area],
  ['area_name', (_, { area }) => area.name],
  ['as_at', (_, { period }) => period],
  ['metric', ({ metric }) => metric],
  ['metric_name', ({ label }) => label],
  ['pathway', ({ pathway }) => pathway],
  ['period', ({ period }) => period],
  ['status', ({ status }) => status],
  ['value', ({ value }) => value],
  ['unit', ({ metric }) => metricOf(metric).unit],
  ['numerator', ({ numerator }) => numerator],
  ['denominator', ({ denominator }) => denominator],
  ['lower_95', ({ lower }) => lower],
  ['upper_95', ({ upper }) => upper],
  ['england', ({ england }) => england?.value ?? null],
  ['alliance', ({ alliances }) => (alliances.length === 1 ? (alliances[0]?.value ?? null) : null)],
  ['similar_ten', ({ similar }) => similar?.value ?? null],
  ['benchmark_name', (_, { against }) => against],
  ['benchmark', ({ benchmark }) => benchmark],
  ['confidence', (_, { query }) => query.confidence ?? null],
  ['comparison', ({ comparison }) => comparison],
  ['comparison_reason', ({ comparisonReason }) => comparisonReason],
  ['target', ({ target }) => target?.value ?? null],
  ['target_basis', ({ target }) => target?.basis ?? null],
  ['verdict', ({ verdict }) => verdict],
  ['rank', ({ rank }) => rank?.value ?? null],
  ['rank_lower', ({ rank }) => rank?.lower ?? null],
  ['rank_upper', ({ rank }) => rank?.upper ?? null],
  ['ranked_areas', ({ rank }) => rank?.of ?? null],
  ['recent_trend', ({ recentTrend }) => recentTrendBrief(recentTrend)],
  ['control_period', ({ control }) => control?.period ?? null],
  [
    'control_chart',
    ({ metric, control }) => (control === null ? null : readingBrief(metricOf(metric), control)),
  ],
  ['notes', ({ notes }) => notes.join(' ')],
  ['publisher', (row) => source(row).publisher],
  ['publication', (row) => source(row).publication],
  ['licence', (row) => source(row).licence],
  ['data_version', (_, { dataVersion }) => dataVersion],
];

/** The names of the columns of a profile's file. */
export const PROFILE_HEAD = COLUMNS.map(([name]) => name);

/** The rows of a profile's file: each measure's figure at full precision, in the metric's own unit, with its status. */
export const profileCells = (profile: Profile): Cell[][] =>
  profile.rows.map((row) => COLUMNS.map(([, value]) => value(row, profile)));
