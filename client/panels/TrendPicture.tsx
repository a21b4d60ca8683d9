import { useQuery } from '@tanstack/react-query';
import type { Trend } from '../../data/contract.ts';
import { type MetricId, metric as metricOf } from '../../data/metrics.ts';
import { variationWords } from '../../data/words/control.ts';
import { briefName } from '../../data/words/figure.ts';
import { areasQuery } from '../api.ts';
import { ControlChart } from '../charts/ControlChart.tsx';
import { controlRows } from '../charts/controlRows.ts';
import { TrendChart } from '../charts/TrendChart.tsx';
import { trendRows } from '../charts/trendRows.ts';
import { ControlWords } from './ControlWords.tsx';
import { TrendCaption } from './TrendCaption.tsx';
import { TrendTable } from './TrendTable.tsx';
import { trendSubtitle, trendTitle } from './trendWords.ts';

type Props = { id: MetricId; trend: Trend; width: number; control: boolean; breaksSaid: boolean };

/** A trend drawn, plain or as a control chart, with its words and its table; words alone where it has no figure. */
export function TrendPicture({ id, trend, width, control, breaksSaid }: Props) {
  const { data: areas } = useQuery(areasQuery());
  const metric = metricOf(id);
  if (!trend.points.some(({ value }) => value !== null))
    return (
      <p>{[trend.note, ...new Set(trend.points.flatMap(({ notes }) => notes))].filter(Boolean).join(' ')}</p>
    );
  const charted = control && trend.control.reason === null;
  const { marks } = charted ? controlRows(trend, metric) : trendRows(trend, metric);
  const shortName = (name: string) =>
    areas?.alliances.find((each) => each.name === name)?.shortName ?? briefName(name);
  const title = trendTitle(metric, trend);
  const spec = {
    metric,
    width,
    height: (width < 420 ? 240 : 260) + (charted ? 60 : 0),
    title: charted ? `Control chart. ${title}. ${variationWords(metric, trend.control)}` : title,
    areaLabel: shortName(trend.area.name),
    allianceLabels: trend.alliances.map(({ name }) => shortName(name)),
  };
  const Chart = charted ? ControlChart : TrendChart;
  return (
    <>
      <p className="subtitle">{trendSubtitle(metric, trend)}</p>
      {width > 0 && <Chart trend={trend} spec={spec} />}
      <figcaption>
        {charted && <ControlWords metric={metric} trend={trend} />}
        {control && !charted && (
          <p>
            <b>No control chart.</b> {trend.control.reason}
          </p>
        )}
        <TrendCaption metric={metric} trend={trend} marks={breaksSaid ? [] : marks} band={!charted} />
        <TrendTable metricId={id} trend={trend} control={charted} />
      </figcaption>
    </>
  );
}
