import type { Metric } from '../../../data/metrics/index.ts';
import { named } from '../../../data/text/approximation.ts';
import { countsOf } from '../../../data/text/figure.ts';
import { formatRound, formatValue } from '../../../data/text/format.ts';
import { asHeading } from '../kit/words.ts';
import type { Figure, Plot, PlotLine } from './plot.ts';

/** A chart over time in a sentence, for those who cannot see it: what it shows, its lines, from when to when. */
export function spokenPlot({ label, lines, places }: Plot): string {
  const names = lines
    .filter(({ listed, role, end }) => listed || role === 'subject' || end !== '')
    .map(({ name, end }) => end || name)
    .reverse();
  const shown = names.length > 6 ? `${names.length} lines` : names.join(', ');
  const [first, last] = [places[0]?.words ?? '', places.at(-1)?.words ?? ''];
  return `${asHeading(label)}. ${shown}, ${first} to ${last}`;
}

/** A line as it is read at a place: its name, figure, counts and interval. */
export type Read = { line: PlotLine; value: string; counts: string; interval: string };

const reads = new WeakMap<Plot, Map<number, Read[]>>();

/**
 * What is read at a place of a chart: the subject first, then the line picked out, then by height, references last.
 * Kept, as it is read out and shown.
 */
export function readAt(plot: Plot, at: number): Read[] {
  const places = reads.get(plot) ?? new Map<number, Read[]>();
  reads.set(plot, places);
  const read = places.get(at) ?? readOf(plot, at);
  places.set(at, read);
  return read;
}

function readOf({ metric, lines, pick }: Plot, at: number): Read[] {
  const order = ({ id, role }: PlotLine) =>
    role === 'subject' ? 0 : id === pick ? 1 : role === 'reference' ? 3 : 2;
  const valueAt = ({ figures }: PlotLine) => figures[at]?.value ?? Number.NEGATIVE_INFINITY;
  return lines
    .filter(({ unread, figures }) => !unread && figures[at] != null)
    .sort((one, other) => order(one) - order(other) || valueAt(other) - valueAt(one))
    .map((line) => ({ line, ...figureWords(metric, line, line.figures[at] as Figure) }));
}

function figureWords(metric: Metric, { id }: PlotLine, figure: Figure) {
  const { value, numerator = null, denominator = null, lower = null, upper = null } = figure;
  if (value === null) return { value: 'no figure', counts: '', interval: '' };
  return {
    value: id === 'target' ? formatRound(metric, value) : named(formatValue(metric, value), figure, metric),
    counts: countsOf(metric, { numerator, denominator }),
    interval:
      lower === null || upper === null
        ? ''
        : `${formatValue(metric, lower)} to ${formatValue(metric, upper)}`,
  };
}

/** A place of a chart in words, read out once: `April 2019; Bury: 79.1% (…), between …; England: 82.0%`. */
export function placeWords(plot: Plot, at: number): string {
  const figures = readAt(plot, at).map(({ line, value, counts, interval }) => {
    return `${line.name}: ${value}${counts && ` (${counts})`}${interval && `, 95% interval ${interval}`}`;
  });
  const said = plot.said[at] ?? [];
  return [plot.places[at]?.words ?? '', ...(figures.length > 0 ? figures : ['no figures']), ...said].join(
    '; ',
  );
}
