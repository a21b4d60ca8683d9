import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Trend } from '../../../data/contract/index.ts';
import { type MetricId, metric as metricOf } from '../../../data/metrics/index.ts';
import { trendSubtitle } from '../../../data/text/trend.ts';
import { areasQuery } from '../../api.ts';
import { canDrawTrend, trendFigure } from '../../charts/over-time/figure.ts';
import { UseChart } from '../UseChart.tsx';
import { ControlWords } from './ControlWords.tsx';
import { TrendCaption } from './TrendCaption.tsx';
import { TrendTable } from './TrendTable.tsx';

type Props = { id: MetricId; trend: Trend; width: number; control: boolean; breaksSaid: boolean };

/** A trend drawn, plain or as a control chart, with its words and its table; words alone where it has no figure. */
export function TrendPicture({ id, trend, width, control, breaksSaid }: Props) {
  const { data: areas } = useQuery(areasQuery());
  const { Chart, spec, charted, marks } = useMemo(
    () => trendFigure(trend, { control, width, areas }),
    [trend, control, width, areas],
  );
  const metric = metricOf(id);
  if (!canDrawTrend(trend))
    return (
      <p>{[trend.note, ...new Set(trend.points.flatMap(({ notes }) => notes))].filter(Boolean).join(' ')}</p>
    );
  return (
    <>
      <p className="subtitle">{trendSubtitle(metric, trend)}</p>
      {width > 0 && <Chart trend={trend} spec={spec} readable />}
      <figcaption>
        {charted && <ControlWords metric={metric} trend={trend} />}
        {control && !charted && (
          <p>
            <b>No control chart.</b> {trend.control.reason}
          </p>
        )}
        <TrendCaption metric={metric} trend={trend} marks={breaksSaid ? [] : marks} band={!charted} />
        <TrendTable metricId={id} trend={trend} control={charted} />
        <UseChart
          chart={charted ? 'control' : 'trend'}
          asked={{ metric: id, area: trend.area.area, grain: trend.query.grain }}
          of={`${metric.label}, ${trend.area.name}${charted ? ', control chart' : ', over time'}`}
        />
      </figcaption>
    </>
  );
}
