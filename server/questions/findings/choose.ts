import type { Finding, Progress } from '../../../data/contract/index.ts';
import { HOME_METRIC, type MetricId } from '../../../data/metrics/index.ts';
import type { Period } from '../../../data/periods.ts';
import { change, rowOf, standing, whereOf, without } from '../../../data/text/findings.ts';
import { comparedItself, comparedWithin, metStandard } from '../../../data/text/findings-areas.ts';
import { gapMakers, variation } from '../../../data/text/findings-ccgs.ts';
import { earlyStage, notCollected, survival } from '../../../data/text/findings-outcomes.ts';
import type { Said, Told } from '../../../data/text/findings-say.ts';
import { type Asked, yearBefore } from './asked.ts';

/** The most sentences a reader gets. */
const MOST = 6;

type Found = { id: string; metric: string; period: string; said: Said | null };

/** How the area, or those in it, compare; England's Alliances and CCGs with the standard. */
function comparison(progress: Progress, { alliances, ccgs }: Asked): Said | null {
  const { area, level } = progress.area;
  if (level === 'england') return metStandard(alliances, ccgs);
  if (level === 'ccg') return ccgs && comparedItself(ccgs, area);
  const within = level === 'region' ? alliances : ccgs;
  return within && comparedWithin(within, { area, name: whereOf(progress) });
}

function changed({ trend, drivers }: Asked, period: Period): Said | null {
  const before = trend && yearBefore(trend, period);
  return before ? change(trend, drivers, { now: period.id, before: before.id }) : null;
}

/** All that can be said, the most telling first; `wait` is what was asked about the home metric in its latest period. */
export function findingsOf(
  progress: Told<Progress>,
  wait: { asked: Asked; period: Period } | null,
): Finding[] {
  const { period } = progress.reply;
  const own = (id: string, metric: MetricId, said: Said | null): Found => ({
    id,
    metric,
    period: rowOf(progress, metric)?.period ?? period,
    said,
  });
  const home = (id: string, say: (asked: Asked, period: Period) => Said | null) =>
    own(id, HOME_METRIC, wait && say(wait.asked, wait.period));
  const all: Found[] = [
    own('standing', HOME_METRIC, standing(progress, HOME_METRIC) ?? without(progress, HOME_METRIC)),
    home('drivers', ({ drivers }) => drivers && gapMakers(drivers)),
    home('comparison', (asked) => comparison(progress.reply, asked)),
    home('variation', ({ spread }) => spread && variation(spread)),
    own('standing-31-day', '31-day-wait', standing(progress, '31-day-wait')),
    home('change', changed),
    own('survival', 'one-year-survival', survival(progress)),
    own('early-stage', 'early-stage', earlyStage(progress)),
  ];
  const last: Found = { id: 'not-collected', metric: '', period, said: notCollected(progress) };
  const kept = [...all.filter(({ said }) => said).slice(0, MOST - 1), last];
  return kept.flatMap(({ said, ...about }) => (said ? { ...about, ...said } : []));
}
