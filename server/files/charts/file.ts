import { Type } from 'typebox';
import type { ChartContext, ChartQuery, DrawnChart } from '../../../data/contract/drawing.ts';
import { CHART_IDS, CHARTS, type ChartId, ChartParameters, Scale } from '../../../data/contract/index.ts';
import { nullIfRefused, ProblemError } from '../../http/problem.ts';
import { reply, replyAt } from '../../questions/reply.ts';
import { lookupArea, lookupMetric } from '../../questions/shared/lookup.ts';
import { type FileRoute, file, type Made, type Maker } from '../file.ts';
import { work } from '../worker/work.ts';

const TYPES = { svg: 'image/svg+xml', png: 'image/png', csv: 'text/csv; charset=utf-8' } as const;
type Format = keyof typeof TYPES;

/** What each chart is asked in the examples of the API's description. */
const EXAMPLES: Partial<Record<ChartId, string>> = {
  map: 'metric=62-day-wait&period=fy2016-17',
  'alliance-map': 'alliance=greater-manchester&metric=62-day-wait&period=fy2016-17',
  trend: 'metric=62-day-wait&area=peninsula',
  control: 'metric=62-day-wait&area=peninsula',
  'alliance-lines': 'alliance=peninsula&metric=62-day-wait&grain=year',
  drivers: 'alliance=peninsula&metric=62-day-wait&period=fy2016-17',
  spine: 'area=02N&period=fy2016-17',
  progress: 'area=peninsula&period=fy2016-17',
  groups: 'metric=62-day-combined&area=QWO&period=2025-04&by=tumour',
  compare: 'areas=02N,02R,02W&metric=62-day-wait&period=fy2016-17',
  'compare-lines': 'areas=02N,02R,02W&metric=62-day-wait',
};
const VARIATION = 'metric=62-day-wait&period=fy2016-17&alliance=west-midlands';

/** Turns the RangeError of a chart, which says what is wrong with the query, into a 400. */
function refusing<Result>(draw: () => Result): Result {
  try {
    return draw();
  } catch (error) {
    if (error instanceof RangeError) throw new ProblemError('invalid_value', error.message);
    throw error;
  }
}

/** A chart drawn from the same replies as its page, in the usual size or to fit a smaller one. Throws the problem of any reply it cannot do without. */
export async function drawChart(
  { dataset, origin, drawing: drawingOf }: Maker,
  chart: ChartId,
  query: ChartQuery,
  size?: ChartContext['size'],
): Promise<DrawnChart> {
  const drawing = drawingOf();
  if (query.metric) lookupMetric(query.metric);
  for (const area of [query.area, query.alliance, query.line]) if (area) lookupArea(dataset.geography, area);
  const [catalogue, areas] = await Promise.all([
    reply(dataset, 'catalogue', {}),
    reply(dataset, 'areas', {}),
  ]);
  const context = { catalogue, areas, dataVersion: dataset.version, origin, ...(size && { size }) };
  const { needed, wanted = [] } = refusing(() => drawing.chartAsks(chart, query, context));
  const replies = await Promise.all([
    ...needed.map((url) => replyAt(dataset, url)),
    ...wanted.map((url) => replyAt(dataset, url).catch(nullIfRefused)),
  ]);
  const replyOf = Object.fromEntries([...needed, ...wanted].map((url, index) => [url, replies[index]]));
  return refusing(() => drawing.chart(chart, query, context, replyOf));
}

async function make(
  maker: Maker,
  chart: ChartId,
  { format, scale, ...query }: Record<string, string>,
): Promise<Made> {
  const drawn = await drawChart(maker, chart, query);
  const name = `${drawn.name}${format === 'png' && scale === '3' ? '_3x' : ''}.${format}`;
  const type = TYPES[format as Format];
  switch (format as Format) {
    case 'svg':
      return { name, type, inline: true, body: drawn.svg };
    case 'png':
      return {
        name,
        type,
        inline: true,
        body: await work('paint', { svg: drawn.svg, scale: Number(scale) }, maker.signal),
      };
    case 'csv':
      return { name, type, body: drawn.csv };
  }
}

/** Every chart as a drawing, a picture and its numbers, each under an address with the parameters of its page. */
export const chartFiles: readonly FileRoute[] = CHART_IDS.map((chart) => {
  const { name, query } = CHARTS[chart];
  return file({
    path: `/api/chart/${chart}.:format`,
    summary: `${name}: the whole figure as SVG or PNG, with title, legend, notes, source and link; or the numbers drawn as CSV.`,
    parameters: ChartParameters,
    query: Type.Object({ ...query.properties, scale: Scale }, { additionalProperties: false }),
    type: Object.values(TYPES).join(', '),
    linked: true,
    heavy: ({ format }) => format === 'png',
    examples: ['svg', 'png', 'csv'].map(
      (format) => `/api/chart/${chart}.${format}?${EXAMPLES[chart] ?? VARIATION}`,
    ),
    make: (maker, asked) => make(maker, chart, asked as unknown as Record<string, string>),
  });
});
