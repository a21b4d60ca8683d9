import { isMetricId, type MetricId, metric as metricOf } from '../metrics/index.ts';
import { parsePeriod } from '../periods.ts';
import { areasNoun, periodBrief } from './words.ts';

/** As much of what an address says as is repeated. */
const MOST = 40;

const quoted = (text: string) => `“${text.slice(0, MOST)}”`;

/** What of an address is shown. */
export type AddressView = {
  metric: MetricId;
  period: string;
  level?: string;
  /** The area picked out, empty for none, on a page that tells those it has from those it has not. */
  area?: string | undefined;
  /** Whether all of the page is read as at the period, which then is the latest where what is asked for is not shown. */
  asAt?: boolean;
};

/** Of an address, what is asked for and not shown, and what is shown in its place, in sentences; none where all is shown. */
export function swappedSentences(
  asked: URLSearchParams,
  { metric, period, level, area, asAt }: AddressView,
): string[] {
  const { label } = metricOf(metric);
  const sentences: string[] = [];
  const id = asked.get('metric') ?? asked.get('measure');
  if (id && id !== metric)
    sentences.push(
      isMetricId(id)
        ? `${metricOf(id).label} has no figures for these areas: ${label} is shown.`
        : `No metric is called ${quoted(id)}: ${label} is shown.`,
    );
  const between = asked.get('level');
  if (level && between && between !== level)
    sentences.push(
      `${label} has no figures by ${areasNoun(between, 1) === 'area' ? quoted(between) : areasNoun(between, 1)}: ${areasNoun(level, 2)} are shown.`,
    );
  const when = asked.get('period');
  if (when && when !== period && period !== '')
    sentences.push(
      parsePeriod(when) && asAt
        ? `There are no figures as late as ${periodBrief(when)}: ${periodBrief(period)}, the latest, is shown.`
        : parsePeriod(when)
          ? `${label} has no figures${level ? ` by ${areasNoun(level, 1)}` : ''} for ${periodBrief(when)}: ${periodBrief(period)} is shown.`
          : `${quoted(when)} is no period: ${periodBrief(period)} is shown.`,
    );
  const picked = asked.get('area');
  if (picked && area === '')
    sentences.push(
      `No ${level ? areasNoun(level, 1) : 'area'} shown here is called ${quoted(picked)}: none is picked out.`,
    );
  return sentences;
}
