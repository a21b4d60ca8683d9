import type { Areas, Catalogue, ChartId } from '../../../data/contract/index.ts';
import type { DrawnChart, Known } from '../../http/client.ts';
import { nothingIfRefused, ProblemError } from '../../http/problem.ts';
import { keptReply, replyAt } from '../../questions/reply.ts';
import { knownArea, knownMetric } from '../../questions/shared/lookup.ts';
import type { Maker } from '../file.ts';

async function knownTo(maker: Maker): Promise<Known> {
  const { dataset, origin } = maker;
  const [catalogue, areas] = await Promise.all([
    keptReply<Catalogue>(dataset, '/api/catalogue'),
    keptReply<Areas>(dataset, '/api/areas'),
  ]);
  return { catalogue, areas, dataVersion: dataset.version, origin };
}

/** What was asked wrongly, in the chart's own words, as a problem of the reader's. */
function saidBy<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) throw new ProblemError('invalid_value', error.message);
    throw error;
  }
}

/** A chart drawn from the same replies as its page. Throws the problem of whichever it cannot do without. */
export async function drawnChart(
  maker: Maker,
  chart: ChartId,
  asked: Readonly<Record<string, string>>,
): Promise<DrawnChart> {
  const drawing = maker.drawing();
  const { geography } = maker.dataset;
  if (asked.metric) knownMetric(asked.metric);
  for (const area of [asked.area, asked.alliance, asked.line]) if (area) knownArea(geography, area);
  const known = await knownTo(maker);
  const { needed, wanted = [] } = saidBy(() => drawing.chartAsks(chart, asked, known));
  const replies = await Promise.all([
    ...needed.map((url) => replyAt<unknown>(maker.dataset, url)),
    ...wanted.map((url) => replyAt<unknown>(maker.dataset, url).catch(nothingIfRefused)),
  ]);
  const byUrl = Object.fromEntries([...needed, ...wanted].map((url, index) => [url, replies[index]]));
  return saidBy(() => drawing.chart(chart, asked, known, byUrl));
}
