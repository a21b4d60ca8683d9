import type { Trend } from '../../../../data/contract/index.ts';
import { metric as metricOf } from '../../../../data/metrics/index.ts';
import { PALETTE } from '../../../../data/palette.ts';
import { endOf, monthsOf, periodShort } from '../../../../data/periods.ts';
import { targetIn } from '../../../../data/standards.ts';
import { pPrimeDisagrees } from '../../../../data/text/control.ts';
import { formatCount, formatRound } from '../../../../data/text/format.ts';
import { latestPoint, trendTitle } from '../../../../data/text/trend.ts';
import { asSentence, periodBrief } from '../../../../data/text/words.ts';
import { type ChartBlock, ROOM, type Series, type Slide } from '../deck.ts';
import { textBlock } from '../fit.ts';
import {
  asAt,
  type Content,
  footer,
  notesOf,
  plain,
  slideOf,
  subtitle,
  titleOf,
  unitOf,
  whyNone,
} from './kit.ts';

/** Eight years of months. */
const MOST = 96;

type Points = readonly { period: string; value: number | null }[];

/** A trend up to the end of a period, at most eight years of it. */
function upTo(trend: Trend, period: string): Trend {
  const end = endOf(period);
  return { ...trend, points: trend.points.filter((point) => point.period <= end).slice(-MOST) };
}

/** The ends of an axis for shares, from 0 to 1: in round steps, with no value on an end. */
function axisEnds(values: readonly number[]): { least: number; most: number } {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const step = high - low < 0.1 ? 0.02 : high - low < 0.25 ? 0.05 : 0.1;
  const round = (steps: number) => Number((steps * step).toFixed(4));
  const [under, over] = [Math.floor(low / step + 1e-9), Math.ceil(high / step - 1e-9)];
  return {
    least: Math.max(0, round(low - round(under) < step / 10 ? under - 1 : under)),
    most: Math.min(1, round(round(over) - high < step / 10 ? over + 1 : over)),
  };
}

type Line = Omit<Series, 'values' | 'continues'>;

/** A line by month, in a series for each stretch between its breaks. */
type Parted = (line: Line, points: Points, breaks: readonly { from: string }[]) => Series[];

/** The target in force in each month, as the page draws it: one line, its steps apart and named with their month. */
function targetLine(trend: Trend, months: readonly string[], parted: Parted): Series[] {
  const metric = metricOf(trend.query.metric);
  const points = months.map((period) => ({ period, value: targetIn(trend, period) }));
  const steps = points.filter(
    ({ value }, index) =>
      value !== null && value !== points.slice(0, index).findLast((one) => one.value !== null)?.value,
  );
  const names = steps.map(({ period, value }, index) => {
    const aim = formatRound(metric, value ?? 0);
    return index === 0 ? aim : `${aim} from ${periodBrief(period)}`;
  });
  const breaks = steps.slice(1).map(({ period }) => ({ from: period }));
  return parted(
    { name: `Target ${names.join(', ')}`, colour: PALETTE.target, width: 2, dash: 'sysDot' },
    points,
    breaks,
  );
}

function chartOf(trend: Trend, box: ChartBlock['box']): ChartBlock {
  const metric = metricOf(trend.query.metric);
  const [first, last] = [trend.points[0]?.period ?? '', trend.points.at(-1)?.period ?? ''];
  const months = monthsOf({ id: '', grain: 'month', start: first, end: last });
  const byMonth = (points: Points) => {
    const valueIn = new Map(points.map(({ period, value }) => [period, value]));
    return months.map((month) => valueIn.get(month) ?? null);
  };
  /** A line in a series for each stretch between its breaks, so that none is drawn across one. */
  const parted: Parted = (line, points, breaks) => {
    const values = byMonth(points);
    const starts = [
      months[0] ?? '',
      ...breaks.map(({ from }) => from).filter((from) => first < from && from <= last),
    ].sort();
    const stretches = [...new Set(starts)].map((start, index, all) => {
      const next = all[index + 1];
      return {
        start,
        values: values.map((value, at) => {
          const month = months[at] ?? '';
          return month >= start && (next === undefined || month < next) ? value : null;
        }),
      };
    });
    return stretches
      .filter((stretch) => stretch.values.some((value) => value !== null))
      .map((stretch, index) => ({
        ...line,
        name: index === 0 ? line.name : `${line.name}, from ${periodBrief(stretch.start)}`,
        values: stretch.values,
        ...(index > 0 && { continues: true }),
        ...(stretch.values.filter((value) => value !== null).length === 1 && { dots: true }),
      }));
  };
  const series: Series[] = [
    ...parted({ name: trend.area.name, colour: PALETTE.area, width: 2.75 }, trend.points, trend.breaks),
    ...(trend.benchmark
      ? parted(
          { name: 'England', colour: PALETTE.england, width: 2, dash: 'dash' },
          trend.benchmark.points,
          metric.breaks,
        )
      : []),
    ...trend.alliances.flatMap(({ name, points }) =>
      parted({ name, colour: PALETTE.alliance, width: 1.5 }, points, metric.breaks),
    ),
    ...targetLine(trend, months, parted),
  ];
  return {
    kind: 'chart',
    name: `${metric.label} by month`,
    alt: `${trendTitle(metric, trend)}. Lines by month, ${periodBrief(first)} to ${periodBrief(last)}: ${series.flatMap(({ name, continues }) => (continues ? [] : name)).join(', ')}.`,
    box,
    type: 'line',
    labels: months.map((id) => periodShort({ id, grain: 'month', start: id, end: id })),
    series,
    valueTitle: '',
    labelTitle: '',
    format: '0%',
    ...axisEnds(series.flatMap(({ values }) => values.filter((value) => value !== null))),
  };
}

/** A waiting time by month: the area, England, its Alliance and the target. */
export const trendSlide =
  (id: string, which: 0 | 1) =>
  (content: Content): Slide => {
    const metricId = content.waits[which];
    const metric = metricOf(metricId);
    const { subject, trends, period } = content;
    const whole = trends.find(({ query }) => query.metric === metricId);
    const trend = whole && upTo(whole, period);
    const last = trend && latestPoint(trend);
    const drawn = trend && trend.points.length > 1 && last ? trend : undefined;
    const end = endOf(period);
    const breaks = (trend?.breaks ?? []).filter(
      ({ from }) => from <= end && from > (trend?.points[0]?.period ?? ''),
    );
    const remarks = [
      ...breaks.map(({ from, reason }) => `Break in ${periodBrief(from)}: ${asSentence(reason)}`),
      trend?.note ? asSentence(trend.note) : '',
      trend && last && trend.control.period === last.period
        ? (pPrimeDisagrees(metric, trend.control) ?? '')
        : '',
    ].filter(Boolean);
    const none = `There is no monthly figure of the ${metric.label} for ${subject.name} by the end of ${periodBrief(period)}.${whyNone(content, metricId)}`;
    const few = drawn ? [] : [last?.value == null ? none : 'One month alone makes no line.'];
    const foot = remarks.length > 0 ? 0.75 : 0;
    const text = [...few, ...remarks].map(plain);
    return slideOf({
      id,
      title: titleOf(subject.name, trend && last ? trendTitle(metric, trend) : `${metric.label}: no figures`),
      subtitle: subtitle(
        `${metric.label} by month`,
        subject.name,
        trend?.points[0]
          ? `${periodBrief(trend.points[0].period)} to ${periodBrief(trend.points.at(-1)?.period ?? '')}`
          : asAt(content),
        unitOf(metricId),
        last?.denominator == null || metric.kind !== 'proportion'
          ? ''
          : `${formatCount(last.denominator)} ${metric.outOf} in ${periodBrief(last.period)}`,
      ),
      blocks: [
        ...(drawn ? [chartOf(drawn, { ...ROOM, h: ROOM.h - foot })] : []),
        ...(text.length > 0
          ? [
              textBlock(
                'Breaks and notes',
                drawn ? { ...ROOM, y: ROOM.y + ROOM.h - foot + 0.05, h: foot - 0.05 } : ROOM,
                text,
                { largest: drawn ? 12 : 18, least: 8 },
              ),
            ]
          : []),
      ],
      footer: footer(content, { metrics: [metricId] }),
      notes: notesOf(
        [metricId],
        'The chart is native: its numbers are in the sheet behind it. It shows the months up to the end of the period of this deck, eight years at most; a month without a figure is a gap.',
      ),
    });
  };
