import type { Catalogue } from '../../../data/contract/index.ts';
import type { Progress, ProgressRow } from '../../../data/contract/progress.ts';
import { ambitionKey, areaHeading, hasFigure } from '../../../data/text/progress.ts';
import { AmbitionCard } from './AmbitionCard.tsx';
import { LocalWork } from './LocalWork.tsx';
import { RepeatRow, UnfilledRow } from './OtherRows.tsx';

type Pathway = Catalogue['pathway'][number];
type Props = { pathway: Pathway; progress: Progress; names: ReadonlyMap<string, string> };

/** One area of Annex A: its ambitions in printed order, those printed before in a line each, and the work it asks for. */
export function PathwaySection({ pathway, progress, names }: Props) {
  const rows = progress.rows.filter((row) => row.pathway === pathway.id);
  const firstOf = (row: ProgressRow) =>
    progress.rows.find((each) => ambitionKey(each) === ambitionKey(row)) ?? row;
  const own = rows.filter((row) => firstOf(row) === row);
  const repeats = rows.filter((row) => firstOf(row) !== row);
  return (
    <section className="part pathway" aria-labelledby={`area-${pathway.id}`}>
      <h2 id={`area-${pathway.id}`}>{areaHeading(pathway.name, rows)}</h2>
      {own.map((row) =>
        row.metric === null ? (
          <UnfilledRow key={row.id} row={row} />
        ) : (
          <AmbitionCard key={row.id} row={row} progress={progress} />
        ),
      )}
      {repeats.length > 0 && (
        <ul className="card repeats">
          {repeats.map((row) => {
            const first = firstOf(row);
            return (
              <RepeatRow
                key={row.id}
                row={row}
                first={{ row: first, area: names.get(first.pathway) ?? '' }}
              />
            );
          })}
        </ul>
      )}
      <LocalWork name={pathway.name} actions={pathway.local} open={!rows.some(hasFigure)} />
    </section>
  );
}
