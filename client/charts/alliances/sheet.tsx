import { spreadUrl } from '../../../data/addresses/view.ts';
import type { Spread, WithinAlliance } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/types.ts';
import { type Column, tableOf } from '../kit/columns.ts';
import { DRAWN_WIDTH, type Exported } from '../kit/exported.ts';
import { betweenNote, betweenTitle } from '../kit/titles.ts';
import { aboutVaried, heldAgainst, pageAsked, pickedWords, varied } from '../kit/variation.ts';
import { AllianceStrips } from './AllianceStrips.tsx';
import { allianceColumns } from './columns.ts';

type Figure = Pick<
  WithinAlliance,
  'area' | 'name' | 'value' | 'lower' | 'upper' | 'numerator' | 'denominator'
>;
type Row = { alliance: WithinAlliance; level: 'alliance' | 'ccg'; figure: Figure };

/** Each Alliance's own row, its CCGs with a figure after it. */
const rowsOf = ({ alliances, areas }: Spread): Row[] =>
  alliances.flatMap((alliance): Row[] => [
    { alliance, level: 'alliance', figure: alliance },
    ...areas
      .filter(({ value, parents }) => value !== null && parents.includes(alliance.area))
      .map((figure): Row => ({ alliance, level: 'ccg', figure })),
  ]);

function columnsOf(metric: Metric): Column<Row>[] {
  const own = allianceColumns(metric).map(({ id, head, value }) => ({ id, head, value }));
  const [alliance, , ...summary] = own.map(
    ({ id, head, value }): Column<Row> => ({
      id,
      head,
      value: (row) => (row.level === 'alliance' || id === 'alliance' ? value(row.alliance) : null),
    }),
  );
  const of = (id: keyof Figure): Column<Row> => ({ id, head: id, value: ({ figure }) => figure[id] });
  return [
    ...(alliance ? [alliance] : []),
    { id: 'level', head: 'Level', value: ({ level }) => level },
    of('area'),
    { id: 'area_name', head: 'Area', value: ({ figure }) => figure.name },
    ...(['value', 'lower', 'upper', 'numerator', 'denominator'] as const).map(of),
    ...summary,
  ];
}

/** The CCGs of each Alliance on one axis, with the Alliance's own figure. */
export const alliances: Exported = {
  asks: (asked, known) => ({ needed: [spreadUrl(pageAsked(asked, known))] }),
  take(asked, known, answered) {
    const of = varied(asked, known, answered);
    const { metric, spread, picked } = of;
    if (spread.query.level !== 'ccg')
      throw new RangeError("The level 'alliance' has no areas within Alliances to draw; ask for level=ccg.");
    if (spread.alliances.length === 0)
      throw new RangeError(`There is nothing by Alliance to draw. ${spread.betweenReason ?? ''}`.trim());
    const title = betweenTitle(spread);
    return {
      title,
      ...aboutVaried(of, known, 'within alliances'),
      picture: <AllianceStrips spread={spread} spec={{ metric, width: DRAWN_WIDTH, title: '', picked }} />,
      alt: `${metric.label} of each Alliance and of its CCGs, one Alliance a row. ${title}.`,
      notes: [...pickedWords(of, known), ...heldAgainst(of), betweenNote(spread)].filter(Boolean),
      illustrative: spread.illustrative,
      table: tableOf(columnsOf(metric), rowsOf(spread)),
    };
  },
};
