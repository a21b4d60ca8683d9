import { type MetricId, metric as metricOf } from '../../../../data/metrics/index.ts';
import { SOURCES } from '../../../../data/sources.ts';
import { arialLines, arialWidth } from '../../../../data/text/arial.ts';
import { periodWords } from '../../../../data/text/figure.ts';
import { sentence } from '../../../../data/text/limits.ts';
import { sourcesOf } from '../../../../data/text/source.ts';
import type { Gathered } from '../../shared/gather.ts';
import type { Slide } from '../deck.ts';
import type { Painted } from '../painted.ts';

/** What a slide is made of: the answers gathered, the funnel where one is wanted and can be drawn, where readers find this server. */
export type Content = Gathered & { funnel?: Painted | null; origin: string };

/** Metric, area, period, unit and number of people, those that are known; on one line, for which the unit goes first. */
export function subtitle(...parts: readonly string[]): string {
  const shown = parts.filter(Boolean);
  const fits = () => arialWidth(shown.join(' · '), UNDER.size) <= UNDER.width;
  while (shown.length > 2 && !fits()) shown.splice(shown.length > 3 ? -2 : -1, 1);
  return shown.join(' · ');
}

/** The line under a title, in points: how wide, and the size of its type. */
const UNDER = { width: 12.333 * 72 * 0.97, size: 14 };

/** The unit of a metric, to stand in a subtitle. */
export const unitOf = (id: MetricId): string => {
  const { kind, unit } = metricOf(id);
  return kind === 'proportion' ? 'per cent' : unit;
};

export const asAt = ({ period }: Content): string => `As at ${periodWords(period)}`;

const PAGES = { england: '/', alliance: '/alliances/', ccg: '/ccgs/' } as const;

/** The page that shows what a deck is about, as at its period. */
export function pageOf({ origin, subject: { level, area }, period }: Content): string {
  if (level === 'england') return `${origin}/progress?area=${area}&period=${period}`;
  return `${origin}${PAGES[level]}${encodeURIComponent(area)}?period=${period}`;
}

/** Why a metric has no figure by the period, to end a sentence about it; empty where that is not known. */
export function whyNone({ progress }: Content, id: MetricId): string {
  const reason = progress.rows.find(({ metric, value }) => metric === id && value === null)?.reason;
  return reason ? ` ${sentence(reason)}` : '';
}

/** Two lines at the foot of a slide, in points: how wide, and the size of their type. */
const FOOT = { width: 11.4 * 72 * 0.97, size: 10, lines: 2 };

type Footed = { metrics: readonly MetricId[]; boundaries?: string; link?: string };

/** Source, licence, data version, boundaries and link of a slide; of many sources the publishers, where all do not fit. */
export function footer(
  content: Content,
  { metrics, boundaries = '', link = pageOf(content) }: Footed,
): string {
  const known = metrics.map(metricOf).filter(({ source }) => source !== 'illustrative');
  const end = [`Data version ${content.dataVersion}.`, boundaries, link].filter(Boolean).join(' ');
  if (known.length === 0) return end;
  const publishers = [...new Set(known.map(({ source }) => SOURCES[source].publisher))];
  const short = `Sources: ${publishers.join('; ')}, in full on the last slide.`;
  const whole = `${sourcesOf(known)} ${end}`;
  return arialLines(whole, FOOT.width, FOOT.size).length <= FOOT.lines ? whole : `${short} ${end}`;
}

/** A slide of content, its parts in the order in which they are read. */
export const slideOf = (slide: Omit<Slide, 'layout'>): Slide => ({ layout: 'content', ...slide });
