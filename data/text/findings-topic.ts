import { type Metric, type MetricId, metric as metricOf } from '../metrics/index.ts';
import { periodName } from './spread-parts.ts';

type Query = { metric: MetricId; period: string };

/** The metric that a reply is about. */
export const metricIn = ({ query }: { query: Pick<Query, 'metric'> }): Metric => metricOf(query.metric);

const named = ({ label }: Metric) => `${label[0]?.toLowerCase() ?? ''}${label.slice(1)}`;

/** What a reply is about, to begin a sentence: `On the 62-day wait in 2016/17`. */
export const topicOf = (reply: { query: Query }): string =>
  `On the ${named(metricIn(reply))} in ${periodName(reply.query.period)}`;
