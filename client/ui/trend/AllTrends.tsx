import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useSearch } from 'wouter';
import { HOME_METRIC, METRIC_IDS, metric } from '../../../data/metrics/index.ts';
import { trendQuery } from '../../api.ts';
import { trendSeries } from '../../charts/over-time/series.ts';
import { TRENDS } from '../../url.ts';
import { Choice } from '../Choice.tsx';
import { useAddress } from '../useAddress.ts';
import { Breaks, ControlSwitch, TrendPanel } from './TrendPanel.tsx';

/**
 * The charts of all waiting times, drawn when they are opened: at once where the address asks for them rather than for
 * one trend of the table.
 */
export function AllTrends({ area }: { area: string }) {
  const parameters = new URLSearchParams(useSearch());
  const [open, setOpen] = useState(
    parameters.has('grain') || (parameters.has('chart') && !parameters.has('trend')),
  );
  return (
    <details className="all-trends" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>All waiting-time trends</summary>
      {open && <AreaTrends area={area} />}
    </details>
  );
}

const GRAINS = [
  { id: 'month', name: 'Months' },
  { id: 'quarter', name: 'Quarters' },
  { id: 'year', name: 'Years' },
] as const;

/** The trend of every waiting-time standard of one area; breaks, which all share, are said once. */
function AreaTrends({ area }: { area: string }) {
  const heading = useId();
  const [{ grain, chart }, go] = useAddress(TRENDS);
  const control = chart === 'control';
  const waits = METRIC_IDS.filter((id) => metric(id).source === 'cancer-waiting-times');
  const { data } = useQuery(trendQuery({ metric: HOME_METRIC, area, grain, group: 'all' }));
  return (
    <section aria-labelledby={heading}>
      <div className="section-head">
        <h2 id={heading}>Waiting times against the standards and England</h2>
        <div className="trend-choices">
          <Choice label="By" options={GRAINS} value={grain} onChange={(to) => go({ grain: to })} />
          <ControlSwitch value={chart} onChange={(to) => go({ chart: to })} />
        </div>
      </div>
      {data && <Breaks marks={trendSeries(data, metric(HOME_METRIC)).marks} />}
      <div className={control && grain !== 'year' ? 'trends wide' : 'trends'}>
        {waits.map((id) => (
          <TrendPanel key={id} metric={id} area={area} grain={grain} control={control} hideBreaks />
        ))}
      </div>
    </section>
  );
}
