import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { classesOf } from '../../../data/classes.ts';
import type { Snapshot } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { mapHeading } from '../../../data/text/board.ts';
import { periodBrief } from '../../../data/text/figure.ts';
import { formatRound } from '../../../data/text/format.ts';
import { pathsQuery, snapshotQuery } from '../../api.ts';
import { AllianceMap } from '../../charts/alliance-map/AllianceMap.tsx';
import { mapWindow, ofAlliance } from '../../charts/alliance-map/mapWindow.ts';
import { Legend } from '../../charts/map/Legend.tsx';
import { AreaCaption } from '../../ui/AreaCaption.tsx';
import { ListKey } from '../../ui/ListKey.tsx';
import { RankedList } from '../../ui/RankedList.tsx';
import { Refused, Waiting } from '../../ui/states.tsx';
import { UseChart } from '../../ui/UseChart.tsx';
import { useWide } from '../../ui/useWide.ts';
import type { View } from '../england/view.ts';
import { MetricSelect } from './MetricSelect.tsx';
import { Part } from './Part.tsx';
import { type Board, useColumn } from './useBoard.ts';

/** Its CCGs on a map of their own and in order, by the measure chosen. */
export function MapPart(board: Board) {
  const { alliance, view } = board;
  const column = useColumn(board);
  const asked = useQuery({
    ...snapshotQuery({ metric: view.metric, level: 'ccg', period: column?.period ?? '' }),
    enabled: column !== undefined,
    placeholderData: keepPreviousData,
  });
  const whole = asked.data;
  const snapshot = useMemo(() => whole && ofAlliance(whole, alliance.area), [whole, alliance]);
  const metric = metricOf(view.metric);
  const subject = `${metric.label}: ${metric.phrase}${column ? `, ${periodBrief(column.period)}` : ''}`;
  return (
    <Part id="map" subject={subject} title={snapshot ? mapHeading(snapshot) : 'Its CCGs'}>
      <MetricSelect {...board} />
      {asked.error ? (
        <Refused failure={asked.error} again={asked.refetch} />
      ) : column === undefined ? (
        <p>No CCG of this Alliance has a figure for this measure by then.</p>
      ) : !snapshot ? (
        <Waiting what="its CCGs" />
      ) : (
        <Pair snapshot={snapshot} {...board} />
      )}
    </Part>
  );
}

type PairProps = Board & { snapshot: Snapshot };

function Pair({ snapshot, alliance, view, go }: PairProps) {
  const [pointed, setPointed] = useState('');
  const [order, setOrder] = useState<Pick<View, 'sort' | 'down'>>({ sort: 'rank', down: false });
  const wide = useWide();
  const metric = metricOf(view.metric);
  const title = `${metric.label} by CCG of ${alliance.name}, ${periodBrief(snapshot.query.period)}`;
  const known = snapshot.areas.some(({ area }) => area === view.area) ? view.area : '';
  const shown = snapshot.areas.find(({ area }) => area === (pointed || known));
  const picked = useMemo(() => ({ ...order, within: '', find: '', area: known }), [order, known]);
  const { data: paths, error, refetch } = useQuery(pathsQuery());
  const drawing = useMemo(
    () => paths && mapWindow(snapshot, paths.map, alliance.area, title),
    [paths, snapshot, alliance, title],
  );
  const values = snapshot.areas.flatMap(({ value }) => value ?? []);
  const aim = metric.classes.around === 'target' && snapshot.target?.value === metric.classes.breaks[2];
  const list = (
    <div key="list" className="list-column">
      <ListKey snapshot={snapshot} />
      <RankedList
        snapshot={snapshot}
        view={picked}
        pointed={pointed}
        caption={`${title}; the rank is among all CCGs`}
        go={({ area, sort, down }) => {
          if (area !== undefined) go({ area });
          else setOrder({ sort: sort ?? 'rank', down: down ?? false });
        }}
        onPoint={setPointed}
      />
      <p className="note">The rank is among all CCGs of England that have a figure, 1 the best.</p>
    </div>
  );
  const map = (
    <div key="map" className="map-column">
      {error && <Refused failure={error} again={refetch} />}
      {drawing && (
        <AllianceMap
          {...drawing}
          selected={known}
          pointed={pointed}
          onPoint={setPointed}
          onChoose={(area) => go({ area })}
        />
      )}
      <Legend
        classes={classesOf(metric, values)}
        spec={{
          title,
          gaps: snapshot.areas.length - values.length,
          illustrative: snapshot.illustrative,
          note: aim ? `At the dotted line: target ${formatRound(metric, metric.classes.breaks[2])}.` : '',
          target: aim,
          areas: 'CCGs',
        }}
      />
      <AreaCaption
        snapshot={snapshot}
        area={shown}
        kept={known !== '' && shown?.area === known}
        clear={() => go({ area: '' })}
      />
      <UseChart
        chart="alliance-map"
        asked={{ alliance: alliance.area, metric: view.metric, period: snapshot.query.period, area: known }}
        of={title}
      />
    </div>
  );
  return <div className="two-columns">{wide ? [map, list] : [list, map]}</div>;
}
