import { Link } from 'wouter';
import type { DriverRow, Drivers } from '../../../data/contract.ts';
import { formatCount, formatValue } from '../../../data/format.ts';
import type { Metric } from '../../../data/metrics.ts';
import { SOURCES } from '../../../data/sources.ts';
import { signedPoints } from '../../../data/words/board.ts';
import { briefName } from '../../../data/words/figure.ts';
import { type Column, DataTable } from '../DataTable.tsx';

/** The drivers as a table: what each CCG lacks, its shares, what it needs by itself, and how it changed. */
export function DriversTable({ drivers, metric }: { drivers: Drivers; metric: Metric }) {
  const source = SOURCES[metric.source];
  const { query, dataVersion, alliance, baseline } = drivers;
  return (
    <DataTable
      label={`${metric.label}: what each CCG of ${alliance.name} adds to the gap`}
      columns={columnsOf(metric)}
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

type Of = (row: DriverRow) => number | null;

function columnsOf(metric: Metric): Column<DriverRow>[] {
  const number = (id: string, head: string, value: Of, words: (known: number) => string) => ({
    id,
    head,
    number: true,
    value,
    shown: (row: DriverRow) => {
      const known = value(row);
      return known === null ? null : words(known);
    },
  });
  const share = (known: number) => `${(100 * known).toFixed(1)}%`;
  const signed = (known: number) => (known < 0 ? `−${formatCount(-known)}` : formatCount(known));
  const points = (known: number) => signedPoints(metric, known);
  return [
    {
      id: 'ccg',
      head: 'CCG',
      value: ({ name }) => name,
      shown: ({ area, name }) => <Link href={`/ccgs/${area}`}>{briefName(name)}</Link>,
      parts: [
        { id: 'area', value: ({ area }) => area },
        { id: 'area_name', value: ({ name }) => name },
      ],
    },
    number('people_short', 'People short (−: to spare)', ({ people }) => people, signed),
    number(
      'value',
      'Figure',
      ({ value }) => value,
      (known) => formatValue(metric, known),
    ),
    number('numerator', 'In time', ({ numerator }) => numerator, formatCount),
    number('denominator', 'Of', ({ denominator }) => denominator, formatCount),
    number('breaches', 'Breaches', ({ breaches }) => breaches, formatCount),
    number('share_of_breaches', 'Share of breaches', ({ shareOfBreaches }) => shareOfBreaches, share),
    number('share_of_people', 'Share of people', ({ shareOfPeople }) => shareOfPeople, share),
    number('share_of_gap', 'Share of what is missing', ({ shareOfGap }) => shareOfGap, share),
    number('needed', 'Needed to reach it alone', ({ needed }) => needed, formatCount),
    number(
      'baseline',
      'A year before',
      ({ baseline }) => baseline,
      (known) => formatValue(metric, known),
    ),
    number('change_own', 'Its own change adds', ({ change }) => change?.own ?? null, points),
    number('change_weight', 'Its weight adds', ({ change }) => change?.weight ?? null, points),
  ];
}
