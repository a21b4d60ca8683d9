import type { Catalogue, Trend } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { endOf, type Grain, parsePeriod } from '../../../data/periods.ts';
import { endedSentences, gapOverTime } from '../../../data/text/compare.ts';
import { formatValue } from '../../../data/text/format.ts';
import { briefName, periodBrief } from '../../../data/text/words.ts';
import type { CompareView } from '../../url.ts';
import { nameBeside } from '../compare/places.ts';
import { lineStyle } from '../kit/Axes.tsx';
import type { Column } from '../kit/columns.ts';
import { breakPlaces, byGrain, inOrderOfTime, standardIn } from '../kit/overTime.ts';
import { valueAxis } from '../kit/scales.ts';
import {
  breakRules,
  type Description,
  type Figure,
  NARROW,
  type PlotLine,
  periodPlaces,
} from '../over-time/plot.ts';
import { figuresAt, targetLine } from '../over-time/trend.tsx';

/** One area's line: a figure for each period, and the places from which it cannot be joined with what comes before. */
type CompareLine = {
  area: string;
  name: string;
  level: string;
  figures: (Figure | null)[];
  values: (number | null)[];
  breaks: number[];
};
export type CompareSeries = {
  periods: string[];
  lines: CompareLine[];
  /** The standard in force in each period. */
  target: (number | null)[];
  /** What breaks every line, and from which period. */
  marks: { at: number; period: string; reason: string }[];
};

/** Areas over the same periods, oldest first: those in which any has a figure. */
export function compareSeries(trends: readonly Trend[], metric: Metric): CompareSeries {
  const periods = inOrderOfTime(
    trends.flatMap(({ points }) => points.flatMap(({ period, value }) => (value === null ? [] : period))),
  );
  return {
    periods,
    lines: trends.map(({ area, points, breaks }) => {
      const figures = figuresAt(periods, points);
      return {
        ...area,
        name: nameBeside(area),
        figures,
        values: figures.map((figure) => figure?.value ?? null),
        breaks: breakPlaces(periods, [...metric.breaks, ...breaks]),
      };
    }),
    target: periods.map((period) => standardIn(trends[0]?.targets ?? [], period)),
    marks: metric.breaks.flatMap(({ from, reason }) =>
      breakPlaces(periods, [{ from }]).map((at) => ({ at, period: periods[at] ?? '', reason })),
    ),
  };
}

/** As many lines as can be named in full at their ends where the chart is narrow. */
const FEW = 8;

/** Compared areas as a chart over time: each line with its own dash, and its name where it ends. */
export function compareDescription(
  { periods, lines, target, marks }: CompareSeries,
  metric: Metric,
  { title, narrow }: { title: string; narrow: boolean },
): Description {
  const byCode = narrow && lines.length > FEW;
  return {
    metric,
    title,
    label: title,
    places: periodPlaces(periods),
    lines: [
      ...targetLine(metric, target),
      ...lines.map(({ area, name, level, figures, breaks }, index): PlotLine => {
        const look = { ...lineStyle(index, area), strokeWidth: 2 };
        const brief = briefName(name);
        return {
          id: area,
          name: brief,
          role: 'other',
          figures,
          breaks,
          look,
          picked: { ...look, strokeWidth: 3.5 },
          end: byCode && level === 'ccg' ? area : brief,
          listed: true,
        };
      }),
    ],
    bands: [],
    rules: breakRules(
      marks.map(({ at }) => at),
      periods,
    ),
    signals: [],
    said: [],
    key: [],
    axis: (values) => valueAxis(metric, values, 8),
    least: (width) => (width < NARROW ? 320 : 400),
  };
}

/** The grain that is asked for, where the metric has it; else quarters, or periods as long as the one shown. */
export function compareGrain({ metric, period, grain }: CompareView, catalogue: Catalogue): Grain {
  const entry = catalogue.metrics.find(({ id }) => id === metric);
  const asked = entry?.periods.find((each) => each.grain === grain);
  if (asked) return asked.grain;
  if (entry?.periods.some(({ grain }) => grain === 'quarter')) return 'quarter';
  return parsePeriod(period)?.grain ?? 'year';
}

/** Trends as lines of one picture: the finding (empty: none), breaks and ends in sentences, or why nothing is drawn. */
export function comparedOverTime(trends: readonly Trend[], metric: Metric, grain: Grain) {
  const series = compareSeries(trends, metric);
  const end = endOf(series.periods.at(-1) ?? '');
  const [only] = series.periods;
  return {
    series,
    title: `${metric.label} ${byGrain(grain)}`,
    gap: gapOverTime(metric, { ...series, breaks: series.marks.map(({ at }) => at) }),
    ended: endedSentences(trends.filter(({ successor }) => successor && successor.from <= end)),
    undrawn:
      series.periods.length > 1
        ? ''
        : only
          ? `Figures by area are published for one period only, ${periodBrief(only)}: there is no change to draw.`
          : 'There are no figures to draw.',
  };
}

type Row = { period: string; index: number };

/** The values of every line as a table: a column for each area and for the standard, the latest period first. */
export function seriesTable(series: CompareSeries, metric: Metric) {
  const shown = (value: number | null) => (value === null ? null : formatValue(metric, value));
  const column = (id: string, head: string, values: readonly (number | null)[]): Column<Row> => ({
    id,
    head,
    number: true,
    value: ({ index }) => values[index] ?? null,
    shown: ({ index }) => shown(values[index] ?? null),
  });
  const columns: Column<Row>[] = [
    {
      id: 'series_period',
      head: 'Period',
      value: ({ period }) => period,
      shown: ({ period }) => periodBrief(period),
    },
    ...series.lines.map(({ area, name, values }) => column(area, briefName(name), values)),
    ...(series.target.some((value) => value !== null) ? [column('standard', 'Standard', series.target)] : []),
  ];
  return { columns, rows: series.periods.map((period, index) => ({ period, index })).reverse() };
}
