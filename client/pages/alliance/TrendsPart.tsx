import { useQuery } from '@tanstack/react-query';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { catalogueQuery } from '../../api.ts';
import { grainOf } from '../../charts/over-time/allianceGrain.ts';
import { Waiting } from '../../ui/states.tsx';
import { AllTrends } from '../../ui/trend/AllTrends.tsx';
import { TrendPanel } from '../../ui/trend/TrendPanel.tsx';
import { LinesPanel } from './LinesPanel.tsx';
import { Part } from './Part.tsx';
import type { Board } from './useBoard.ts';

/** The Alliance over time by the measure chosen; all its CCGs on one chart, and all waiting times, when asked for. */
export function TrendsPart(board: Board) {
  const { alliance, view, go } = board;
  const { data: catalogue } = useQuery(catalogueQuery());
  const grain = catalogue ? grainOf(catalogue, view.metric) : null;
  const metric = metricOf(view.metric);
  return (
    <Part id="trends" subject={metric.label} title="Over time, against England and the target">
      {catalogue && grain === null ? (
        <p>This measure has no figures for Alliances over time.</p>
      ) : grain === null ? (
        <Waiting what="the trend" />
      ) : (
        <>
          <TrendPanel metric={view.metric} area={alliance.area} grain={grain} />
          <p className="show-lines">
            <button
              type="button"
              className="button"
              aria-expanded={view.lines === 'all'}
              onClick={() => go({ lines: view.lines === 'all' ? '' : 'all' })}
            >
              {view.lines === 'all' ? 'Hide the CCGs over time' : 'Show all CCGs over time'}
            </button>
          </p>
          {view.lines === 'all' && <LinesPanel board={board} grain={grain} />}
        </>
      )}
      <AllTrends area={alliance.area} />
    </Part>
  );
}
