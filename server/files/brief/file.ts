import { BriefParameters, BriefQuery } from '../../../data/contract/pack.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { parsePeriod } from '../../../data/periods.ts';
import { fileName } from '../../../data/text/csv.ts';
import { periodBrief } from '../../../data/text/words.ts';
import { OPEN } from '../../dataset/geography.ts';
import { nullIfRefused } from '../../http/problem.ts';
import { lookupAlliance, lookupArea } from '../../questions/shared/lookup.ts';
import { drawChart } from '../charts/file.ts';
import { file, type Maker } from '../file.ts';
import { gather } from '../shared/gather.ts';
import { work } from '../worker/work.ts';
import type { Brief, BriefPicture } from './brief.ts';
import { briefOf } from './content.ts';

/** The pixels of each drawing: all are printed at about two thirds of them. */
const SIZES = {
  trend: { width: 800, height: 230 },
  map: { width: 500, height: 300 },
  drivers: { width: 360, height: 300 },
} as const;

type Pictures = Pick<Brief, 'trend' | 'map' | 'drivers' | 'missing'>;

/** A drawing, or in words why there is none. */
async function picture(
  maker: Maker,
  chart: 'trend' | 'alliance-map' | 'drivers',
  query: Record<string, string>,
): Promise<BriefPicture | string> {
  const size = SIZES[chart === 'alliance-map' ? 'map' : chart];
  try {
    const { title, bare, alt } = await drawChart(maker, chart, query, size);
    return { heading: title, svg: bare, alt };
  } catch (error) {
    nullIfRefused(error);
    return (error as Error).message;
  }
}

/** The brief of an Alliance as at a period. Throws a 404 for an unknown area or period, a 400 for what is no Alliance. */
export async function briefContent(
  maker: Maker,
  { alliance: area, period }: { alliance: string; period?: string },
): Promise<{ brief: Brief; name: string }> {
  const { dataset, origin, signal } = maker;
  const { geography } = dataset;
  lookupAlliance(geography, lookupArea(geography, area), OPEN);
  const gathered = await gather(dataset, { area, period }, new Set(['findings']), signal);
  const { subject, waits, scorecard } = gathered;
  const home = scorecard?.columns.find(({ metric }) => metric === waits[0]);
  const none =
    'There is no figure of the 62-day wait by CCG or ICB up to this period, so no trend, map or drivers are drawn.';
  const ofHome = home && { metric: home.metric, period: home.period };
  const [trend, map, drivers] = await Promise.all([
    ofHome ? picture(maker, 'trend', { ...ofHome, area, grain: 'month' }) : none,
    ofHome ? picture(maker, 'alliance-map', { ...ofHome, alliance: area }) : none,
    ofHome ? picture(maker, 'drivers', { ...ofHome, alliance: area }) : none,
  ]);
  const drawn = (found: BriefPicture | string) => (typeof found === 'string' ? null : found);
  const ofMonth = parsePeriod(gathered.period)?.grain === 'month';
  const months = drawn(trend);
  const pictures: Pictures = {
    // By month the last figure is another than that of a longer period, which is read in the headline.
    trend: months && (ofMonth ? months : { ...months, heading: `${metricOf(waits[0]).label} by month` }),
    map: drawn(map),
    drivers: drawn(drivers),
    missing: [...new Set([trend, map, drivers].filter((each) => typeof each === 'string'))],
  };
  return {
    brief: briefOf(gathered, pictures, origin),
    name: fileName([subject.name, 'brief', periodBrief(gathered.period), dataset.version], 'pdf'),
  };
}

export const briefFile = file({
  path: '/api/brief/:alliance.pdf',
  summary:
    'A brief for a board on one side of A4: headline, trend, ambitions, map, who makes the gap, and three cautions, of an Alliance.',
  parameters: BriefParameters,
  query: BriefQuery,
  type: 'application/pdf',
  linked: true,
  heavy: () => true,
  examples: ['/api/brief/greater-manchester.pdf', '/api/brief/peninsula.pdf?period=fy2016-17'],
  async make(maker, query) {
    const { brief, name } = await briefContent(maker, query);
    return { name, body: await work('brief', brief, maker.signal) };
  },
});
