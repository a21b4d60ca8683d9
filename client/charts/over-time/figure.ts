import type { Areas, Trend } from '../../../data/contract/index.ts';
import { type Metric, type MetricId, metric as metricOf } from '../../../data/metrics/index.ts';
import { variationWords } from '../../../data/text/control.ts';
import { briefName } from '../../../data/text/figure.ts';
import { trendTitle } from '../../../data/text/trend.ts';
import { ControlChart } from './ControlChart.tsx';
import { controlSeries } from './controlSeries.ts';
import type { TrendSpec } from './labels.ts';
import { trendSeries } from './series.ts';
import { TrendChart } from './TrendChart.tsx';

type Asked = {
  /** Whether as a control chart; a trend that none can be made of is drawn as a trend. */
  control: boolean;
  width: number;
  areas: Pick<Areas, 'alliances'> | undefined;
};

/** What draws a trend at a width, plain or as a control chart, with what the drawing is told; it has no title in it. */
export function trendFigure(trend: Trend, { control, width, areas }: Asked) {
  const metric: Metric = metricOf(trend.query.metric as MetricId);
  const charted = control && trend.control.reason === null;
  const shortName = (name: string) =>
    areas?.alliances.find((each) => each.name === name)?.shortName ?? briefName(name);
  const title = trendTitle(metric, trend);
  const spec: TrendSpec = {
    metric,
    width,
    height: (width < 420 ? 280 : 300) + (charted ? 60 : 0),
    title: '',
    label: charted ? `Control chart. ${title}. ${variationWords(metric, trend.control)}` : title,
    areaLabel: shortName(trend.area.name),
    allianceLabels: trend.alliances.map(({ name }) => shortName(name)),
  };
  return {
    Chart: charted ? ControlChart : TrendChart,
    spec,
    charted,
    marks: (charted ? controlSeries(trend, metric) : trendSeries(trend, metric)).marks,
  };
}

/** Whether a trend has any figure to draw. */
export const canDrawTrend = ({ points }: Trend) => points.some(({ value }) => value !== null);
