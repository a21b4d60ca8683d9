import type { FastifyInstance } from 'fastify';
import { beforeAll, describe, expect, test } from 'vitest';
import { chartFiles } from '../../../../server/files/charts/file.ts';
import { sample } from '../../../sample.ts';
import { appOf, builtApp, DATABASE } from '../../app.ts';
import { DRAWING } from '../../drawing.ts';
import { ask } from '../../inject.ts';

let app: FastifyInstance;
beforeAll(async () => {
  app = await builtApp();
});

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const TYPES: Record<string, string> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  csv: 'text/csv; charset=utf-8',
};
const formatOf = (url: string) => /\.(\w+)\?/.exec(url)?.[1] ?? '';
/** Width and height, where the format says they stand. */
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];
const WAIT = 'metric=62-day-wait&period=fy2016-17';

// A PNG is its SVG in pixels: one stands for all here, and the browser's tests take those of every page. All of them
// under `npm run test:long`.
const EXAMPLES = sample(
  chartFiles.flatMap(({ examples }) => examples),
  (url) => (formatOf(url) === 'png' ? 'a PNG' : url),
);

describe.each(EXAMPLES)('%s', (url) => {
  test('is a file of its kind under a name that says what it holds', async () => {
    const { status, headers, raw, text } = await ask(app, url);
    const format = formatOf(url);
    expect(status, text.slice(0, 300)).toBe(200);
    expect(headers['content-type']).toBe(TYPES[format]);
    const place = format === 'csv' ? 'attachment' : 'inline';
    expect(headers['content-disposition']).toMatch(
      new RegExp(`^${place}; filename="[a-z0-9.-]+(_[a-z0-9.-]+)+_[\\da-f]{12}\\.${format}"$`),
    );
    if (format === 'png') {
      expect(raw.subarray(0, 8)).toEqual(PNG);
      expect(sizeOf(raw)[0]).toBe(2000);
    }
  });
});

test('a picture for print is three pixels for each of the drawing’s, and says so in its name', async () => {
  const [two, three] = await Promise.all(
    ['', '&scale=3'].map((scale) => ask(app, `/api/chart/deprivation.png?${WAIT}${scale}`)),
  );
  const svg = (await ask(app, `/api/chart/deprivation.svg?${WAIT}`)).text;
  const height = Number(/^<svg[^>]* height="(\d+)"/.exec(svg)?.[1]);
  expect(sizeOf(two?.raw as Buffer)).toEqual([2000, 2 * height]);
  expect(sizeOf(three?.raw as Buffer)).toEqual([3000, 3 * height]);
  expect(three?.headers['content-disposition']).toMatch(
    /"62-day-wait_fy2016-17_ccgs_by-deprivation_[\da-f]{12}_3x\.png"$/,
  );
});

test('a map follows what it is coloured by, the part that is shown and how sure it is, and says so', async () => {
  const text = async (more: string) => (await ask(app, `/api/chart/map.svg?${WAIT}${more}`)).raw.toString();
  const fills = (svg: string) => new Set(svg.match(/fill="#[\da-f]{6}"/g));
  const [plain, england, sure, part] = [
    await text(''),
    await text('&colour=england'),
    await text('&sure=1'),
    await text('&view=2094,2586,3.58'),
  ];
  expect(england).toContain('Coloured by difference from England');
  expect(england).toContain('▼ Worse');
  expect(fills(sure).size).toBeGreaterThan(fills(plain).size);
  expect(sure).toContain('the surer the class');
  expect(part).toContain('A part of the map, enlarged.');
  expect(part).toContain('Shropshire');
  expect(part).not.toContain('London, enlarged');
});

test('the same question has the same bytes, also from another server', async () => {
  const other = await appOf({ database: DATABASE, drawing: DRAWING });
  for (const format of ['svg', 'png', 'csv']) {
    const url = `/api/chart/ranked.${format}?${WAIT}&alliance=peninsula`;
    const [one, again] = [await ask(app, url), await ask(other, url)];
    expect(again.raw.equals(one.raw)).toBe(true);
    expect(again.headers.etag).toBe(one.headers.etag);
  }
  await other.close();
});

test.each([
  ['funnel.svg?metric=no-such-metric', 404, 'unknown_metric'],
  [`funnel.png?metric=62-day-wait&period=fy1999-00`, 404, 'unknown_period'],
  [`map.svg?${WAIT}&area=nowhere`, 404, 'unknown_area'],
  [`ranked.csv?${WAIT}&alliance=nowhere`, 404, 'unknown_area'],
  [`map.svg?${WAIT}&tint=red`, 400, 'unknown_parameter'],
  [`map.svg?${WAIT}&colour=red`, 400, 'invalid_value'],
  [`map.svg?${WAIT}&view=99999,-5,3`, 400, 'invalid_value'],
  [`spread.svg?${WAIT}&limits=exact`, 400, 'unknown_parameter'],
  ['funnel.svg', 400, 'missing_parameter'],
  [`map.jpg?${WAIT}`, 400, 'invalid_value'],
  [`map.png?${WAIT}&scale=9`, 400, 'invalid_value'],
  [`alliances.svg?${WAIT}&level=alliance`, 400, 'invalid_value'],
  ['spread.svg?metric=one-year-survival', 400, 'invalid_value'],
  ['deprivation.svg?metric=62-day-combined&level=icb', 400, 'invalid_value'],
  ['funnel.svg?metric=incidence', 404, 'unknown_metric'],
  [`pie.svg?${WAIT}`, 404, 'unknown_route'],
])('%s is refused in words', async (address, status, code) => {
  const refused = await ask(app, `/api/chart/${address}`);
  expect([refused.status, refused.body?.code]).toEqual([status, code]);
  expect(refused.body.message.length).toBeGreaterThan(15);
});

test('where the pages have not been built it says so', async () => {
  const bare = await appOf({ database: DATABASE, drawing: '/nowhere/server.js' });
  const refused = await ask(bare, `/api/chart/map.png?${WAIT}`);
  expect([refused.status, refused.body.code]).toEqual([503, 'not_built']);
  expect(refused.body.message).toContain('npm run build');
  await bare.close();
});
