import type { Snapshot } from '../contract/index.ts';
import type { Metric } from '../metrics/index.ts';
import type { ColourBy } from '../painting.ts';
import { atOrBeyond, inferredPeriod } from './figure.ts';
import { formatRound, formatValue } from './format.ts';
import { allOf, areasNoun, capitalised, isAre, noneOf, periodBrief, wasWere } from './words.ts';

/** What areas are coloured by, to stand after `by`. */
export const COLOUR_WORDS: Record<ColourBy, string> = {
  target: 'the target',
  england: 'difference from England',
  value: 'value',
};

/** When an area is said to differ from England. */
export const COMPARISON_RULE =
  'A difference is called one where the 95% interval of the area does not hold England’s figure, and exact chance agrees.';

/** What a snapshot says, in one to three neutral sentences: of the target, or, coloured by England, of that. */
export function snapshotFinding(metric: Metric, snapshot: Snapshot, by?: ColourBy): string[] {
  const compared = by === 'england' ? comparedSentence(snapshot) : '';
  return [
    englandSentence(metric, snapshot),
    compared || targetSentence(metric, snapshot),
    inferredPeriod(snapshot.areas),
  ].filter((sentence) => sentence !== '');
}

function englandSentence(metric: Metric, { benchmark, query }: Snapshot): string {
  const period = `${periodBrief(query.period)}${benchmark?.status === 'provisional' ? ' (provisional)' : ''}`;
  if (benchmark?.value == null) return `For ${period} there is no comparable figure for England.`;
  const value = formatValue(metric, benchmark.value);
  if (metric.kind !== 'proportion')
    return `In ${period}, ${metric.label.toLowerCase()} in England was ${value}${metric.kind === 'rate' ? ` ${metric.unit}` : ''}.`;
  const subject = metric.of.split(' ')[0];
  return `In ${period}, ${value} of ${subject} in England ${metric.verb}${tail(metric)}.`;
}

/** What ends the sentence: the time within which, or what the counted people or cancers had. */
function tail(metric: Metric & { kind: 'proportion' }): string {
  const within = /within \d+ days/.exec(metric.phrase);
  if (within) return ` ${within[0]}`;
  const last = metric.verb.split(' ').at(-1) ?? '';
  const at = metric.of.indexOf(last);
  return at < 0 ? '' : metric.of.slice(at + last.length);
}

function targetSentence(metric: Metric, { target, summary, query }: Snapshot): string {
  if (target?.value == null) return '';
  const aim = `The ${target.basis === 'standard' ? 'standard' : 'national ambition'} is ${formatRound(metric, target.value)}`;
  if (summary.met === null || summary.withFigure === 0) return `${aim}.`;
  const { met, withFigure, areas } = summary;
  const all = withFigure === areas ? '' : ' with figures';
  const noun = areasNoun(query.level, withFigure);
  const side = `${atOrBeyond(metric)} it`;
  if (met === 0)
    return `${aim}. ${capitalised(noneOf(withFigure))} of the ${withFigure} ${noun}${all} was ${side}.`;
  if (met === withFigure) return `${aim}. ${capitalised(allOf(withFigure, noun))}${all} were ${side}.`;
  return `${aim}. ${met} of ${all ? 'the ' : ''}${withFigure} ${noun}${all} ${wasWere(met)} ${side}.`;
}

/**
 * How many areas stand on the right side of the target that a map's classes lie around, as a heading for its colours:
 * `3 of 11 CCGs are at 85% or above`; empty where the classes lie around something else, or no area has a figure.
 */
export function targetHeading(
  metric: Metric,
  { target, areas, query }: Pick<Snapshot, 'target' | 'areas' | 'query'>,
): string {
  const values = areas.flatMap(({ value }) => value ?? []);
  const aim = target?.value;
  if (aim == null || metric.classes.around !== 'target' || values.length === 0) return '';
  const isLower = metric.polarity === 'lower';
  const reached = values.filter((value) => (isLower ? value <= aim : value >= aim)).length;
  const noun = areasNoun(query.level, values.length);
  const side = `at ${formatRound(metric, aim)} or ${isLower ? 'below' : 'above'}`;
  if (reached === 0)
    return values.length === 1
      ? `Its one ${noun} is not ${side}`
      : `${capitalised(noneOf(values.length))} of ${values.length} ${noun} is ${side}`;
  if (reached === values.length)
    return values.length === 1
      ? `Its one ${noun} is ${side}`
      : `${capitalised(allOf(values.length, noun))} are ${side}`;
  return `${reached} of ${values.length} ${noun} ${isAre(reached)} ${side}`;
}

/** How many areas were found better and worse than England, or higher and lower; empty where none was compared. */
function comparedSentence({ areas, query }: Snapshot): string {
  const tested = areas.filter(({ comparison }) => comparison !== 'not-compared');
  if (tested.length === 0) return '';
  const count = (kind: Snapshot['areas'][number]['comparison']) =>
    tested.filter(({ comparison }) => comparison === kind).length;
  const isJudged = count('higher') + count('lower') === 0;
  const [high, low] = isJudged ? (['better', 'worse'] as const) : (['higher', 'lower'] as const);
  return `Of ${tested.length} ${areasNoun(query.level, tested.length)}, ${count(high)} stood ${high} than England, ${count('similar')} similar to it, ${count(low)} ${low}.`;
}
