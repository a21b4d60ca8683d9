import { driversUrl, progressUrl, snapshotUrl, spreadUrl, trendUrl } from '../../../data/addresses/api.ts';
import {
  type Drivers,
  Findings,
  FindingsQuery,
  type Progress,
  type Snapshot,
  type Spread,
  type Trend,
} from '../../../data/contract/index.ts';
import { HOME_METRICS, type MetricId } from '../../../data/metrics/index.ts';
import type { MapLevel } from '../../../data/metrics/types.ts';
import { type Period, parsePeriod } from '../../../data/periods.ts';
import type { AddressedReply } from '../../../data/text/facts.ts';
import { rowOf } from '../../../data/text/findings.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { OPEN } from '../../dataset/geography.ts';
import { nullIfNoFigure } from '../../http/problem.ts';
import { type AskReply, nothing, question } from '../question.ts';
import { homePeriod } from '../shared/home.ts';
import { findingsOf } from './choose.ts';

/** The replies that findings about the home metric in one period are made of; null where there is no figure. */
export type Replies = {
  drivers: AddressedReply<Drivers> | null;
  alliances: AddressedReply<Snapshot> | null;
  ccgs: AddressedReply<Snapshot> | null;
  spread: AddressedReply<Spread> | null;
  trend: AddressedReply<Trend> | null;
};

/** A reply with its address; null where there is no figure. */
const addressed = <Reply>(url: string, reply: Promise<Reply>): Promise<AddressedReply<Reply> | null> =>
  reply.then((found) => ({ url, reply: found })).catch(nullIfNoFigure);

/** Asks at once all that findings can use about the home metric in a period, for an area of its level. */
async function repliesOf(
  dataset: Dataset,
  { area, level }: Progress['area'],
  metric: MetricId,
  { id: period, grain }: Period,
  reply: AskReply,
): Promise<Replies> {
  const of16 = metric === HOME_METRICS[0];
  const parts = of16 ? 'ccg' : 'icb';
  const whole = of16 || level === 'alliance' ? 'alliance' : 'alliance-today';
  const snapshotAt = (of: MapLevel) => {
    const query = { metric, period, level: of };
    return addressed(snapshotUrl(query), reply(dataset, 'snapshot', query));
  };
  const driversQuery = { metric, period, alliance: area };
  const spreadQuery = { metric, period, level: parts } as const;
  const trendQuery = { metric, area, grain };
  const [drivers, alliances, ccgs, spread, trend] = await Promise.all([
    level === 'alliance' || level === 'alliance-today'
      ? addressed(driversUrl(driversQuery), reply(dataset, 'drivers', driversQuery))
      : null,
    level === 'england' || level === 'region' ? snapshotAt(whole) : null,
    level === 'region' ? null : snapshotAt(parts),
    level === 'england' ? addressed(spreadUrl(spreadQuery), reply(dataset, 'spread', spreadQuery)) : null,
    addressed(trendUrl(trendQuery), reply(dataset, 'trend', trendQuery)),
  ]);
  return { drivers, alliances, ccgs, spread, trend };
}

/** The sentences to read first about an area, as at a period. Throws a 404 where either is unknown. */
async function findings(dataset: Dataset, query: FindingsQuery, reply: AskReply): Promise<Findings> {
  const { geography } = dataset;
  const level = geography.areaAt(query.area, OPEN)?.level;
  const period =
    query.period ?? homePeriod(geography, level, query.area) ?? homePeriod(geography) ?? undefined;
  const asAt = { area: query.area, period };
  const progress = { url: progressUrl(asAt), reply: await reply(dataset, 'progress', asAt) };
  const home = HOME_METRICS.findLast((id) => rowOf(progress, id)?.period != null) ?? HOME_METRICS[0];
  const latest = parsePeriod(rowOf(progress, home)?.period ?? '');
  const wait = latest && {
    replies: await repliesOf(dataset, progress.reply.area, home, latest, reply),
    metric: home,
    period: latest,
  };
  return {
    query,
    dataVersion: dataset.version,
    area: progress.reply.area,
    period: progress.reply.period,
    findings: findingsOf(progress, wait),
  };
}

export const findingsQuestion = question({
  path: '/api/findings',
  summary: 'The few sentences to read first about an area, each number with the address that answers it.',
  parameters: nothing,
  query: FindingsQuery,
  reply: Findings,
  examples: ['/api/findings?area=west-yorkshire', '/api/findings?area=england&period=fy2016-17'],
  answer: findings,
});
