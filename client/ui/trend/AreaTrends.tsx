import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { HOME_METRIC, METRIC_IDS, metric } from '../../../data/metrics/index.ts';
import { trendQuery } from '../../api.ts';
import { trendSeries } from '../../charts/over-time/series.ts';
import { Choice } from '../Choice.tsx';
import { useParameter } from './address.ts';
import { Breaks } from './Breaks.tsx';
import { ControlSwitch, useControl } from './ControlSwitch.tsx';
import { TrendPanel } from './TrendPanel.tsx';

const GRAINS = [
  { id: 'month', name: 'Months' },
  { id: 'quarter', name: 'Quarters' },
  { id: 'year', name: 'Years' },
] as const;

const HOME = 'quarter';

/** The trend of every waiting-time standard of one area; the grain and the kind of chart are in the address. */
export function AreaTrends({ area }: { area: string }) {
  const heading = useId();
  const [asked, ask] = useParameter('grain');
  const [control, setControl] = useControl();
  const grain = GRAINS.find(({ id }) => id === asked)?.id ?? HOME;
  const waits = METRIC_IDS.filter((id) => metric(id).source === 'cancer-waiting-times');
  const { data } = useQuery(trendQuery({ metric: HOME_METRIC, area, grain, group: 'all' }));
  return (
    <section aria-labelledby={heading}>
      <div className="section-head">
        <h2 id={heading}>Waiting times against the standards and England</h2>
        <div className="trend-choices">
          <Choice label="By" options={GRAINS} value={grain} onChange={(to) => ask(to === HOME ? null : to)} />
          <ControlSwitch on={control} onChange={setControl} />
        </div>
      </div>
      {data && <Breaks marks={trendSeries(data, metric(HOME_METRIC)).marks} />}
      <div className={control && grain !== 'year' ? 'trends wide' : 'trends'}>
        {waits.map((id) => (
          <TrendPanel key={id} metric={id} area={area} grain={grain} control={control} breaksSaid />
        ))}
      </div>
    </section>
  );
}
