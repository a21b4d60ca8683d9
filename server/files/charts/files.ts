import { Type } from 'typebox';
import { CHART_IDS, CHARTS, type ChartId, ChartParameters, Scale } from '../../../data/contract/index.ts';
import { type FileRoute, file, type Made, type Maker } from '../file.ts';
import { work } from '../worker/work.ts';
import { drawnChart } from './drawn.ts';

const TYPES = { svg: 'image/svg+xml', png: 'image/png', csv: 'text/csv; charset=utf-8' } as const;
type Format = keyof typeof TYPES;

/** What each chart is asked for in the examples. */
const EXAMPLES: Partial<Record<ChartId, string>> = {
  map: 'metric=62-day-wait&period=fy2016-17',
  'alliance-map': 'alliance=greater-manchester&metric=62-day-wait&period=fy2016-17',
  trend: 'metric=62-day-wait&area=peninsula',
  control: 'metric=62-day-wait&area=peninsula',
  'alliance-lines': 'alliance=peninsula&metric=62-day-wait&grain=year',
  drivers: 'alliance=peninsula&metric=62-day-wait&period=fy2016-17',
  spine: 'area=02N&period=fy2016-17',
  progress: 'area=peninsula&period=fy2016-17',
  compare: 'areas=02N,02R,02W&metric=62-day-wait&period=fy2016-17',
  'compare-lines': 'areas=02N,02R,02W&metric=62-day-wait',
};
const VARIATION = 'metric=62-day-wait&period=fy2016-17&alliance=west-midlands';

async function make(
  maker: Maker,
  chart: ChartId,
  { format, scale, ...asked }: Record<string, string>,
): Promise<Made> {
  const drawn = await drawnChart(maker, chart, asked);
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
        body: await work('paint', { svg: drawn.svg, scale: Number(scale) }),
      };
    case 'csv':
      return { name, type, body: drawn.csv };
  }
}

/** Every chart as a drawing, a picture and its numbers, each under an address that asks what its page asks. */
export const chartFiles: readonly FileRoute[] = CHART_IDS.map((chart) => {
  const { name, query } = CHARTS[chart];
  return file({
    path: `/api/chart/${chart}.:format`,
    summary: `${name}: the whole figure as SVG or PNG, with title, legend, notes, source and link; or the numbers drawn as CSV.`,
    parameters: ChartParameters,
    query: Type.Object({ ...query.properties, scale: Scale }, { additionalProperties: false }),
    type: Object.values(TYPES).join(', '),
    examples: ['svg', 'png', 'csv'].map(
      (format) => `/api/chart/${chart}.${format}?${EXAMPLES[chart] ?? VARIATION}`,
    ),
    make: (maker, asked) => make(maker, chart, asked as unknown as Record<string, string>),
  });
});
