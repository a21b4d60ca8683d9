import type { Trend, TrendPoint } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { PALETTE } from '../../../data/palette.ts';
import { targetIn } from '../../../data/standards.ts';
import { STATUS_WORDS } from '../../../data/text/figure.ts';
import { formatRound } from '../../../data/text/format.ts';
import { REFERENCE } from '../kit/Axes.tsx';
import { breakPlaces, intervalOf, lastOf } from '../kit/overTime.ts';
import {
  bareFigures,
  breakRules,
  type Description,
  NARROW,
  type PlotLine,
  periodPlaces,
  trendAxis,
} from './plot.ts';
import { marksOf, periodsOf } from './series.ts';

/** What a chart of one area is told beside its trend. */
export type TrendWords = {
  /** What it shows in a sentence, for those who cannot see it. */
  label: string;
  areaName: string;
  /** In the order of the trend’s Alliances. */
  allianceNames: readonly string[];
};

const BAND = { fill: PALETTE.area, fillOpacity: 0.12 } as const;
const AREA = { stroke: PALETTE.area, strokeWidth: 3 } as const;
const ALLIANCE = { stroke: PALETTE.alliance, strokeWidth: 1.25 } as const;

/** The figures of points at some periods; null where there is no point. */
export function figuresAt(periods: readonly string[], points: readonly TrendPoint[]): (TrendPoint | null)[] {
  const byPeriod = new Map(points.map((point) => [point.period, point]));
  return periods.map((period) => byPeriod.get(period) ?? null);
}

/** The line of what is to be reached, over all periods in which it holds. */
export function targetLine(metric: Metric, target: readonly (number | null)[]): PlotLine[] {
  const value = lastOf(target);
  if (value === null) return [];
  return [
    {
      id: 'target',
      name: 'Target',
      role: 'reference',
      figures: bareFigures(target),
      breaks: [],
      look: REFERENCE.target,
      end: `Target ${formatRound(metric, value)}`,
      listed: true,
    },
  ];
}

/** What must be known of a figure beside its value: that it is not final or not whole, or why there is none. */
export function saidOf(point: TrendPoint | null): string[] {
  if (point === null) return [];
  if (point.value === null) return point.notes;
  const { status } = point;
  return status === 'provisional' || status === 'incomplete' ? [STATUS_WORDS[status]] : [];
}

/** The height of a chart of one area that is not a control chart, without its legend. */
export const trendHeight = (width: number) => (width < NARROW ? 250 : 300);

/** One area’s series with its interval, beside England, its Alliances and the target. */
export function trendDescription(trend: Trend, metric: Metric, words: TrendWords): Description {
  const { points, benchmark, alliances, area } = trend;
  const periods = periodsOf(trend);
  const shared = breakPlaces(periods, metric.breaks);
  const own = breakPlaces(periods, trend.breaks);
  const marks = marksOf(trend, periods);
  const other = { role: 'other', breaks: shared, listed: true } as const;
  const figures = figuresAt(periods, points);
  const intervals = figures.map((figure) => intervalOf(figure));
  return {
    metric,
    title: '',
    label: words.label,
    places: periodPlaces(periods),
    lines: [
      ...targetLine(
        metric,
        periods.map((period) => targetIn(trend, period)),
      ),
      ...alliances.map((each, index): PlotLine => {
        const name = words.allianceNames[index] ?? each.name;
        return {
          ...other,
          id: each.area,
          name,
          figures: figuresAt(periods, each.points),
          look: ALLIANCE,
          dotted: periods.length < 40,
          end: name,
        };
      }),
      ...(benchmark
        ? [
            {
              ...other,
              id: benchmark.area,
              name: 'England',
              figures: figuresAt(periods, benchmark.points),
              look: REFERENCE.england,
              end: 'England',
            },
          ]
        : []),
      {
        id: area.area,
        name: words.areaName,
        role: 'subject',
        figures,
        breaks: own,
        look: periods.length > 90 ? { ...AREA, strokeWidth: 2 } : AREA,
        end: words.areaName,
        listed: true,
      },
    ],
    bands: intervals.some((ends) => ends !== null)
      ? [{ id: 'interval', of: area.area, ends: intervals, breaks: own, scaled: true, look: BAND }]
      : [],
    rules: breakRules(
      marks.map(({ at }) => at),
      periods,
    ),
    signals: [],
    said: figuresAt(periods, points).map(saidOf),
    key: intervals.some((ends) => ends !== null)
      ? [{ text: '95% interval', swatch: <rect x={-13} y={-7} width={26} height={14} {...BAND} /> }]
      : [],
    axis: (values) => trendAxis(metric, values),
    least: trendHeight,
  };
}
