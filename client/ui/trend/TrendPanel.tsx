import { useQuery } from '@tanstack/react-query';
import { useId, useRef } from 'react';
import { type MetricId, metric as metricOf } from '../../../data/metrics/index.ts';
import type { Grain } from '../../../data/periods.ts';
import { trendTitle } from '../../../data/text/trend.ts';
import { Failure, trendQuery } from '../../api.ts';
import { Refused } from '../states.tsx';
import { useWidth } from '../useWidth.ts';
import { ControlSwitch, useControl } from './ControlSwitch.tsx';
import { TrendPicture } from './TrendPicture.tsx';

type Props = {
  metric: MetricId;
  area: string;
  grain: Grain;
  /** Whether as a control chart; where it is not said, the address says, and the panel has the switch. */
  control?: boolean;
  breaksSaid?: boolean;
};

/** One metric of one area over time: what it shows in words, the chart, its cautions, its table and its source. */
export function TrendPanel({ metric: id, area, grain, control, breaksSaid = false }: Props) {
  const { data, error, refetch } = useQuery(trendQuery({ metric: id, area, grain, group: 'all' }));
  const metric = metricOf(id);
  const heading = useId();
  const measured = useRef<HTMLElement>(null);
  const width = useWidth(measured);
  const [asked, ask] = useControl();
  const charted = grain === 'month' || grain === 'quarter';
  const on = control ?? (asked && charted);
  return (
    <section className="trend card" aria-labelledby={heading}>
      <h3 id={heading}>{data ? trendTitle(metric, data) : metric.label}</h3>
      {control === undefined && charted && <ControlSwitch on={on} onChange={ask} />}
      <figure ref={measured}>
        {error instanceof Failure && error.status === 404 ? (
          <p>
            No figures by {grain} are published for this area. {metric.cautions.join(' ')}
          </p>
        ) : error ? (
          <Refused failure={error} again={refetch} />
        ) : !data ? (
          <p className="chart-waiting" role="status">
            Loading {metric.label.toLowerCase()}…
          </p>
        ) : (
          <TrendPicture id={id} trend={data} width={width} control={on} breaksSaid={breaksSaid} />
        )}
      </figure>
    </section>
  );
}
