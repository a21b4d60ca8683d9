import { spreadUrl } from '../../../data/addresses/api.ts';
import type { Fifth, Spread } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { formatCount, formatValue } from '../../../data/text/format.ts';
import { fifthsWords } from '../../../data/text/spread.ts';
import { areasNoun } from '../../../data/text/words.ts';
import { barsOf } from '../bars/bars.ts';
import { PaintedBars } from '../bars/PaintedBars.tsx';
import { type Chart, DRAWN_WIDTH } from '../kit/chart.ts';
import { type Column, numberColumn, tableOf } from '../kit/columns.ts';
import { benchmarkNotes, commonParts, metricChart, metricPageAsked } from '../kit/metricPage.ts';
import { asHeading } from '../kit/words.ts';
import { fifthBars } from './bars.tsx';

/** The figures of areas put together by fifths of deprivation. */
export const deprivation: Chart = {
  asks: (query, context) => ({ needed: [spreadUrl(metricPageAsked(query, context))] }),
  draw(query, context, replyAt) {
    const parts = metricChart(query, context, replyAt);
    const { metric, spread } = parts;
    const title = fifthsTitle(spread);
    if (!areFifthsMade(spread)) throw new RangeError(`${title}. ${fifthsNote(spread)}`);
    return {
      title,
      ...commonParts(parts, context, 'by deprivation'),
      picture: <PaintedBars plot={barsOf(fifthBars(spread, metric, ''), DRAWN_WIDTH)} />,
      alt: `${metric.label} by fifth of ${areasNoun(spread.query.level, 2)} by deprivation. ${title}.`,
      notes: [...benchmarkNotes(parts), fifthsNote(spread)],
      table: tableOf(fifthColumns(metric, spread), spread.fifths),
    };
  },
};

/** Whether there are fifths whose figures may be compared. */
export const areFifthsMade = ({ fifths }: Spread) => fifths.length > 0;

/** The most deprived fifth beside the least deprived one. */
export const fifthsTitle = (spread: Spread): string =>
  areFifthsMade(spread)
    ? asHeading(fifthsWords(spread))
    : `${areasNoun(spread.query.level, 2)} are not put together by deprivation here`;

/** What must be known to read the fifths, or why there are none. */
export function fifthsNote(spread: Spread): string {
  if (!areFifthsMade(spread)) return spread.fifthsReason ?? '';
  const many = areasNoun(spread.query.level, 2);
  return `${spread.fifthsReason ?? ''} ${many} also differ in other ways than deprivation.`.trim();
}

const FIFTHS = ['', 'Most deprived', 'Second', 'Third', 'Fourth', 'Least deprived'];

/** The columns of a table of the fifths of areas by deprivation; counts only where there are any. */
export function fifthColumns(metric: Metric, { query, fifths }: Spread): Column<Fifth>[] {
  const value = (id: 'value' | 'lower' | 'upper', head: string) =>
    numberColumn<Fifth>(
      id,
      head,
      (row) => row[id],
      (figure) => formatValue(metric, figure),
    );
  const count = (id: 'areas' | 'numerator' | 'denominator', head: string) =>
    numberColumn<Fifth>(id, head, (row) => row[id], formatCount);
  return [
    {
      id: 'fifth_by_deprivation',
      head: 'Fifth',
      value: ({ fifth }) => fifth,
      shown: ({ fifth }) => FIFTHS[fifth],
    },
    count('areas', areasNoun(query.level, 2)),
    value('value', 'Value'),
    value('lower', '95% from'),
    value('upper', '95% to'),
    ...(fifths.some(({ denominator }) => denominator !== null)
      ? [count('numerator', 'Counted'), count('denominator', 'Of')]
      : []),
  ];
}
