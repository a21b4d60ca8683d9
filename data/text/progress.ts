import type { Progress, ProgressRow } from '../contract/progress.ts';
import type { MetricId } from '../metrics/index.ts';
import { parsePeriod } from '../periods.ts';
import { periodName } from './spread-parts.ts';

/** What an ambition is called whichever areas of Annex A print it: two rows of one ambition share it. */
export const ambitionKey = ({ id, pathway }: Pick<ProgressRow, 'id' | 'pathway'>): string =>
  id.startsWith(`${pathway}-`) ? id.slice(pathway.length + 1) : id;

/** An ambition that a metric measures. */
export type MeasuredRow = ProgressRow & { metric: MetricId };

export const isMeasured = (row: ProgressRow): row is MeasuredRow => row.metric !== null;

/** Each ambition once, where Annex A prints it first. */
export const distinct = <Row extends ProgressRow>(rows: readonly Row[]): Row[] =>
  rows.filter(({ repeats }) => !repeats);

/** Whether a row's figure is not published: it enters no count, verdict or headline. */
export const isMadeUp = ({ status }: Pick<ProgressRow, 'status'>): boolean => status === 'illustrative';

/** Whether a row has what it asks for, published: a figure or, where it asks for less variation, a spread. */
export const hasFigure = (row: ProgressRow): row is MeasuredRow => {
  if (isMadeUp(row)) return false;
  return row.basis === 'variation' ? row.spread.some(({ p10 }) => p10 !== null) : row.value !== null;
};

const isStandard = (row: ProgressRow) =>
  hasFigure(row) && row.target?.basis === 'standard' && row.target.comparable && row.reached !== null;

/** How many ambitions there are, have a published figure and stand with their standard; each counted once. */
export function progressCounts(rows: readonly ProgressRow[]) {
  const once = distinct(rows);
  const standards = once.filter(isStandard);
  const verdict = (kind: ProgressRow['verdict']) => standards.filter((row) => row.verdict === kind).length;
  return {
    ambitions: once.length,
    figures: once.filter(hasFigure).length,
    madeUp: once.filter(isMadeUp).length,
    standards: standards.length,
    reached: standards.filter(({ reached }) => reached).length,
    met: verdict('met'),
    notMet: verdict('not-met'),
    notSure: verdict('not-sure'),
  };
}

const be = (count: number) => (count === 1 ? 'is' : 'are');

function standardsReached(standards: number, reached: number): string {
  const all = ['', 'the one standard in force is', 'both standards in force are'][standards];
  if (standards === 0) return 'no standard applies to them';
  if (reached === standards) return `${all ?? `all ${standards} standards in force are`} met by the counts`;
  if (standards === 1) return 'the one standard in force is not met by the counts';
  if (reached === 0)
    return `${standards === 2 ? 'neither' : 'none'} of the ${standards} standards in force is met by the counts`;
  return `${reached} of ${standards} standards in force ${be(reached)} met by the counts`;
}

/** What the page found, as a heading: how many ambitions have a figure, and how many standards their figures reach. */
export function progressHeading(rows: readonly ProgressRow[]): string {
  const { ambitions, figures, standards, reached } = progressCounts(rows);
  if (figures === 0) return `None of the ${ambitions} ambitions in Annex A has a published figure here`;
  const have = `Of ${ambitions} ambitions in Annex A, ${figures} ${figures === 1 ? 'has' : 'have'} a published figure`;
  return `${have}; ${standardsReached(standards, reached)}`;
}

/** The verdicts by the 95% interval, and what is without a figure or left out of all counts, in sentences. */
export function verdictsSentence(rows: readonly ProgressRow[]): string {
  const { ambitions, figures, standards, met, notMet, notSure, madeUp } = progressCounts(rows);
  const parts = [
    met > 0 ? `${met} ${be(met)} met` : '',
    notMet > 0 ? `${notMet} ${be(notMet)} not met` : '',
    notSure > 0 ? `${notSure} ${be(notSure)} not sure, as the interval spans the standard` : '',
  ].filter(Boolean);
  const verdicts =
    standards === 0 ? '' : `By the 95% interval, of ${plural(standards, 'standard')} ${parts.join(' and ')}.`;
  const others = ambitions - figures - madeUp;
  const without =
    others === 0
      ? ''
      : `${plural(others, 'ambition')} ${others === 1 ? 'has no figure: it says' : 'have no figure: each says'} what would fill the gap.`;
  const left =
    madeUp === 0
      ? ''
      : `${madeUp} ${madeUp === 1 ? 'has' : 'have'} only illustrative figures, which are counted nowhere.`;
  return [verdicts, without, left].filter(Boolean).join(' ');
}

const plural = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;

/** What one area of Annex A shows, as a heading: `Prevention: none of 4 ambitions has a published figure`. */
export function areaHeading(name: string, rows: readonly ProgressRow[]): string {
  const figures = rows.filter(hasFigure).length;
  if (figures === 0)
    return rows.length === 1
      ? `${name}: its one ambition has no published figure`
      : `${name}: none of ${rows.length} ambitions has a published figure`;
  return `${name}: ${figures} of ${plural(rows.length, 'ambition')} ${figures === 1 ? 'has' : 'have'} a published figure`;
}

/** The area and the period that progress is read at, as a sentence: only figures up to its end count. */
export function asAtSentence({ area, period }: Pick<Progress, 'area' | 'period'>): string {
  return `${area.name}, as at ${periodName(period)}: each ambition by its latest figure up to ${lastMonth(period)}.`;
}

const MONTHS = 'January February March April May June July August September October November December';

function lastMonth(period: string): string {
  const end = parsePeriod(period)?.end;
  if (!end) return period;
  return `the end of ${MONTHS.split(' ')[Number(end.slice(5)) - 1]} ${end.slice(0, 4)}`;
}
