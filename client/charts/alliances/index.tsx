import { spreadUrl } from '../../../data/addresses/api.ts';
import type { Spread, WithinAlliance } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { formatValue } from '../../../data/text/format.ts';
import { betweenBasis, betweenWords } from '../../../data/text/spread.ts';
import { areasNoun } from '../../../data/text/words.ts';
import { type Chart, DRAWN_WIDTH, nothing } from '../kit/chart.ts';
import { type Column, numberColumn, tableOf } from '../kit/columns.ts';
import { benchmarkNotes, commonParts, metricChart, metricPageAsked, pickedNotes } from '../kit/metricPage.ts';
import { asHeading } from '../kit/words.ts';
import { AllianceStrips } from './AllianceStrips.tsx';

/** The CCGs, or today's ICBs, of each Alliance on one axis, with the Alliance's own figure. */
export const alliances: Chart = {
  asks: (query, context) => ({ needed: [spreadUrl(metricPageAsked(query, context))] }),
  draw(query, context, replyAt) {
    const parts = metricChart(query, context, replyAt);
    const { metric, spread, picked } = parts;
    const { level } = spread.query;
    if (level !== 'ccg' && level !== 'icb')
      throw new RangeError(
        `The level '${level}' has no areas within Alliances to draw; ask for level=ccg or level=icb.`,
      );
    if (spread.alliances.length === 0)
      throw new RangeError(`There is nothing by Alliance to draw. ${spread.betweenReason ?? ''}`.trim());
    const title = betweenTitle(spread);
    return {
      title,
      ...commonParts(parts, context, 'within alliances'),
      picture: (
        <AllianceStrips
          spread={spread}
          spec={{ metric, width: DRAWN_WIDTH, title: '', picked }}
          onSelect={nothing}
          onPick={nothing}
        />
      ),
      alt: `${metric.label} of each Alliance and of its ${areasNoun(level, 2)}, one Alliance a row. ${title}.`,
      notes: [...pickedNotes(parts, context), ...benchmarkNotes(parts), betweenNote(spread)].filter(Boolean),
      table: tableOf(columnsOf(metric, level), rowsOf(spread)),
    };
  },
};

/** How much of the variation lies between Alliances. */
export const betweenTitle = (spread: Spread): string =>
  spread.between !== null
    ? asHeading(betweenWords(spread))
    : 'How much lies between Alliances is not stated here';

/** What that means and rests on, or why it is not stated. */
export function betweenNote(spread: Spread): string {
  if (spread.between === null) return betweenWords(spread);
  const meaning = `An Alliance that differs from the others as a whole asks for something else than one whose own ${areasNoun(spread.query.level, 2)} lie far apart.`;
  return `${meaning} ${betweenBasis(spread)}`;
}

type Figure = Pick<
  WithinAlliance,
  'area' | 'name' | 'value' | 'lower' | 'upper' | 'numerator' | 'denominator'
>;
type Row = { alliance: WithinAlliance; level: string; figure: Figure };

/** Each Alliance's own row, its CCGs or ICBs with a figure after it. */
const rowsOf = ({ alliances, areas, query }: Spread): Row[] =>
  alliances.flatMap((alliance): Row[] => [
    { alliance, level: 'alliance', figure: alliance },
    ...areas
      .filter(({ value, parents }) => value !== null && parents.includes(alliance.area))
      .map((figure): Row => ({ alliance, level: query.level, figure })),
  ]);

function columnsOf(metric: Metric, level: string): Column<Row>[] {
  const own = allianceColumns(metric, level).map(({ id, head, value }) => ({ id, head, value }));
  const [alliance, , ...summary] = own.map(
    ({ id, head, value }): Column<Row> => ({
      id,
      head,
      value: (row) => (row.level === 'alliance' || id === 'alliance' ? value(row.alliance) : null),
    }),
  );
  const cell = (id: keyof Figure): Column<Row> => ({ id, head: id, value: ({ figure }) => figure[id] });
  return [
    ...(alliance ? [alliance] : []),
    { id: 'level', head: 'Level', value: ({ level }) => level },
    cell('area'),
    { id: 'area_name', head: 'Area', value: ({ figure }) => figure.name },
    ...(['value', 'lower', 'upper', 'numerator', 'denominator'] as const).map(cell),
    ...summary,
  ];
}

/** The columns of a table of Alliances, each with how far its CCGs or ICBs lie apart. */
export function allianceColumns(metric: Metric, level: string): Column<WithinAlliance>[] {
  const value = (id: string, head: string, of: (row: WithinAlliance) => number | null) =>
    numberColumn(id, head, of, (figure) => formatValue(metric, figure));
  const one = areasNoun(level, 1);
  return [
    { id: 'alliance', head: 'Alliance', value: ({ name }) => name },
    value('value', 'Alliance as a whole', ({ value }) => value),
    numberColumn('areas', areasNoun(level, 2), ({ areas }) => areas, String),
    value('min', `Lowest ${one}`, ({ min }) => min),
    value('median', `Median ${one}`, ({ median }) => median),
    value('max', `Highest ${one}`, ({ max }) => max),
  ];
}
