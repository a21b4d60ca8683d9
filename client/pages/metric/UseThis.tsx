import type { ChartId } from '../../../data/contract/charts.ts';
import type { Shown } from '../../charts/kit/shown.ts';
import { UseChart } from '../../ui/UseChart.tsx';

type Props = Pick<Shown, 'page' | 'snapshot' | 'spread' | 'picked'> & { chart: ChartId; of: string };

/** Ways to take a chart of a metric's page away, asked as it is drawn: what the address names in vain is left out. */
export function UseThis({ chart, of, page, snapshot, spread, picked }: Props) {
  const { metric, period, level, benchmark, confidence } = snapshot.query;
  const asked = {
    metric,
    period,
    level,
    benchmark,
    confidence,
    alliance: picked.size > 0 ? page.alliance : '',
    area: spread.areas.some(({ area }) => area === page.area) ? page.area : '',
    ...(chart === 'funnel' && { limits: spread.query.limits, widened: page.widened ? '1' : '' }),
  };
  return <UseChart chart={chart} asked={asked} of={of} />;
}
