import { Link } from 'wouter';
import type { Areas, Catalogue, Profile, ProfileRow } from '../../../data/contract/index.ts';
import { type Metric, metric as metricOf } from '../../../data/metrics/index.ts';
import { expectedWords } from '../../../data/text/expected.ts';
import {
  COMPARISON_WORDS,
  countsPhrase,
  GLYPHS,
  noFigureWords,
  shortfall,
} from '../../../data/text/figure.ts';
import { formatCount, formatRound, formatValue } from '../../../data/text/format.ts';
import {
  noTrendBrief,
  rankWords,
  readingBrief,
  recentTrendBrief,
  unpublishedSentence,
} from '../../../data/text/profile.ts';
import { areasNoun, periodBrief, periodWords } from '../../../data/text/words.ts';
import { openingGrain } from '../../charts/kit/overTime.ts';
import { Spine, spineOf, spineWords } from '../../charts/spine/Spine.tsx';
import { useLookedAt } from '../../ui/AreaLink.tsx';
import { TableBox } from '../../ui/DataTable.tsx';
import { FigureTip } from '../../ui/tip/FigureTip.tsx';
import { TrendPanel } from '../../ui/trend/TrendPanel.tsx';
import { WhereFrom } from '../../ui/WhereFrom.tsx';
import type { CcgView } from '../../url.ts';
import { metricAtUrl } from '../../url.ts';

type TableProps = {
  profile: Profile;
  catalogue: Catalogue;
  areas: Areas;
  open: CcgView['trend'];
  onOpen: (trend: CcgView['trend']) => void;
};

/** Every measure as a row, grouped by the pathway area it belongs to. */
export function ProfileTable({ profile, catalogue, areas, open, onOpen }: TableProps) {
  const groups = catalogue.pathway
    .map(({ id, name }) => ({
      id,
      name,
      rows: profile.rows.filter(({ pathway, published }) => published && pathway === id),
    }))
    .filter(({ rows }) => rows.length > 0);
  const similar = profile.rows.some((row) => row.similar !== null);
  const columns = similar ? 9 : 8;
  const one = areasNoun(profile.area.level, 1);
  return (
    <div className="profile">
      <TableBox label="Where it stands">
        <table>
          <caption className="hidden">
            {profile.area.name} as at {periodWords(profile.period)}: each metric beside England, its Alliance
            {similar && ' and its ten most similar CCGs'}
          </caption>
          <thead>
            <tr>
              <th scope="col">Metric, period and source</th>
              <th scope="col">This {one}, 95% interval</th>
              <th scope="col" className="number">
                England
              </th>
              <th scope="col" className="number">
                Alliance
              </th>
              {similar && (
                <th scope="col" className="number">
                  Similar ten
                </th>
              )}
              <th scope="col">Compared</th>
              <th scope="col">Standard</th>
              <th scope="col">Place among {areasNoun(profile.area.level, 2)} (95% range)</th>
              <th scope="col">Over time</th>
            </tr>
          </thead>
          {groups.map(({ id, name, rows }) => (
            <tbody key={id}>
              <tr className="group">
                <th scope="rowgroup" colSpan={columns}>
                  <span>{name}</span>
                </th>
              </tr>
              {rows.map((row) => (
                <ProfileRows
                  key={row.metric}
                  row={row}
                  profile={profile}
                  catalogue={catalogue}
                  areas={areas}
                  columns={columns}
                  similar={similar}
                  open={row.metric === open}
                  onToggle={() => onOpen(row.metric === open ? '' : (row.metric as CcgView['trend']))}
                />
              ))}
            </tbody>
          ))}
        </table>
      </TableBox>
      <p className="quiet">{unpublishedSentence(profile)}</p>
    </div>
  );
}

type RowsProps = {
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
function ProfileRows({ row, profile, catalogue, areas, columns, similar, open, onToggle }: RowsProps) {
  const metric = metricOf(row.metric);
  const grain = openingGrain(catalogue, row.metric, profile.area.level === 'icb' ? 'icb' : 'ccg');
  const opens = `trend-${row.metric}`;
  const area = profile.area.area;
  return (
    <>
      <tr className={row.value === null ? 'gap' : undefined} data-metric={row.metric}>
        <MetricCell row={row} metric={metric} {...profile.area} asAt={profile.period} />
        {row.value === null ? (
          <td colSpan={columns - 2}>{noFigureWords(row)}</td>
        ) : (
          <>
            <FigureCell row={row} value={row.value} metric={metric} />
            {othersOf(row, areas)
              .filter(([column]) => similar || column !== 'similar')
              .map(([column, figures]) => (
                <OtherCell key={column} figures={figures} metric={metric} />
              ))}
            <ComparedCell row={row} metric={metric} against={profile.against} />
            <TargetCell row={row} metric={metric} />
            <PlaceCell row={row} metric={metric} level={profile.area.level} against={profile.against} />
          </>
        )}
        {grain === null || hasNothing(row) ? (
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

/** The figures of other areas that a row’s own is read against, by column. */
function othersOf(row: ProfileRow, areas: Areas): [column: string, figures: Other[]][] {
  const { england, alliances, similar } = row;
  const mean = metricOf(row.metric).kind === 'proportion' ? undefined : 'weighted mean';
  const short = (id: string, name: string) =>
    [...areas.alliances, ...areas.alliancesToday].find((each) => each.area === id)?.shortName ?? name;
  const few = similar && similar.areas < 10 ? `${similar.areas} of the ten` : mean;
  return [
    ['england', england ? [{ value: england.value, name: england.name }] : []],
    ['alliances', alliances.map(({ area, name, value }) => ({ value, name: short(area, name), note: mean }))],
    ['similar', similar ? [{ value: similar.value, name: similar.name, note: few }] : []],
  ];
}

type CellProps = { row: ProfileRow; metric: Metric };
type MetricCellProps = CellProps & { area: string; level: string; asAt: string };

/** What a row is of: the measure, its period (marked where it is not the profile’s), cautions and the source. */
function MetricCell({ row, metric, area, level, asAt }: MetricCellProps) {
  const period = row.period;
  return (
    <th scope="row">
      <Link href={metricAtUrl(row.metric, { ...useLookedAt(), level, period, area })}>{metric.label}</Link>
      {row.value !== null && <span className="quiet block phrase">{metric.phrase}</span>}
      {period !== null && (
        <span className="block when">
          <b className={period === asAt ? undefined : 'other-period'}>{periodBrief(period)}</b>
          {row.status === 'inferred-period' && ', year inferred'}
          {row.status === 'provisional' && ', provisional'}
          {row.value !== null && (
            <>
              {' · '}
              <WhereFrom metric={row.metric} area={area} period={period} of={metric.label}>
                Source
              </WhereFrom>
            </>
          )}
        </span>
      )}
      {row.value !== null &&
        row.notes.map((note) => (
          <span key={note} className="quiet block note">
            {note}
          </span>
        ))}
    </th>
  );
}

const None = () => <span className="quiet">None</span>;

const unitWords = ({ kind, unit }: Metric) => (kind === 'rate' || kind === 'mean' ? ` ${unit}` : '');

/** Whether a series has no figure up to the period of the profile: there is no trend to show. */
const hasNothing = ({ value, control, recentTrend }: ProfileRow) =>
  value === null && control === null && recentTrend.periods.length === 0;

/** The area’s own figure: value, counts and 95% interval. */
function FigureCell({ row, value, metric }: CellProps & { value: number }) {
  const counts = countsPhrase(metric, row);
  return (
    <td className="own">
      <b>{formatValue(metric, value)}</b>
      {unitWords(metric)}
      {counts && <span className="quiet block">{counts}</span>}
      <span className="quiet block">
        {row.lower === null || row.upper === null
          ? 'No interval published'
          : `${formatValue(metric, row.lower)} to ${formatValue(metric, row.upper)}`}
      </span>
    </td>
  );
}

type Other = { value: number | null; name: string; note?: string };

/** The figures of another area: one value, or several with their names. */
function OtherCell({ figures, metric }: { figures: readonly Other[]; metric: Metric }) {
  const shown = figures.flatMap(({ value, ...more }) => (value === null ? [] : [{ value, ...more }]));
  return (
    <td className="number beside">
      {shown.length === 0 ? (
        <None />
      ) : (
        shown.map(({ value, name, note }) => (
          <span key={name} className="block">
            {formatValue(metric, value)}
            {shown.length > 1 && <span className="quiet block">{name}</span>}
            {note && <span className="quiet block">{note}</span>}
          </span>
        ))
      )}
    </td>
  );
}

/** How the figure differs from the benchmark, in glyph and word; or why it is not compared. */
function ComparedCell({ row, metric, against }: CellProps & { against: string }) {
  const { comparison, comparisonReason, benchmark, expected } = row;
  const than = comparison === 'similar' ? 'to' : 'than';
  return (
    <td className={`compared ${comparison}`}>
      <span aria-hidden="true">{GLYPHS[comparison]}</span> {COMPARISON_WORDS[comparison]}
      <span className="quiet block">
        {comparison === 'not-compared'
          ? comparisonReason
          : `${than} ${against}${benchmark === null ? '' : ` (${formatValue(metric, benchmark)})`}`}
      </span>
      {expected && <span className="quiet block">{expectedWords(metric, expected)}</span>}
    </td>
  );
}

const VERDICTS = { met: 'Met', 'not-met': 'Not met', 'not-sure': 'Not sure', 'no-target': '' } as const;

/** The verdict on the standard, with how many more people it would have taken; an ambition is named, not judged. */
function TargetCell({ row, metric }: CellProps) {
  const { target, verdict } = row;
  if (target === null) return <td className="quiet">No target</td>;
  const aim = target.value === null ? '' : formatRound(metric, target.value);
  if (verdict === 'no-target' || target.value === null) return <td className="quiet">{target.label}</td>;
  const more = shortfall(metric, target.value, row);
  return (
    <td className="verdict">
      {VERDICTS[verdict]}
      <span className="quiet block">
        Standard {aim}
        {more > 0 && `; ${formatCount(more)} more in time needed`}
      </span>
    </td>
  );
}

/** How wide a spine is drawn, in pixels. */
const SPINE_WIDTH = 170;

/** Where the figure lies among all areas of the level: a spine, and the place in words. */
function PlaceCell({ row, metric, level, against }: CellProps & { level: string; against: string }) {
  const { rank } = row;
  const spine = spineOf(row, metric, level);
  return (
    <td className="place">
      {spine && (
        <FigureTip
          label={`${metric.label}: ${spine.label}`}
          words={spineWords(row, metric, { level, against })}
        >
          <Spine {...spine} width={SPINE_WIDTH} />
        </FigureTip>
      )}
      <span className="block">
        {rank ? rankWords(rank) : <span className="quiet">Not ranked: no interval is published</span>}
      </span>
    </td>
  );
}

type TrendProps = { row: ProfileRow; label: string; open: boolean; opens: string; onToggle: () => void };

/** How the measure moves, in short, with a button that opens its trend in a row of its own. */
function TrendCell({ row, label, open, opens, onToggle }: TrendProps) {
  return (
    <td className="moves">
      <Moves row={row} />
      <button
        type="button"
        aria-expanded={open}
        aria-controls={open ? opens : undefined}
        aria-label={`${open ? 'Hide' : 'Show'} trend of ${label}`}
        onClick={onToggle}
      >
        {open ? 'Hide trend' : 'Show trend'}
      </button>
    </td>
  );
}

function Moves({ row: { metric, control, recentTrend } }: { row: ProfileRow }) {
  const { periods, direction } = recentTrend;
  const [first, last] = [periods[0], periods.at(-1)];
  const isRead = control !== null && control.variation !== null;
  const span = first && last ? `(${periodBrief(first)} to ${periodBrief(last)})` : '';
  return (
    <>
      {isRead && (
        <span className="block">
          {readingBrief(metricOf(metric), control)}
          {control.period && <span className="quiet"> ({periodBrief(control.period)})</span>}
        </span>
      )}
      {direction !== 'not-calculated' && (
        <span className="block">
          {recentTrendBrief(recentTrend)} <span className="quiet">{span}</span>
        </span>
      )}
      {!isRead && direction === 'not-calculated' && (
        <span className="block quiet">
          {control ? readingBrief(metricOf(metric), control) : noTrendBrief(recentTrend)}
        </span>
      )}
    </>
  );
}
