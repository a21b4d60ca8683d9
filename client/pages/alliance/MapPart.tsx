import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useMemo, useState } from 'react';
import { atTarget } from '../../../data/classes.ts';
import type { Scorecard, Snapshot } from '../../../data/contract/index.ts';
import { METRIC_IDS, metric as metricOf } from '../../../data/metrics/index.ts';
import { colouredBy, painting } from '../../../data/painting.ts';
import { colouredHeading } from '../../../data/text/colouredHeading.ts';
import { formatRound } from '../../../data/text/format.ts';
import { areasNoun, periodBrief } from '../../../data/text/words.ts';
import { levelPathsQuery, snapshotQuery } from '../../api.ts';
import { mapWindow, ofAlliance } from '../../charts/alliance-map/AllianceMap.tsx';
import { MapLegend } from '../../charts/map/MapLegend.tsx';
import { AreaCaption } from '../../ui/AreaCaption.tsx';
import { chosenGoal } from '../../ui/map/goals.ts';
import { MapFrame } from '../../ui/map/MapFrame.tsx';
import { useView } from '../../ui/map/useView.ts';
import { ListKey, RankedList } from '../../ui/RankedList.tsx';
import { ReadOut } from '../../ui/ReadOut.tsx';
import { Refused, Waiting } from '../../ui/states.tsx';
import { UseChart } from '../../ui/UseChart.tsx';
import { useWide } from '../../ui/useWide.ts';
import type { EnglandView } from '../../url.ts';
import { type Board, Part, useColumn, useParts, useScorecard } from './board.tsx';
import { NoFigure } from './NoFigure.tsx';

/** Its CCGs or ICBs on a map of their own and in order, by the measure chosen. */
export function MapPart(board: Board) {
  const { alliance, areas, view } = board;
  const column = useColumn(board);
  const { level, many } = useParts(board);
  const answer = useQuery({
    ...snapshotQuery({ metric: view.metric, level, period: column?.period ?? '' }),
    enabled: column !== undefined,
    placeholderData: keepPreviousData,
  });
  const whole = answer.data;
  const snapshot = useMemo(() => whole && ofAlliance(whole, alliance.area, areas), [whole, alliance, areas]);
  const metric = metricOf(view.metric);
  const subject = `${metric.label}: ${metric.phrase}${column ? `, ${periodBrief(column.period)}` : ''}`;
  return (
    <Part id="map" subject={subject} title={snapshot ? colouredHeading(snapshot) : `Its ${many}`}>
      <MetricSelect {...board} />
      {answer.error ? (
        <Refused failure={answer.error} again={answer.refetch} />
      ) : column === undefined ? (
        <NoFigure {...board} />
      ) : !snapshot ? (
        <Waiting what={`its ${many}`} />
      ) : (
        <Pair snapshot={snapshot} {...board} />
      )}
    </Part>
  );
}

/** About how many pixels the map is high beside its list; its neighbours fill the rest of its width. */
const HIGH = 250;

type PairProps = Board & { snapshot: Snapshot };

function Pair({ snapshot, alliance, view, go }: PairProps) {
  const [here, setHere] = useState(false);
  const [order, setOrder] = useState<Pick<EnglandView, 'sort' | 'down'>>({ sort: 'rank', down: false });
  const wide = useWide();
  const metric = metricOf(view.metric);
  const { level } = snapshot.query;
  const [one, many] = [areasNoun(level, 1), areasNoun(level, 2)];
  const title = `${metric.label} by ${one} of ${alliance.name}, ${periodBrief(snapshot.query.period)}`;
  const selected = snapshot.areas.some(({ area }) => area === view.area) ? view.area : '';
  const picked = useMemo(() => ({ ...order, within: '', find: '', area: selected }), [order, selected]);
  const { data: paths, error, refetch } = useQuery(levelPathsQuery(level));
  const drawing = useMemo(
    () =>
      paths && mapWindow(snapshot, paths.map, alliance.area, title, wide ? { high: HIGH, fill: true } : {}),
    [paths, snapshot, alliance, title, wide],
  );
  const places = useMemo(() => drawing?.shapes.map(({ place }) => place), [drawing]);
  const entered = useView(view.view, drawing?.spec.box, places, (text) => go({ view: text }));
  const aim = snapshot.target?.value;
  const isAtTarget = atTarget(metric, aim);
  const list = (
    <div key="list" className="list-column">
      <ListKey snapshot={snapshot} />
      <RankedList
        snapshot={snapshot}
        view={picked}
        caption={`${title}; the rank is among all ${many}`}
        go={({ area, sort, down }) => {
          if (area !== undefined) go({ area });
          else setOrder({ sort: sort ?? 'rank', down: down ?? false });
        }}
      />
      <p className="note">
        The rank is among all {many} of England that have a figure, 1 the{' '}
        {metric.polarity === 'none' ? 'highest' : 'best'}.
      </p>
      <AreaCaption snapshot={snapshot} chosen={selected} following={here} clear={() => go({ area: '' })} />
    </div>
  );
  const map = (
    <div key="map" className="map-column">
      {error && <Refused failure={error} again={refetch} />}
      <ReadOut snapshot={snapshot} chosen={selected} />
      {drawing && (
        <MapFrame
          snapshot={snapshot}
          shapes={drawing.shapes}
          spec={drawing.spec}
          view={entered.view}
          onView={entered.onView}
          goals={chosenGoal(
            drawing.shapes,
            snapshot.areas.find(({ area }) => area === selected),
          )}
          alliances={[]}
          selected={selected}
          onChoose={(area) => go({ area })}
        />
      )}
      <p className="note" role="status">
        {entered.said}
      </p>
      <MapLegend
        painted={painting(metric, snapshot)}
        spec={{
          title,
          note: isAtTarget ? `At the dotted line: target ${formatRound(metric, aim)}.` : '',
          target: isAtTarget,
          areas: many,
        }}
      />
      <UseChart
        chart="alliance-map"
        query={{
          alliance: alliance.area,
          metric: view.metric,
          period: snapshot.query.period,
          area: selected,
        }}
        of={title}
      />
    </div>
  );
  return (
    // What is pointed at in a part below must not move that part: the caption's height differs from area to area.
    // biome-ignore lint/a11y/noStaticElementInteractions: what is pointed at or focused are the shapes and rows inside
    <div
      className="two-columns"
      data-colour={colouredBy(metric)}
      onPointerEnter={() => setHere(true)}
      onPointerLeave={() => setHere(false)}
      onFocus={() => setHere(true)}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setHere(false);
      }}
    >
      {wide ? [map, list] : [list, map]}
    </div>
  );
}

/** The measure that map, drivers and trends are of: those of which a CCG or ICB has a figure by then. */
function MetricSelect(board: Board) {
  const id = useId();
  const { data } = useScorecard(board);
  const { metric } = board.view;
  const columns = data?.columns ?? [];
  return (
    <div className="controls">
      <div className="field">
        <label htmlFor={id}>Metric of the map, the drivers and the trends</label>
        <select
          id={id}
          value={metric}
          onChange={({ target }) =>
            board.go({ metric: METRIC_IDS.find((each) => each === target.value) ?? metric })
          }
        >
          {columns.every((column) => column.metric !== metric) && (
            <option value={metric}>{metricOf(metric).label}</option>
          )}
          {columns.map((column) => (
            <option key={column.metric} value={column.metric}>
              {optionName(column)}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}

const optionName = ({ metric, period }: Scorecard['columns'][number]) =>
  `${metricOf(metric).label}, ${periodBrief(period)}`;
