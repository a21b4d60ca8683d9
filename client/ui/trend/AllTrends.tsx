import { useQueries, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useSearch } from 'wouter';
import { METRIC_IDS, type MetricId, metric } from '../../../data/metrics/index.ts';
import type { MapLevel } from '../../../data/metrics/types.ts';
import { catalogueQuery, trendQuery } from '../../api.ts';
import { periodsWithFigure } from '../../charts/alliance-lines/lines.ts';
import { trendFigure } from '../../charts/over-time/index.tsx';
import { RangeBrush } from '../../charts/over-time/RangeBrush.tsx';
import { readRange, shownOf } from '../../charts/over-time/range.ts';
import { periodsAt, TRENDS } from '../../url.ts';
import { useAddress } from '../useAddress.ts';
import { GRAIN_CHOICES, GrainSwitch } from './GrainSwitch.tsx';
import { Breaks, ControlSwitch, TrendPanel } from './TrendPanel.tsx';
import { useExplored } from './useExplored.ts';

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
  const [{ grain: asked, chart }, go] = useAddress(TRENDS);
  const grain = asked || 'quarter';
  const { view, onView } = useExplored();
  const control = chart === 'control';
  const answers = useQueries({
    queries: waits.map((metric) => trendQuery({ metric, area, grain, group: 'all' })),
  });
  // A standard may begin where another ends: what is shown runs through all of them.
  const ready = answers.every(({ isPending }) => !isPending);
  const [first] = answers;
  const figure = first?.data && trendFigure(first.data, { control: false, areas: undefined });
  const periods = periodsWithFigure(answers.flatMap(({ data }) => data ?? []));
  return (
    <section aria-labelledby={heading}>
      <div className="section-head">
        <h2 id={heading}>Waiting times against the standards and England</h2>
        <div className="trend-choices">
          <GrainSwitch options={GRAIN_CHOICES} value={grain} onChange={(to) => go({ grain: to })} />
          <ControlSwitch value={chart} onChange={(to) => go({ chart: to })} />
        </div>
      </div>
      {figure && <Breaks marks={figure.marks} />}
      {ready && periods.length > 0 && (
        <RangeBrush
          periods={periods}
          shown={shownOf(periods, () => true, readRange(view.range)).shown}
          onChange={(range) => onView({ range }, true)}
        />
      )}
      <div className={control && grain !== 'year' ? 'trends wide' : 'trends'}>
        {waits.map((id) => (
          <TrendPanel key={id} metric={id} area={area} grain={grain} control={control} hideBreaks />
        ))}
      </div>
    </section>
  );
}
