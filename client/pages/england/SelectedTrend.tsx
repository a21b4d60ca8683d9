import { lazy, Suspense } from 'react';
import type { Snapshot } from '../../../data/contract/index.ts';
import { type Grain, parsePeriod } from '../../../data/periods.ts';
import { usePainted } from '../../ui/ready.ts';
import { Waiting } from '../../ui/states.tsx';
import type { View } from './view.ts';

const TrendPanel = lazy(() =>
  import('../../ui/trend/TrendPanel.tsx').then(({ TrendPanel }) => ({ default: TrendPanel })),
);

/** The trend of the chosen area, where its metric is one that is published month by month. */
export function SelectedTrend({ view, snapshot }: { view: View; snapshot: Snapshot }) {
  const chosen = snapshot.areas.some(({ area }) => area === view.area);
  const grain = parsePeriod(view.period)?.grain;
  const monthly = grain === 'month' || grain === 'quarter' || grain === 'year';
  const painted = usePainted();
  if (!chosen || !monthly || !painted) return null;
  const shown: Grain = grain === 'year' ? 'quarter' : grain;
  return (
    <Suspense fallback={<Waiting what="the trend" />}>
      <TrendPanel metric={snapshot.query.metric} area={view.area} grain={shown} />
    </Suspense>
  );
}
