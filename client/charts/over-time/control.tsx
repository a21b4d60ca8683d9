import type { ControlPoint, Trend } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { PALETTE } from '../../../data/palette.ts';
import { pointWords, TYPE_WORDS } from '../../../data/text/control.ts';
import { formatRound, formatValue } from '../../../data/text/format.ts';
import { lineSwatch } from '../kit/Legend.tsx';
import { SignalMark } from './marks.tsx';
import {
  bareFigures,
  breakRules,
  type Description,
  type PlotLine,
  periodPlaces,
  type SignalType,
  trendAxis,
} from './plot.ts';
import { controlSeries } from './series.ts';
import { figuresAt, saidOf, type TrendWords, targetLine, trendHeight } from './trend.tsx';

/** How the lines of a control chart are drawn: the mean thin, the limits long-dashed. */
const LINES = {
  area: { stroke: PALETTE.area, strokeWidth: 1.25 },
  mean: { stroke: PALETTE.secondary, strokeWidth: 1 },
  limit: { stroke: PALETTE.secondary, strokeWidth: 1.5, strokeDasharray: '10 5' },
} as const;

/** One area’s series as a control chart: mean and limits of each segment, its points marked by what they say, the target. */
export function controlDescription(trend: Trend, metric: Metric, words: TrendWords): Description {
  const { control, points } = trend;
  const series = controlSeries(trend);
  const { periods, breaks } = series;
  const figures = figuresAt(periods, points);
  const ends = controlEnds(control, metric);
  const reference = (id: 'mean' | 'lower' | 'upper', name: string, look: PlotLine['look']): PlotLine => ({
    id,
    name,
    role: 'reference',
    figures: bareFigures(series[id]),
    breaks,
    look,
    end: ends[id] ?? '',
    listed: false,
  });
  const signals = series.points.map((point, at) => (figures[at]?.value == null ? null : markOf(point)));
  return {
    metric,
    title: '',
    label: words.label,
    places: periodPlaces(periods),
    lines: [
      ...targetLine(metric, series.target),
      reference('lower', 'Lower limit', LINES.limit),
      reference('mean', 'Mean', LINES.mean),
      reference('upper', 'Upper limit', LINES.limit),
      {
        id: trend.area.area,
        name: words.areaName,
        role: 'subject',
        figures,
        breaks,
        look: LINES.area,
        end: words.areaName,
        listed: true,
      },
    ],
    bands: [],
    rules: breakRules(breaks, periods),
    signals,
    said: series.points.map((point, at) =>
      figures[at]?.value == null
        ? saidOf(figures[at] ?? null)
        : [pointWords(point, control.runLength), ...saidOf(figures[at] ?? null)],
    ),
    key: controlKey(
      signals,
      series.mean.some((value) => value !== null),
    ),
    axis: (values) => trendAxis(metric, values),
    least: (width) => trendHeight(width) + 60,
  };
}

/** The names of a control chart's lines where they end; of the limits only where the last segment has some. */
export function controlEnds({ segments }: Trend['control'], metric: Metric) {
  const last = segments.at(-1);
  const named = (name: string, limit: number | null | undefined) => {
    if (limit == null) return undefined;
    // A limit cut at an end of the scale is no measured figure.
    return `${name} ${limit === 0 || limit === 1 ? formatRound(metric, limit) : formatValue(metric, limit)}`;
  };
  return {
    upper: named('Upper limit', last?.upper),
    mean: named('Mean', last?.mean),
    lower: named('Lower limit', last?.lower),
  };
}

const MARK_WORDS: Record<SignalType, string> = { ...TYPE_WORDS, 'no-limits': 'No limits' };

/** The marks that a control chart's points use, with what each says, and its lines where it has limits. */
function controlKey(signals: readonly (SignalType | null)[], limited: boolean): Description['key'] {
  const marks = [...new Set(signals)].filter((mark) => mark !== null).sort();
  return [
    ...marks.map((mark) => ({
      text: MARK_WORDS[mark],
      swatch: <SignalMark x={0} y={0} type={mark} size={6} />,
    })),
    ...(limited
      ? [
          { text: 'Mean', swatch: lineSwatch(LINES.mean) },
          { text: 'Limits', swatch: lineSwatch(LINES.limit) },
        ]
      : []),
  ];
}

/** What a point is marked as: what it says, or that it has no limits to say it by. */
const markOf = ({ mean, type }: ControlPoint): SignalType => (mean === null ? 'no-limits' : type);
