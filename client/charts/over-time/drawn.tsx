import type { ReactElement } from 'react';
import type { ChartQuery } from '../../../data/contract/drawing.ts';
import { DRAWN_WIDTH } from '../kit/chart.ts';
import { type LegendEntry, lineSwatch, WithLegend } from '../kit/Legend.tsx';
import { PaintedPlot } from './PaintedPlot.tsx';
import { type Description, hasFigureAt, isAllHidden, narrowed, plotOf } from './plot.ts';
import { monthsOfPlaces, monthsWords, rangeAsked } from './range.ts';

type DrawnOut = {
  picture: ReactElement;
  /** What of the series is shown, where that is not all. */
  notes: string[];
  /** The first and the last period drawn. */
  first: string;
  last: string;
  /** The targets that are drawn. */
  targets: (number | null)[];
  /** Those of some rows, one for each period, that are of a period drawn. */
  rows: <Row extends { period: string }>(rows: readonly Row[]) => Row[];
};

/**
 * A chart over time out of its page, with its legend, as the query narrows it and as wide as is asked. Throws a RangeError
 * that names what is wrong in the query.
 */
export function drawnOut(
  whole: Description,
  { range, hide, pick = '' }: ChartQuery,
  width = DRAWN_WIDTH,
): DrawnOut {
  const periods = whole.places.map(({ id }) => id);
  const shown = rangeAsked(range, periods, (at) => hasFigureAt(whole.lines, at));
  const listed = whole.lines.filter((line) => line.listed);
  const hidden = (hide ?? '').split(',').filter((id) => id !== '');
  const choices = listed.filter(({ role }) => role !== 'subject').map(({ id }) => id);
  for (const id of [...hidden, ...(pick ? [pick] : [])])
    if (!choices.includes(id))
      throw new RangeError(
        `'${id}' is no line of this chart: it has ${choices.join(', ') || 'one line alone'}.`,
      );
  if (isAllHidden(whole, hidden))
    throw new RangeError(`hide: the line of every area is hidden; leave out one of ${hidden.join(', ')}.`);
  const plot = plotOf(narrowed(whole, shown), width, { hide: hidden, pick });
  const drawn = plot.places.map(({ id }) => id);
  const entries: LegendEntry[] = [
    ...plot.lines
      .filter((line) => line.listed)
      .reverse()
      .map(({ name, look }) => ({ text: name, swatch: lineSwatch(look) })),
    ...plot.key,
  ];
  const months = monthsOfPlaces(periods, shown);
  const left = listed.filter(({ id, role }) => role !== 'subject' && hidden.includes(id));
  return {
    picture: (
      <WithLegend width={width} height={plot.height} entries={entries}>
        <PaintedPlot plot={plot} />
      </WithLegend>
    ),
    notes: [
      months ? `Shown: ${monthsWords(months)}, of a longer series.` : '',
      left.length > 0 ? `Left out: ${left.map(({ name }) => name).join(', ')}.` : '',
    ].filter((note) => note !== ''),
    first: drawn[0] ?? '',
    last: drawn.at(-1) ?? '',
    targets:
      plot.lines.find(({ id }) => id === 'target')?.figures.map((figure) => figure?.value ?? null) ?? [],
    rows: (rows) => (months ? rows.filter(({ period }) => drawn.includes(period)) : [...rows]),
  };
}
