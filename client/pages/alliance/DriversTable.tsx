import type { Drivers } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { SOURCES } from '../../../data/sources.ts';
import { driversColumns } from '../../charts/drivers/columns.tsx';
import { DataTable } from '../../ui/DataTable.tsx';

/** The drivers as a table: what each CCG lacks, its shares, what it needs by itself, and how it changed. */
export function DriversTable({ drivers, metric }: { drivers: Drivers; metric: Metric }) {
  const source = SOURCES[metric.source];
  const { query, dataVersion, alliance, baseline } = drivers;
  return (
    <DataTable
      label={`${metric.label}: what each CCG of ${alliance.name} adds to the gap`}
      columns={driversColumns(metric)}
      rows={drivers.rows}
      keyOf={({ area }) => area}
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
      empty="No CCG has figures."
    />
  );
}
