import type { Finding, Progress, Trend } from '../../../data/contract/index.ts';
import { HOME_METRICS, type MetricId } from '../../../data/metrics/index.ts';
import { type Period, parsePeriod } from '../../../data/periods.ts';
import type { AddressedReply, Sentence } from '../../../data/text/facts.ts';
import {
  comparedItself,
  comparedWithin,
  earlyStage,
  gapMakers,
  metStandard,
  noFigure,
  notCollected,
  rowOf,
  standingSentence,
  survival,
  variation,
  whereOf,
  yearOnYear,
} from '../../../data/text/findings.ts';
import { addMonths } from '../../dataset/geography.ts';
import type { Replies } from './route.ts';

/** The most sentences a reader gets. */
const MOST = 6;

type Found = { id: string; metric: MetricId | ''; period: string; said: Sentence | null };

/** How the area, or those in it, compare; England's Alliances and CCGs with the standard. */
function comparison(progress: Progress, { alliances, ccgs }: Replies): Sentence | null {
  const { area, level } = progress.area;
  if (level === 'england') return metStandard(alliances, ccgs);
  if (level === 'ccg' || level === 'icb') return ccgs && comparedItself(ccgs, area);
  const within = level === 'region' ? alliances : ccgs;
  return within && comparedWithin(within, { area, name: whereOf(progress) });
}

/** The period a year before; null where there is none, or a break of the series parts the two. */
function yearBefore({ reply }: AddressedReply<Trend>, period: Period): Period | null {
  const start = addMonths(period.start, -12);
  const before = reply.points
    .flatMap((point) => parsePeriod(point.period) ?? [])
    .find((each) => each.grain === period.grain && each.start === start);
  if (!before) return null;
  return reply.breaks.some(({ from }) => before.start < from && from <= period.end) ? null : before;
}

/** How the figure changed in a year; nothing where the series over time is not the figure’s own (England's by provider). */
function changed({ trend, drivers }: Replies, period: Period, value: number | null): Sentence | null {
  const own = trend?.reply.points.find((point) => point.period === period.id)?.value === value;
  const before = own && trend && yearBefore(trend, period);
  return before ? yearOnYear(trend, drivers, { now: period.id, before: before.id }) : null;
}

/** The findings, the most telling first; `wait` holds the replies about the home metric in its latest period. */
export function findingsOf(
  progress: AddressedReply<Progress>,
  wait: { replies: Replies; metric: MetricId; period: Period } | null,
): Finding[] {
  const { period } = progress.reply;
  const metric = wait?.metric ?? HOME_METRICS[0];
  const stage = rowOf(progress, 'early-stage-of-staged') ? 'early-stage-of-staged' : 'early-stage';
  const oneMonth = metric === '62-day-combined' ? '31-day-combined' : '31-day-wait';
  const own = (id: string, of: MetricId, said: Sentence | null): Found => ({
    id,
    metric: of,
    period: rowOf(progress, of)?.period ?? period,
    said,
  });
  const home = (id: string, say: (replies: Replies, period: Period) => Sentence | null) =>
    own(id, metric, wait && say(wait.replies, wait.period));
  const all: Found[] = [
    own('standing', metric, standingSentence(progress, metric) ?? noFigure(progress, metric)),
    home('drivers', ({ drivers }) => drivers && gapMakers(drivers)),
    home('comparison', (replies) => comparison(progress.reply, replies)),
    home('variation', ({ spread }) => spread && variation(spread)),
    own('standing-31-day', oneMonth, standingSentence(progress, oneMonth)),
    home('change', (replies, of) => changed(replies, of, rowOf(progress, metric)?.row.value ?? null)),
    own('survival', 'one-year-survival', survival(progress)),
    own('early-stage', stage, earlyStage(progress, stage)),
  ];
  const last: Found = { id: 'not-collected', metric: '', period, said: notCollected(progress) };
  const kept = [...all.filter(({ said }) => said).slice(0, MOST - 1), last];
  return kept.flatMap(({ said, ...about }) => (said ? { ...about, ...said } : []));
}
