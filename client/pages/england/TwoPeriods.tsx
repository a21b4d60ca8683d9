import { atTarget } from '../../../data/classes.ts';
import { areaRows } from '../../ui/areaRows.ts';
import './two-periods.css';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { memo, useCallback, useMemo, useState } from 'react';
import type { Paths, TodayPaths } from '../../../data/boundaries/paths.ts';
import type { Snapshot } from '../../../data/contract/index.ts';
import { type Metric, metric as metricOf } from '../../../data/metrics/index.ts';
import { type ColourBy, type Painting, painting } from '../../../data/painting.ts';
import { formatValue } from '../../../data/text/format.ts';
import { areasNoun, briefName, periodBrief } from '../../../data/text/words.ts';
import { snapshotQuery } from '../../api.ts';
import { usePointedArea } from '../../charts/kit/pointedArea.ts';
import { MapLegend, middleNote } from '../../charts/map/MapLegend.tsx';
import {
  type Change,
  changeGlyph,
  changesBetween,
  changesFinding,
  changeWords,
  inOrder,
} from '../../ui/changes.ts';
import type { Together } from '../../ui/map/MapFrame.tsx';
import { ranked, type Scale, scaleEnds, scaleOf } from '../../ui/ranked.ts';
import { Refused, Waiting } from '../../ui/states.tsx';
import { UseChart } from '../../ui/UseChart.tsx';
import type { Go } from '../../ui/useAddress.ts';
import type { EnglandView } from '../../url.ts';
import { ListFilters } from './ListColumn.tsx';
import { MapPicture, mapFile } from './MapColumn.tsx';

type Props = {
  snapshot: Snapshot;
  paths: UseQueryResult<Paths | TodayPaths>;
  by: ColourBy;
  view: EnglandView;
  go: Go<EnglandView>;
};

/** The map of one period beside that of another, and every area then and now, by how much it changed. */
export function TwoPeriods(props: Props) {
  const { snapshot, view } = props;
  const other = useQuery(snapshotQuery({ ...snapshot.query, period: view.beside }));
  if (other.error) return <Refused failure={other.error} again={other.refetch} />;
  if (!other.data) return <Waiting what={`the figures for ${periodBrief(view.beside)}`} />;
  return <Both {...props} other={other.data} />;
}

function Both({ snapshot, other, paths, by, view, go }: Props & { other: Snapshot }) {
  const metric = metricOf(snapshot.query.metric);
  const { level } = snapshot.query;
  const [earlier, later] = useMemo(() => inOrder(other, snapshot), [other, snapshot]);
  const all = useMemo(() => changesBetween(earlier, later), [earlier, later]);
  const painted = useMemo(
    () => [earlier, later].map((each) => painting(metric, each, { by, sure: view.sure })),
    [metric, earlier, later, by, view.sure],
  );
  const listed = useMemo(() => {
    const kept = new Set(ranked(later, view).map(({ area }) => area));
    const rows = all.filter(({ area }) => kept.has(area.area));
    return view.down ? rows.toReversed() : rows;
  }, [all, later, view]);
  const [together] = useState<Together>(() => new Set());
  const title = `${metric.label} by ${areasNoun(level, 1)}`;
  const also = useCallback(
    (id: string) => {
      const said = all.find(({ area }) => area.area === id);
      return said ? thenAndNow(metric, said, earlier, later) : '';
    },
    [all, metric, earlier, later],
  );
  return (
    <div data-colour={by}>
      <div className="map-column two-periods">
        <BothRead changes={all} earlier={earlier} later={later} chosen={view.area} />
        <div className="pair">
          {[earlier, later].map((each, index) => {
            const colours = painted[index];
            const period = periodBrief(each.query.period);
            return (
              colours && (
                <section key={each.query.period} aria-label={`${title}, ${period}`}>
                  <h2>{period}</h2>
                  <MapPicture
                    snapshot={each}
                    paths={paths}
                    painted={colours}
                    view={view}
                    title={`${title}, ${period}`}
                    together={together}
                    also={also}
                    go={go}
                  />
                  <MapLegend
                    painted={colours}
                    spec={{
                      title: `${title}, ${period}`,
                      note: middleNote(metric, each, by),
                      target: by !== 'england' && atTarget(metric, each.target?.value),
                      areas: areasNoun(level, 2),
                    }}
                  />
                  <UseChart chart="map" query={mapFile(metric, each, view, by)} of={`${title}, ${period}`} />
                </section>
              )
            );
          })}
        </div>
      </div>
      <div className="list-column two-periods">
        <ListFilters snapshot={later} view={view} go={go} />
        <Dumbbells
          rows={listed}
          earlier={earlier}
          later={later}
          painted={painted[1]}
          selected={view.area}
          isTurned={view.down}
          go={go}
        />
      </div>
    </div>
  );
}

type ReadProps = { changes: readonly Change[]; earlier: Snapshot; later: Snapshot; chosen: string };

/** The area pointed at or chosen, then and now; else what became of all of them. */
function BothRead({ changes, earlier, later, chosen }: ReadProps) {
  const metric = metricOf(later.query.metric);
  const id = usePointedArea() || chosen;
  const said = changes.find(({ area }) => area.area === id);
  return (
    <p className="read-out" data-testid="read-out">
      {said ? (
        <b>
          {said.area.name}: {thenAndNow(metric, said, earlier, later)}
        </b>
      ) : (
        changesFinding(metric, earlier, later, changes).join(' ')
      )}
    </p>
  );
}

/** The figures of an area in both periods, and how it changed. */
function thenAndNow(metric: Metric, change: Change, earlier: Snapshot, later: Snapshot): string {
  const value = (given: number | null | undefined) =>
    given == null ? 'no figure' : formatValue(metric, given);
  const [from, to] = [periodBrief(earlier.query.period), periodBrief(later.query.period)];
  return `${value(change.before?.value)} in ${from}, ${value(change.area.value)} in ${to}. ${changeWords(metric, change)}.`;
}

type ListProps = {
  rows: readonly Change[];
  earlier: Snapshot;
  later: Snapshot;
  painted: Painting | undefined;
  selected: string;
  isTurned: boolean;
  go: Go<EnglandView>;
};

/** Every area then and now on a common axis, by how much it changed. */
function Dumbbells({ rows, earlier, later, painted, selected, isTurned, go }: ListProps) {
  const metric = metricOf(later.query.metric);
  const { benchmark, target } = later;
  const scale = useMemo(
    () => scaleOf(metric, [...earlier.areas, ...later.areas], [benchmark?.value, target?.value]),
    [metric, earlier, later, benchmark, target],
  );
  const [from, to] = [periodBrief(earlier.query.period), periodBrief(later.query.period)];
  const [low, high] = scaleEnds(metric, scale);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable by keyboard
    <section className="list-box" tabIndex={0} aria-label="Then and now" data-testid="list">
      <table className="list dumbbells">
        <caption className="hidden">
          {metric.label} in {from} and in {to}, by {areasNoun(later.query.level, 1)}
        </caption>
        <thead>
          <tr>
            <th scope="col">{areasNoun(later.query.level, 1)}</th>
            <th scope="col" className="number">
              {from}
            </th>
            <th scope="col" className="number">
              {to}
            </th>
            <th scope="col" aria-sort={isTurned ? 'descending' : 'ascending'}>
              <button type="button" onClick={() => go({ down: !isTurned })}>
                Change
              </button>
            </th>
            <th scope="col" className="interval">
              <span className="hidden">
                {from} as a ring, {to} as a dot, from {low} to {high}
              </span>
              <span className="ends" aria-hidden="true">
                <span>{low}</span>
                <span>
                  ○ {from} ● {to}
                </span>
                <span>{high}</span>
              </span>
            </th>
          </tr>
        </thead>
        <tbody {...areaRows({ selected, onChoose: (area) => go({ area }) })}>
          {rows.map((row) => (
            <Row
              key={row.area.area}
              row={row}
              metric={metric}
              scale={scale}
              fill={painted?.colourOf(row.area) ?? null}
              selected={row.area.area === selected}
            />
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p className="none">No {areasNoun(later.query.level, 1)} matches the filter.</p>}
    </section>
  );
}

type RowProps = {
  row: Change;
  metric: Metric;
  scale: Scale;
  fill: string | null;
  selected: boolean;
};

const Row = memo(function Row({ row, metric, scale, fill, selected }: RowProps) {
  const { area, before } = row;
  const shown = (value: number | null | undefined) => (value == null ? '–' : formatValue(metric, value));
  const x = (value: number) => `${scale.place(value)}%`;
  return (
    <tr
      data-area={area.area}
      data-state={selected ? 'selected' : undefined}
      className={row.change === null ? 'gap' : undefined}
    >
      <th scope="row">
        <button type="button" aria-pressed={selected}>
          {briefName(area.name)}
        </button>
      </th>
      <td className="number">{shown(before?.value)}</td>
      <td className="number">{shown(area.value)}</td>
      <td className="change">
        <span aria-hidden="true">{changeGlyph(row)}</span> {changeWords(metric, row)}
      </td>
      <td className="interval">
        <span className="both">
          {shown(before?.value)} → {shown(area.value)}
        </span>
        <svg width="100%" height="20" aria-hidden="true" className="painted">
          {before?.value != null && area.value !== null && (
            <line x1={x(before.value)} x2={x(area.value)} y1="10" y2="10" />
          )}
          {before?.value != null && <circle className="then" cx={x(before.value)} cy="10" r="4" />}
          {area.value !== null && <circle cx={x(area.value)} cy="10" r="5" fill={fill ?? undefined} />}
        </svg>
      </td>
    </tr>
  );
});
