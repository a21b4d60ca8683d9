import { DEFAULTS } from '../../../data/addresses/choices.ts';
import { driversUrl, snapshotUrl, spreadUrl } from '../../../data/addresses/view.ts';
import type { Drivers, Progress, Snapshot, Spread, Trend } from '../../../data/contract/index.ts';
import type { MetricId } from '../../../data/metrics/index.ts';
import { type Period, parsePeriod } from '../../../data/periods.ts';
import type { Told } from '../../../data/text/findings-say.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { shifted } from '../../dataset/succession.ts';
import { driversQuestion } from '../drivers/route.ts';
import { snapshotQuestion } from '../snapshot/route.ts';
import { spreadQuestion } from '../spread/route.ts';
import { trendQuestion } from '../trend/route.ts';
import { toldIfAny } from './told.ts';

type Level = 'ccg' | 'alliance';

/** The replies of other questions that findings about one metric in one period are made of; null where there are none. */
export type Asked = {
  drivers: Told<Drivers> | null;
  alliances: Told<Snapshot> | null;
  ccgs: Told<Snapshot> | null;
  spread: Told<Spread> | null;
  trend: Told<Trend> | null;
};

/** Asks at once all that can be told of a metric in a period for an area of its level. */
export async function askAll(
  dataset: Dataset,
  { area, level }: Progress['area'],
  metric: MetricId,
  period: Period,
): Promise<Asked> {
  const view = { metric, period: period.id };
  const snapshotAt = (at: Level) =>
    toldIfAny<Snapshot>(dataset, snapshotQuestion, snapshotUrl({ ...view, level: at }));
  const trendUrl = `/api/trend?${new URLSearchParams({ area, grain: period.grain, metric })}`;
  const { benchmark, confidence, limits } = DEFAULTS;
  const [drivers, alliances, ccgs, spread, trend] = await Promise.all([
    level === 'alliance'
      ? toldIfAny<Drivers>(dataset, driversQuestion, driversUrl({ ...view, alliance: area }))
      : null,
    level === 'england' || level === 'region' ? snapshotAt('alliance') : null,
    level === 'region' ? null : snapshotAt('ccg'),
    level === 'england'
      ? toldIfAny<Spread>(
          dataset,
          spreadQuestion,
          spreadUrl({ ...view, level: 'ccg', benchmark, confidence, limits }),
        )
      : null,
    toldIfAny<Trend>(dataset, trendQuestion, trendUrl),
  ]);
  return { drivers, alliances, ccgs, spread, trend };
}

/** The period a year before, where no break of the series parts the two; null where one does. */
export function yearBefore({ reply }: Told<Trend>, period: Period): Period | null {
  const start = shifted(period.start, -12);
  const before = reply.points
    .flatMap((point) => parsePeriod(point.period) ?? [])
    .find((each) => each.grain === period.grain && each.start === start);
  if (!before) return null;
  return reply.breaks.some(({ from }) => before.start < from && from <= period.end) ? null : before;
}
