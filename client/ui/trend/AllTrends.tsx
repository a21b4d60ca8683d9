import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useSearch } from 'wouter';
import { METRIC_IDS, type MetricId, metric } from '../../../data/metrics/index.ts';
import type { MapLevel } from '../../../data/metrics/types.ts';
import { catalogueQuery, trendQuery } from '../../api.ts';
import { trendSeries } from '../../charts/over-time/series.ts';
import { periodsAt, TRENDS } from '../../url.ts';
import { Choice } from '../Choice.tsx';
import { useAddress } from '../useAddress.ts';
import { Breaks, ControlSwitch, TrendPanel } from './TrendPanel.tsx';

/**
 * The charts of all waiting times, drawn when they are opened: at once where the address asks for them rather than for
 * one trend of the table.
 */
export function AllTrends({ area, level }: { area: string; level: MapLevel }) {
  const parameters = new URLSearchParams(useSearch());
  const [open, setOpen] = useState(
    parameters.has('grain') || (parameters.has('chart') && !parameters.has('trend')),
  );
  return (
    <details className="all-trends" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>All waiting-time trends</summary>
      {open && <AreaTrends area={area} level={level} />}
    </details>
  );
}

const GRAINS = [
  { id: 'month', name: 'Months' },
  { id: 'quarter', name: 'Quarters' },
  { id: 'year', name: 'Years' },
] as const;

/** The trend of every waiting-time standard that has figures by areas of the level; breaks, which all share, are said once. */
function AreaTrends({ area, level }: { area: string; level: MapLevel }) {
  const { data } = useQuery(catalogueQuery());
  const [first, ...others] = METRIC_IDS.filter(
    (id) =>
      metric(id).source === 'cancer-waiting-times' &&
      periodsAt(
        data?.metrics.find((each) => each.id === id),
        level,
      ).length > 0,
  );
  return first ? <Trends area={area} waits={[first, ...others]} /> : null;
}

type Waits = readonly [MetricId, ...MetricId[]];

function Trends({ area, waits }: { area: string; waits: Waits }) {
  const heading = useId();
  const [{ grain, chart }, go] = useAddress(TRENDS);
  const control = chart === 'control';
  const [first] = waits;
  const { data } = useQuery(trendQuery({ metric: first, area, grain, group: 'all' }));
  return (
    <section aria-labelledby={heading}>
      <div className="section-head">
        <h2 id={heading}>Waiting times against the standards and England</h2>
        <div className="trend-choices">
          <Choice label="By" options={GRAINS} value={grain} onChange={(to) => go({ grain: to })} />
          <ControlSwitch value={chart} onChange={(to) => go({ chart: to })} />
        </div>
      </div>
      {data && <Breaks marks={trendSeries(data, metric(first)).marks} />}
      <div className={control && grain !== 'year' ? 'trends wide' : 'trends'}>
        {waits.map((id) => (
          <TrendPanel key={id} metric={id} area={area} grain={grain} control={control} hideBreaks />
        ))}
      </div>
    </section>
  );
}
