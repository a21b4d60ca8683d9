import type { DriverRow, Drivers } from '../../../../data/contract/index.ts';
import { metric as metricOf } from '../../../../data/metrics/index.ts';
import { changeSentence, driversHeading, driversSentence } from '../../../../data/text/drivers.ts';
import { formatRound } from '../../../../data/text/format.ts';
import { areasNoun, periodBrief } from '../../../../data/text/words.ts';
import type { BookCell } from '../../shared/xlsx/book.ts';
import {
  COUNT,
  type Column,
  columnFormat,
  countCell,
  NONE,
  numberCell,
  SIGNED,
  tableOf,
  textCell,
  valueCell,
} from '../../shared/xlsx/book.ts';
import type { FigureSheet } from '../../shared/xlsx/front-matter.ts';

const SHARE = '0.0%';

const points = (change: number | null | undefined): BookCell => (change == null ? NONE : 100 * change);

function columnsOf(drivers: Drivers): Column<DriverRow>[] {
  const metric = metricOf(drivers.query.metric);
  const format = columnFormat(metric);
  const aim = drivers.target?.value == null ? '' : ` ${formatRound(metric, drivers.target.value)}`;
  const [now, before] = [drivers.query.period, drivers.query.baseline ?? ''].map(periodBrief);
  const count = (head: string, of: (row: DriverRow) => number | null): Column<DriverRow> => ({
    head,
    width: 15,
    format: COUNT,
    cell: (row) => countCell(metric, of(row), row.status),
  });
  const share = (head: string, of: (row: DriverRow) => number | null): Column<DriverRow> => ({
    head,
    width: 15,
    format: SHARE,
    cell: (row) => numberCell(of(row)),
  });
  return [
    { head: 'Area', width: 44, cell: ({ name }) => name },
    { head: 'Code', width: 10, cell: ({ area }) => area },
    count(`People short of${aim}, ${now} (negative: to spare)`, ({ people }) => people),
    {
      head: `Figure, ${now} (${metric.unit})`,
      width: 13,
      format,
      cell: (row) => valueCell(metric, row.value, row.status),
    },
    count(`In time, ${now}`, ({ numerator }) => numerator),
    count(`Of, ${now}`, ({ denominator }) => denominator),
    count(`Breaches, ${now}`, ({ breaches }) => breaches),
    share('Share of breaches (%)', ({ shareOfBreaches }) => shareOfBreaches),
    share('Share of people (%)', ({ shareOfPeople }) => shareOfPeople),
    { ...share('Share of what is missing (%)', () => null), cell: ({ shareOfGap }) => shareOfGap ?? NONE },
    count(`People needed to reach${aim} alone`, ({ needed }) => needed),
    {
      head: `Figure, ${before} (${metric.unit})`,
      width: 13,
      format,
      cell: (row) => valueCell(metric, row.baseline),
    },
    {
      head: 'Its own change adds (points)',
      width: 14,
      format: SIGNED,
      cell: ({ change }) => points(change?.own),
    },
    {
      head: 'Its weight adds (points)',
      width: 14,
      format: SIGNED,
      cell: ({ change }) => points(change?.weight),
    },
    { head: 'Notes', width: 60, cell: ({ notes }) => textCell(notes.join(' ')) },
  ];
}

/** What each CCG of an Alliance adds to the Alliance's gap, and to its change. */
export function driversSheet(drivers: Drivers): FigureSheet {
  const id = drivers.query.metric;
  const metric = metricOf(id);
  const { alliance, baseline, reason, notes, query } = drivers;
  const since = changeSentence(metric, drivers, baseline ? periodBrief(baseline.period) : '');
  const lines =
    reason === null
      ? [
          `${driversHeading(metric, drivers)}.`,
          driversSentence(metric, drivers),
          ...(drivers.change === null ? [] : [since]),
        ]
      : [reason];
  return {
    sheet: {
      name: 'Drivers',
      title: `${alliance.name}: who makes the gap on the ${metric.label}, ${periodBrief(query.period)}`,
      lines: lines.filter(Boolean),
      ...tableOf(columnsOf(drivers), drivers.rows),
    },
    holds: `${metric.label}: what each ${areasNoun(drivers.level, 1)} adds to the Alliance’s gap and to its change`,
    metrics: [id],
    notes: [...(reason === null && drivers.change === null ? [since] : []), ...notes],
  };
}
