import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Drivers } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { changeSentence, driversHeading, driversSentence } from '../../../data/text/drivers.ts';
import { periodBrief } from '../../../data/text/figure.ts';
import { formatRound } from '../../../data/text/format.ts';
import { driversQuery } from '../../api.ts';
import { DriverBars } from '../../charts/drivers/DriverBars.tsx';
import { Measured } from '../../ui/Measured.tsx';
import { Refused, Waiting } from '../../ui/states.tsx';
import { Twin } from '../../ui/TableTwin.tsx';
import { UseChart } from '../../ui/UseChart.tsx';
import { DriversTable } from './DriversTable.tsx';
import { Part } from './Part.tsx';
import { type Board, useColumn } from './useBoard.ts';

/** Which CCGs make the Alliance’s gap, in people, and how it changed. */
export function DriversPart(board: Board) {
  const { alliance, view } = board;
  const column = useColumn(board);
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
      title={own ? driversHeading(metric, own) : 'Which CCGs make the difference'}
    >
      {error ? (
        <Refused failure={error} again={refetch} />
      ) : column === undefined ? (
        <p>No CCG of this Alliance has a figure for this measure by then.</p>
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
  const title = `${metric.label}: people short of ${aim}, by CCG, ${periodBrief(drivers.query.period)}`;
  return (
    <>
      <p className="prose">{driversSentence(metric, drivers)}</p>
      <p className="prose">
        {changeSentence(metric, drivers, drivers.baseline ? periodBrief(drivers.baseline.period) : '')}
      </p>
      <div className="picture card">
        <Measured>
          {(width) => (
            <DriverBars rows={drivers.rows} aim={aim} title={title} width={width} selected={selected} />
          )}
        </Measured>
        <Twin>
          <DriversTable drivers={drivers} metric={metric} />
        </Twin>
        <UseChart
          chart="drivers"
          asked={{
            alliance: drivers.alliance.area,
            metric: drivers.query.metric,
            period: drivers.query.period,
            area: drivers.rows.some(({ area }) => area === selected) ? selected : '',
          }}
          of={title}
        />
      </div>
      {drivers.notes.map((note) => (
        <p key={note} className="note">
          {note}
        </p>
      ))}
    </>
  );
}
