import type { Progress } from '../contract/index.ts';
import type { Metric } from '../metrics/index.ts';
import { rowOf, whereOf } from './findings.ts';
import { countAt, factAt, type Said, say, type Told } from './findings-say.ts';
import { formatCount, formatRound, formatValue } from './format.ts';
import { periodName } from './spread-parts.ts';

type Path = (string | number)[];

const figureAt = (progress: Told<Progress>, metric: Metric, path: Path) =>
  factAt(progress, path, (value) => formatValue(metric, value));

/** One-year survival beside England's of the same release, or beside the national ambition for England; null without a figure. */
export function survival(progress: Told<Progress>): Said | null {
  const place = rowOf(progress, 'one-year-survival');
  if (!place) return null;
  const { metric, row, period, path } = place;
  const value = figureAt(progress, metric, [...path, 'value']);
  const inferred = [row, row.england].some((each) => each?.status === 'inferred-period');
  const of = `diagnoses of ${periodName(period)}${inferred ? ', a year inferred' : ''}`;
  const start = say`One-year survival in ${whereOf(progress.reply)} was ${value}`;
  if (row.england?.value != null) {
    const england = figureAt(progress, metric, [...path, 'england', 'value']);
    return say`${start}, and ${england} in England (net survival index; ${of}).`;
  }
  const alone = say`${start} (net survival index; ${of})`;
  if (progress.reply.area.level !== 'england' || row.target?.value == null) return say`${alone}.`;
  const aim = factAt(progress, [...path, 'target', 'value'], (target) => formatRound(metric, target));
  return say`${alone}; the national ambition is ${aim}${row.target.by ? ` by ${row.target.by}` : ''}.`;
}

/** Cancers detected early beside England's, with what their unstaged share does to the figure; null without a figure. */
export function earlyStage(progress: Told<Progress>): Said | null {
  const place = rowOf(progress, 'early-stage');
  if (!place) return null;
  const { metric, row, period, path } = place;
  const value = figureAt(progress, metric, [...path, 'value']);
  const single = progress.reply.area.level === 'ccg' ? aside(metric.besideCcg) : '';
  const start = say`In ${periodName(period)}${single}, ${value} of new cancers of ten types in ${whereOf(progress.reply)} were detected at stage 1 or 2`;
  const england =
    row.england?.value == null
      ? say``
      : say`, and ${figureAt(progress, metric, [...path, 'england', 'value'])} in England`;
  return say`${start}${england}; cancers of unknown stage count as not early.${staged(progress, metric, place)}`;
}

const aside = (words = '') => (words === '' ? '' : ` (${words[0]?.toLowerCase()}${words.slice(1)})`);

function staged(
  progress: Told<Progress>,
  metric: Metric,
  place: NonNullable<ReturnType<typeof rowOf>>,
): Said {
  const { beside } = place.row;
  if (!beside) return say``;
  const share = figureAt(progress, metric, [...place.path, 'beside', 'value']);
  return say` In England a stage was recorded for ${share} of new cancers in ${periodName(beside.period)}.`;
}

/** How many ambitions of Annex A no published figure can fill; null where every one is filled. */
export function notCollected(progress: Told<Progress>): Said | null {
  const none = factAt(progress, ['rows', 'repeats=false', 'metric=null', 'length'], formatCount);
  if (none.value === 0) return null;
  const all = factAt(progress, ['rows', 'repeats=false', 'length'], formatCount);
  const [have, them] = none.value === 1 ? ['has', 'it'] : ['have', 'them'];
  const start = say`${none} of the ${all} ambitions in Annex A ${have} no collection in this dashboard, so nothing can be said of ${them}`;
  const made = ['rows', 'repeats=false', 'status=illustrative', 'length'];
  if (countAt(progress, made) === 0) return say`${start}.`;
  const illustrative = factAt(progress, made, formatCount);
  return say`${start}; ${illustrative} more ${illustrative.value === 1 ? 'has' : 'have'} illustrative figures only.`;
}
