import { useId } from 'react';
import type { SnapshotArea } from '../../../data/contract/index.ts';
import { formatValue } from '../../../data/text/format.ts';
import { endsHeading } from '../../../data/text/spread.ts';
import { areasNoun, periodBrief } from '../../../data/text/words.ts';
import type { Column } from '../../charts/kit/columns.ts';
import { commonNotes, sentences } from '../../charts/kit/words.ts';
import { openingSort, rankedColumns } from '../../charts/ranked/columns.tsx';
import { comparisonCounts, rankCaution } from '../../charts/ranked/index.tsx';
import { RankedIntervals } from '../../charts/ranked/RankedIntervals.tsx';
import { WhereFrom } from '../../ui/WhereFrom.tsx';
import { AreasSection } from './AreasSection.tsx';
import { AreaRead } from './shared.tsx';
import { fileOf, type Shown } from './shown.ts';

/** The columns of the table, each value of which says where it is from. */
const withSource =
  ({ metric, page, spread }: Shown) =>
  (column: Column<SnapshotArea>): Column<SnapshotArea> =>
    column.id !== 'value'
      ? column
      : {
          ...column,
          shown: ({ area, name, value }) =>
            value === null ? (
              'No figure'
            ) : (
              <WhereFrom metric={page.metric} area={area} period={spread.query.period} of={name}>
                {formatValue(metric, value)}
              </WhereFrom>
            ),
        };

/** Every area by value with its interval, and the table that says what each is compared with and how sure that is. */
export function RankedSection(shown: Shown) {
  const { page, metric, spread, snapshot, picked, areas, go } = shown;
  const { level, period } = spread.query;
  const id = useId();
  const rows = snapshot.areas.filter(({ area }) => !page.only || picked.has(area));
  const alliance = [...(areas?.alliances ?? []), ...(areas?.alliancesToday ?? [])].find(
    ({ area }) => area === page.alliance,
  );
  const sure = snapshot.areas.some(({ lower }) => lower !== null) ? ' with 95% intervals' : '';
  const title = `${metric.label} by ${areasNoun(level, 1)}${sure}, ${periodBrief(period)}`;
  const home = openingSort(shown);
  const common = sentences(commonNotes(snapshot.areas));
  const what = page.only ? `ranked ${page.alliance}` : 'ranked';
  const { name, about } = fileOf(shown, what, `${snapshot.against} at ${page.confidence} per cent`);
  const file = { name, about: common === '' ? about : { ...about, note: common } };
  return (
    <AreasSection
      shown={shown}
      id="ranked"
      subject={`Who stands where? ${metric.label} by ${areasNoun(level, 1)}, ${periodBrief(period)}`}
      heading={endsHeading(spread)}
      method="ranks"
      words={`${comparisonCounts(snapshot)} ${rankCaution(snapshot)} ${common}`}
      title={title}
      heights={[320, 360]}
      chart={(props) => <RankedIntervals spread={spread} {...props} />}
      of={title}
      table={{
        label: title,
        columns: rankedColumns(shown).map(withSource(shown)),
        rows,
        file,
        empty: `No ${areasNoun(level, 1)} of this Alliance has a row in this period.`,
        sorting:
          page.sort === '' ? { ...home, down: page.down !== home.down } : { by: page.sort, down: page.down },
        onSort: ({ by, down }) =>
          go(by === home.by ? { sort: '', down: down !== home.down } : { sort: by, down }, true),
      }}
      isOpen
    >
      {snapshot.areas.some(({ area }) => area === page.area) && <AreaRead {...shown} />}
      {alliance && (level === 'ccg' || level === 'icb') && (
        <p className="only">
          <input
            id={id}
            type="checkbox"
            checked={page.only}
            onChange={(event) => go({ only: event.target.checked }, true)}
          />{' '}
          <label htmlFor={id}>
            Only the {areasNoun(level, 2)} of {alliance.name} in the table
          </label>
        </p>
      )}
    </AreasSection>
  );
}
