import type { Areas, Catalogue, Profile, ProfileRow } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { gapReason, isIllustrative } from '../../../data/text/profile.ts';
import { trendGrain } from '../../charts/kit/overTime.ts';
import { TrendPanel } from '../../ui/trend/TrendPanel.tsx';
import { type Beside, BesideCell, ComparedCell, FigureCell, TargetCell } from './cells.tsx';
import { MetricCell } from './MetricCell.tsx';
import { PlaceCell } from './PlaceCell.tsx';
import { TrendCell } from './TrendCell.tsx';

type Props = {
  row: ProfileRow;
  profile: Profile;
  catalogue: Catalogue;
  areas: Areas;
  columns: number;
  similar: boolean;
  open: boolean;
  onToggle: () => void;
};

/** One measure of the profile, and its trend where that is open. */
export function ProfileRows({ row, profile, catalogue, areas, columns, similar, open, onToggle }: Props) {
  const metric = metricOf(row.metric);
  const grain = trendGrain(catalogue, row.metric);
  const opens = `trend-${row.metric}`;
  const area = profile.area.area;
  return (
    <>
      <tr className={row.value === null ? 'gap' : undefined} data-metric={row.metric}>
        <MetricCell row={row} metric={metric} area={area} asked={profile.period} />
        <FigureCell row={row} metric={metric} />
        {beside(row, areas)
          .filter(([column]) => similar || column !== 'similar')
          .map(([column, figures]) => (
            <BesideCell key={column} figures={figures} metric={metric} />
          ))}
        {row.value === null ? (
          <td colSpan={3}>{gapReason(row)}</td>
        ) : (
          <>
            <ComparedCell row={row} metric={metric} against={profile.against} />
            <TargetCell row={row} metric={metric} />
            <PlaceCell row={row} metric={metric} />
          </>
        )}
        {grain === null ? (
          <td />
        ) : (
          <TrendCell row={row} label={metric.label} open={open} opens={opens} onToggle={onToggle} />
        )}
      </tr>
      {open && grain !== null && (
        <tr className="trend-row">
          <td colSpan={columns} id={opens}>
            <div>
              <TrendPanel metric={row.metric} area={area} grain={grain} />
            </div>
          </td>
        </tr>
      )}
    </>
  );
}

/** The figures that stand beside a row's own, by column; none beside an illustrative one. */
function beside(row: ProfileRow, areas: Areas): [column: string, figures: Beside[]][] {
  if (isIllustrative(row)) return COLUMNS.map((column) => [column, []]);
  const { england, alliances, similar } = row;
  const mean = metricOf(row.metric).kind === 'proportion' ? undefined : 'weighted mean';
  const short = (id: string, name: string) =>
    areas.alliances.find((each) => each.area === id)?.shortName ?? name;
  const few = similar && similar.areas < 10 ? `${similar.areas} of the ten` : mean;
  return [
    ['england', england ? [{ value: england.value, name: england.name }] : []],
    ['alliances', alliances.map(({ area, name, value }) => ({ value, name: short(area, name), note: mean }))],
    ['similar', similar ? [{ value: similar.value, name: similar.name, note: few }] : []],
  ];
}

const COLUMNS = ['england', 'alliances', 'similar'];
