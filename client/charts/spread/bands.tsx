import type { Trend } from '../../../data/contract/index.ts';
import type { Spread, SpreadPoint } from '../../../data/contract/spread.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { BANDS, PALETTE } from '../../../data/palette.ts';
import { holdsIn } from '../../../data/standards.ts';
import { standardOf } from '../../../data/text/references.ts';
import { briefName, periodBrief } from '../../../data/text/words.ts';
import { lineStyle } from '../kit/Axes.tsx';
import { breakPlaces } from '../kit/overTime.ts';
import { valueAxis } from '../kit/scales.ts';
import { areasOf } from '../kit/words.ts';
import {
  bareFigures,
  breakRules,
  type Description,
  NARROW,
  type PlotBand,
  type PlotLine,
  periodPlaces,
} from '../over-time/plot.ts';
import { figuresAt, targetLine } from '../over-time/trend.tsx';

/** Whether there are two periods or more with a spread to draw. */
export const canShowOverTime = ({ overTime }: Spread) =>
  overTime.filter(({ median }) => median !== null).length > 1;

/** How the median is drawn, and the ends that chance alone would give. */
const MEDIAN = { stroke: PALETTE.ink, strokeWidth: 2.5 } as const;
const CHANCE = { stroke: PALETTE.secondary, strokeWidth: 1.25, strokeDasharray: '4 3' } as const;
const TENTHS = { fill: BANDS.tenths, stroke: BANDS.quarters, strokeWidth: 0.75 } as const;
const QUARTERS = { fill: BANDS.quarters } as const;

/** How the spread between areas changed: its bands and median by period, with chosen areas as lines over them. */
export function spreadDescription(
  spread: Spread,
  trends: readonly Trend[],
  metric: Metric,
  title: string,
): Description {
  const points = spread.overTime;
  const periods = points.map(({ period }) => period);
  const breaks = breakPlaces(periods, spread.breaks);
  const target = standardOf(spread.target);
  const shown = periods.indexOf(spread.query.period);
  const brief = periodBrief(periods[shown] ?? '');
  const by = (id: string, name: string, of: (point: SpreadPoint) => number | null | undefined): PlotLine => ({
    id,
    name,
    role: 'reference',
    figures: bareFigures(points.map(of)),
    breaks,
    look: CHANCE,
    end: '',
    listed: false,
  });
  const between = (
    id: string,
    ends: (point: SpreadPoint) => readonly [number | null, number | null],
    look: PlotBand['look'],
  ): PlotBand => ({
    id,
    of: 'median',
    ends: points.map((point) => {
      const [low, high] = ends(point);
      return low === null || high === null ? null : { low, high };
    }),
    breaks,
    scaled: true,
    look,
  });
  const most = Math.max(0, ...points.map(({ areas }) => areas));
  return {
    metric,
    title,
    label: `${title}. Spread between ${areasOf(spread.query.level, most)}`,
    places: periodPlaces(periods),
    lines: [
      // Read, not drawn: the ends of the bands.
      ...READ.map(({ id, name, of }) => ({ ...by(id, name, of), look: UNDRAWN })),
      by('chance-low', '10th, by chance', ({ chance }) => chance?.p10),
      by('chance-high', '90th, by chance', ({ chance }) => chance?.p90),
      ...targetLine(
        metric,
        periods.map((period) => (target && holdsIn(period, target) ? target.value : null)),
      ),
      {
        ...by('median', 'Median', ({ median }) => median),
        role: 'subject',
        look: MEDIAN,
        end: 'Median',
        listed: true,
      },
      ...trends.map(({ area, points: own }, index): PlotLine => {
        const { stroke, strokeDasharray } = lineStyle(index, area.area);
        return {
          id: area.area,
          name: briefName(area.name),
          role: 'other',
          figures: figuresAt(periods, own),
          breaks,
          look: { stroke, strokeDasharray, strokeWidth: 2 },
          end: briefName(area.name),
          listed: true,
        };
      }),
    ],
    bands: [
      between('tenths', ({ p10, p90 }) => [p10, p90], TENTHS),
      between('quarters', ({ p25, p75 }) => [p25, p75], QUARTERS),
    ],
    rules: [
      ...breakRules(breaks, periods),
      ...(shown < 0 ? [] : [{ kind: 'shown' as const, at: shown, text: `Shown: ${brief}`, brief }]),
    ],
    signals: [],
    said: [],
    key: keyOf(points),
    axis: (values) => valueAxis(metric, values, 8),
    least: (width) => (width < NARROW ? 300 : 380),
  };
}

const UNDRAWN = { stroke: 'none', strokeWidth: 0 } as const;

const READ = [
  { id: 'p10', name: '10th percentile', of: ({ p10 }: SpreadPoint) => p10 },
  { id: 'p25', name: '25th percentile', of: ({ p25 }: SpreadPoint) => p25 },
  { id: 'p75', name: '75th percentile', of: ({ p75 }: SpreadPoint) => p75 },
  { id: 'p90', name: '90th percentile', of: ({ p90 }: SpreadPoint) => p90 },
];

/** What the bands and lines of a spread over time stand for. */
function keyOf(points: readonly SpreadPoint[]): Description['key'] {
  const box = (fill: string) => (
    <rect x={-13} y={-7} width={26} height={14} fill={fill} stroke={BANDS.quarters} />
  );
  const key = [
    { text: 'Middle half of areas', swatch: box(BANDS.quarters) },
    { text: 'Middle four fifths', swatch: box(BANDS.tenths) },
  ];
  if (points.some(({ chance }) => chance !== null))
    key.push({
      text: 'Middle four fifths if only chance made areas differ',
      swatch: (
        <g {...CHANCE}>
          <path d="M-13 -4H13" />
          <path d="M-13 4H13" />
        </g>
      ),
    });
  return key;
}
