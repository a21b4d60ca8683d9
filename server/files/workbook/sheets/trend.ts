import type { ControlPoint, Trend, TrendPoint } from '../../../../data/contract/index.ts';
import { type Metric, metric as metricOf, targetAt } from '../../../../data/metrics/index.ts';
import { endOf } from '../../../../data/periods.ts';
import { pointWords, variationWords } from '../../../../data/text/control.ts';
import { statusWords } from '../../../../data/text/figure.ts';
import { trendTitle } from '../../../../data/text/trend.ts';
import { capitalised, periodBrief } from '../../../../data/text/words.ts';
import {
  COUNT,
  type Column,
  columnFormat,
  countCell,
  NONE,
  tableOf,
  textCell,
  valueCell,
} from '../../shared/xlsx/book.ts';
import type { FigureSheet } from '../../shared/xlsx/front-matter.ts';

type Row = TrendPoint & { england: number | null; target: number | null; control: ControlPoint | undefined };

const countHeads = (metric: Metric) =>
  metric.kind === 'proportion' ? [metric.of, metric.outOf] : ['people counted', 'people'];

function columnsOf(metric: Metric, { area, control, benchmark }: Trend): Column<Row>[] {
  const format = columnFormat(metric);
  const { unit } = metric;
  const limit = (head: string, of: (point: ControlPoint) => number | null): Column<Row> => ({
    head: `${head} (${unit})`,
    width: 13,
    format,
    cell: (row) => (row.control ? valueCell(metric, of(row.control)) : NONE),
  });
  return [
    { head: 'Month', width: 18, cell: ({ period }) => periodBrief(period) },
    { head: 'Month, to sort by', width: 12, cell: ({ period }) => period },
    ...countHeads(metric).map(
      (head, index): Column<Row> => ({
        head: capitalised(head),
        width: 14,
        format: COUNT,
        cell: (row) => countCell(metric, index === 0 ? row.numerator : row.denominator, row.status),
      }),
    ),
    {
      head: `${area.name} (${unit})`,
      width: 14,
      format,
      cell: (row) => valueCell(metric, row.value, row.status),
    },
    {
      head: `95% interval, lower (${unit})`,
      width: 14,
      format,
      cell: (row) => valueCell(metric, row.lower, row.status),
    },
    {
      head: `95% interval, upper (${unit})`,
      width: 14,
      format,
      cell: (row) => valueCell(metric, row.upper, row.status),
    },
    ...(benchmark === null
      ? []
      : [
          {
            head: `England (${unit})`,
            width: 13,
            format,
            cell: (row: Row) => valueCell(metric, row.england),
          },
        ]),
    { head: `Target (${unit})`, width: 13, format, cell: ({ target }) => (target === null ? NONE : target) },
    limit('Control chart, mean', ({ mean }) => mean),
    limit('Control chart, lower limit', ({ lower }) => lower),
    limit('Control chart, upper limit', ({ upper }) => upper),
    {
      head: 'Variation',
      width: 58,
      cell: (row) => (row.control && row.value !== null ? pointWords(row.control, control.runLength) : NONE),
    },
    { head: 'Status', width: 32, cell: (row) => statusWords(row.status, metric.kind) },
    { head: 'Notes', width: 60, cell: ({ notes }) => textCell(notes.join(' ')) },
  ];
}

/** One wait of an area by month, with its control chart. */
export function trendSheet(trend: Trend, asAt: string): FigureSheet {
  const id = trend.query.metric;
  const metric = metricOf(id);
  const { area, control, breaks, benchmark } = trend;
  const end = endOf(asAt);
  const england = new Map(benchmark?.points.map(({ period, value }) => [period, value]));
  const rows = trend.points.map((point): Row => {
    const month = endOf(point.period);
    return {
      ...point,
      england: england.get(point.period) ?? null,
      target: targetAt(id, month)?.value ?? null,
      control: control.points.find(({ period }) => period === point.period),
    };
  });
  const later = rows.filter(({ period }) => period > end).length;
  return {
    sheet: {
      name: `${metric.label.split(',')[0]} by month`,
      title: `${area.name}: ${metric.label} by month`,
      lines: [
        `${trendTitle(metric, trend)}.`,
        variationWords(metric, control),
        ...(later > 0 ? [`The whole series, ${later} months after ${periodBrief(asAt)} included.`] : []),
        ...(rows.length === 0 ? [trend.note ?? 'There are no monthly figures.'] : []),
      ].filter(Boolean),
      ...tableOf(columnsOf(metric, trend), rows),
    },
    holds: `${metric.label} month by month: counts, share, interval, England, target, control limits, signals`,
    metrics: [id],
    notes: [...control.cautions, ...breaks.map(({ reason }) => reason)],
  };
}
