import type { Trend } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { COMPARED, PALETTE } from '../../../data/palette.ts';
import { briefName } from '../../../data/text/words.ts';
import { REFERENCE } from '../kit/Axes.tsx';
import { breakPlaces, inOrderOfTime, standardIn } from '../kit/overTime.ts';
import { valueAxis } from '../kit/scales.ts';
import { breakRules, type Description, NARROW, type PlotLine, periodPlaces } from '../over-time/plot.ts';
import { figuresAt, targetLine } from '../over-time/trend.tsx';

const ALLIANCE = { stroke: PALETTE.area, strokeWidth: 4 } as const;
const PART = { stroke: COMPARED.faint, strokeWidth: 1.25 } as const;
const PICKED = { stroke: PALETTE.alliance, strokeWidth: 3.5 } as const;

/** As many lines as can be named at their ends where the chart is narrow. */
const FEW = 6;

/** The periods in which any of some series has a figure, oldest first. */
export const periodsWithFigure = (trends: readonly Pick<Trend, 'points'>[]) =>
  inOrderOfTime(
    trends.flatMap(({ points }) => points.flatMap(({ period, value }) => (value === null ? [] : [period]))),
  );

/** Whether a part of an Alliance has another figure than the Alliance in any period: where it has not, it is all of it. */
export function isPartOnly(part: Pick<Trend, 'points'>, whole: Pick<Trend, 'points'>): boolean {
  const values = new Map(whole.points.map(({ period, value }) => [period, value]));
  return part.points.some(({ period, value }) => value !== null && value !== values.get(period));
}

/** All CCGs or ICBs of an Alliance over time, thin and grey, with the Alliance, England and the standard; null with fewer than two periods. */
export function allianceLinesDescription(
  whole: Trend,
  parts: readonly Trend[],
  metric: Metric,
  { title, narrow }: { title: string; narrow: boolean },
): Description | null {
  const periods = periodsWithFigure([whole, ...parts]);
  if (periods.length < 2) return null;
  const breaks = breakPlaces(periods, whole.breaks);
  const named = !narrow || parts.length <= FEW;
  const { benchmark } = whole;
  return {
    metric,
    title,
    label: title,
    places: periodPlaces(periods),
    lines: [
      ...parts.map(({ area, points }): PlotLine => {
        const name = briefName(area.name);
        return {
          id: area.area,
          name,
          role: 'other',
          figures: figuresAt(periods, points),
          breaks,
          look: PART,
          picked: PICKED,
          end: named ? name : '',
          listed: true,
        };
      }),
      ...targetLine(
        metric,
        periods.map((period) => standardIn(whole.targets, period)),
      ),
      ...(benchmark
        ? [
            {
              id: benchmark.area,
              name: 'England',
              role: 'other' as const,
              figures: figuresAt(periods, benchmark.points),
              breaks,
              look: REFERENCE.england,
              end: 'England',
              listed: true,
            },
          ]
        : []),
      {
        id: whole.area.area,
        name: briefName(whole.area.name),
        role: 'subject',
        figures: figuresAt(periods, whole.points),
        breaks,
        look: ALLIANCE,
        end: briefName(whole.area.name),
        listed: true,
      },
    ],
    bands: [],
    rules: breakRules(breaks, periods),
    signals: [],
    said: [],
    key: [],
    axis: (values) => valueAxis(metric, values, 8),
    least: (width) => (width < NARROW ? 360 : 420),
  };
}
