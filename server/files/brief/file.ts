import { BriefParameters, BriefQuery } from '../../../data/contract/pack.ts';
import { type MetricId, metric as metricOf } from '../../../data/metrics/index.ts';
import { parsePeriod } from '../../../data/periods.ts';
import { fileName } from '../../../data/text/csv.ts';
import { periodBrief } from '../../../data/text/words.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { OPEN } from '../../dataset/geography.ts';
import { nullIfRefused } from '../../http/problem.ts';
import { lookupAlliance } from '../../questions/shared/lookup.ts';
import { drawChart } from '../charts/file.ts';
import { file, type Maker } from '../file.ts';
import { checkReport, gather, hasOnePart } from '../shared/gather.ts';
import { work } from '../worker/work.ts';
import type { Brief, BriefPicture } from './brief.ts';
import { briefOf } from './content.ts';

/** The pixels of each drawing: all are printed at about half of them. */
const SIZES = {
  trend: { width: 1060, height: 230 },
  small: { width: 460, height: 220 },
  map: { width: 500, height: 300 },
  drivers: { width: 360, height: 300 },
} as const;

type Pictures = Pick<Brief, 'trend' | 'pair' | 'missing'>;
type Found = BriefPicture | string;

/** A drawing, or in words why there is none. */
async function picture(
  maker: Maker,
  chart: 'trend' | 'alliance-map' | 'drivers',
  query: Record<string, string>,
  size: keyof typeof SIZES,
): Promise<Found> {
  try {
    const { title, bare, alt } = await drawChart(maker, chart, query, SIZES[size]);
    return { heading: title, svg: bare, alt };
  } catch (error) {
    nullIfRefused(error);
    return (error as Error).message;
  }
}

/** Throws where no brief can be made: a 404 for an unknown area or period, a 400 for what is no Alliance. */
function checkBrief(dataset: Dataset, asked: { area: string; period: string | undefined }) {
  checkReport(dataset, asked);
  lookupAlliance(dataset.geography, asked.area, OPEN);
}

/** The brief of an Alliance as at a period. Throws a 404 for an unknown area or period, a 400 for what is no Alliance. */
export async function briefContent(
  maker: Maker,
  { alliance: area, period }: { alliance: string; period?: string },
): Promise<{ brief: Brief; name: string }> {
  const { dataset, origin, signal } = maker;
  checkBrief(dataset, { area, period });
  const gathered = await gather(dataset, { area, period }, new Set(['findings']), signal);
  const { subject, waits, scorecard } = gathered;
  const home = scorecard?.columns.find(({ metric }) => metric === waits[0]);
  const none =
    'There is no figure of the 62-day wait by CCG or ICB up to this period, so no trend, map or drivers are drawn.';
  const ofMonth = parsePeriod(gathered.period)?.grain === 'month';
  const trendOf = async (metric: MetricId, period: string, size: keyof typeof SIZES): Promise<Found> => {
    const found = await picture(maker, 'trend', { metric, period, area, grain: 'month' }, size);
    // By month the last figure is another than that of a longer period, which is read in the headline.
    const isOther = typeof found !== 'string' && !ofMonth;
    return isOther ? { ...found, heading: `${metricOf(metric).label} by month` } : found;
  };
  const pairOf = ({ metric, period }: { metric: MetricId; period: string }): Promise<Found>[] =>
    hasOnePart(gathered)
      ? [trendOf('28-day-diagnosis', period, 'small'), trendOf(waits[1], period, 'small')]
      : [
          picture(maker, 'alliance-map', { metric, period, alliance: area }, 'map'),
          picture(maker, 'drivers', { metric, period, alliance: area }, 'drivers'),
        ];
  const found = home
    ? await Promise.all([trendOf(home.metric, home.period, 'trend'), ...pairOf(home)])
    : [none];
  const [trend, ...pair] = found;
  const drawn = (each: Found | undefined) => (each === undefined || typeof each === 'string' ? [] : [each]);
  const pictures: Pictures = {
    trend: drawn(trend)[0] ?? null,
    pair: pair.flatMap(drawn),
    missing: [...new Set(found.flatMap((each) => (typeof each === 'string' ? [each] : [])))],
  };
  return {
    brief: briefOf(gathered, pictures, origin),
    name: fileName([subject.name, 'brief', periodBrief(gathered.period), dataset.version], 'pdf'),
  };
}

export const briefFile = file({
  path: '/api/brief/:alliance.pdf',
  summary:
    'A brief for a board on one side of A4: headline, trend, ambitions, map and who makes the gap (of an Alliance of one area, two more trends), and three cautions.',
  parameters: BriefParameters,
  query: BriefQuery,
  type: 'application/pdf',
  linked: true,
  heavy: () => true,
  check: (dataset, { alliance = '', period }) => checkBrief(dataset, { area: alliance, period }),
  examples: ['/api/brief/greater-manchester.pdf', '/api/brief/peninsula.pdf?period=fy2016-17'],
  async make(maker, query) {
    const { brief, name } = await briefContent(maker, query);
    return { name, body: await work('brief', brief, maker.signal) };
  },
});
