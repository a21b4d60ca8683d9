import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Drivers } from '../../../data/contract/index.ts';
import { type Metric, metric as metricOf } from '../../../data/metrics/index.ts';
import { SOURCES } from '../../../data/sources.ts';
import { changeSentence, driversHeading, driversSentence } from '../../../data/text/drivers.ts';
import { formatRound } from '../../../data/text/format.ts';
import { areasNoun, periodBrief } from '../../../data/text/words.ts';
import { driversQuery } from '../../api.ts';
import { Bars } from '../../charts/bars/Bars.tsx';
import { driverBars } from '../../charts/drivers/bars.ts';
import { driversColumns } from '../../charts/drivers/index.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Picture } from '../../ui/Picture.tsx';
import { Refused, Waiting } from '../../ui/states.tsx';
import { UseChart } from '../../ui/UseChart.tsx';
import { type Board, Part, useColumn, useParts } from './board.tsx';
import { NoFigure } from './NoFigure.tsx';

/** Which CCGs or ICBs make the Alliance’s gap, in people, and how it changed. */
export function DriversPart(board: Board) {
  const { alliance, view } = board;
  const column = useColumn(board);
  const { many } = useParts(board);
  const metric = metricOf(view.metric);
  const { data, error, refetch } = useQuery({
    ...driversQuery({ metric: view.metric, alliance: alliance.area, period: column?.period ?? '' }),
    enabled: column !== undefined,
    placeholderData: keepPreviousData,
  });
  const own = data?.query.metric === view.metric ? data : undefined;
  const subject = `Who makes the gap? ${metric.label}${column ? `, ${periodBrief(column.period)}` : ''}`;
  return (
    <Part
      id="drivers"
      subject={subject}
      title={own ? driversHeading(metric, own) : `Which ${many} make the difference`}
    >
      {error ? (
        <Refused failure={error} again={refetch} />
      ) : column === undefined ? (
        <NoFigure {...board} />
      ) : !own ? (
        <Waiting what="the drivers" />
      ) : own.reason !== null ? (
        <p>{own.reason}</p>
      ) : (
        <Loaded drivers={own} selected={view.area} metric={metric} />
      )}
    </Part>
  );
}

type LoadedProps = { drivers: Drivers; selected: string; metric: ReturnType<typeof metricOf> };

function Loaded({ drivers, selected, metric }: LoadedProps) {
  const aim = drivers.target?.value == null ? '' : formatRound(metric, drivers.target.value);
  const title = `${metric.label}: people short of ${aim}, by ${areasNoun(drivers.level, 1)}, ${periodBrief(drivers.query.period)}`;
  const description = useMemo(
    () => driverBars({ rows: drivers.rows, metric, aim, title, selected }),
    [drivers, metric, aim, title, selected],
  );
  return (
    <>
      <p className="note">
        {driversSentence(metric, drivers)}{' '}
        {changeSentence(metric, drivers, drivers.baseline ? periodBrief(drivers.baseline.period) : '')}
      </p>
      {drivers.rows.length > 1 && (
        <Picture
          chart={(width) => <Bars areas description={description} width={width} />}
          table={<DriversTable drivers={drivers} metric={metric} />}
          use={
            <UseChart
              chart="drivers"
              query={{
                alliance: drivers.alliance.area,
                metric: drivers.query.metric,
                period: drivers.query.period,
                area: drivers.rows.some(({ area }) => area === selected) ? selected : '',
              }}
              of={title}
            />
          }
        />
      )}
      {drivers.notes.map((note) => (
        <p key={note} className="note">
          {note}
        </p>
      ))}
    </>
  );
}

/** The drivers as a table: what each CCG lacks, its shares, what it needs by itself, and how it changed. */
function DriversTable({ drivers, metric }: { drivers: Drivers; metric: Metric }) {
  const source = SOURCES[metric.source];
  const { query, dataVersion, alliance, baseline } = drivers;
  return (
    <DataTable
      label={`${metric.label}: what each ${areasNoun(drivers.level, 1)} of ${alliance.name} adds to the gap`}
      columns={driversColumns(metric)}
      rows={drivers.rows}
      keyOf={({ area }) => area}
      areas="rows"
      file={{
        name: [query.metric, query.period, alliance.name, 'drivers', dataVersion],
        about: {
          metric: query.metric,
          period: query.period,
          baseline_period: baseline?.period ?? '',
          alliance: alliance.area,
          target: String(drivers.target?.value ?? ''),
          source: `${source.publisher}: ${source.publication}`,
          licence: source.licence,
          data_version: dataVersion,
        },
      }}
      empty="No figures."
    />
  );
}
