import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { ROOT } from '../../server/dataset/root.ts';

// What `npm run build` makes: without it there is no drawing to test.
const DRAWING = path.join(ROOT, '.build/pages/server.js');
const built = existsSync(DRAWING);
if (!built) console.warn(`SKIPPED: no ${DRAWING}; run npm run build`);

describe.skipIf(!built)('the first view, drawn by the server', () => {
  let app: Awaited<ReturnType<typeof buildApp>>;
  const html = async (url: string) => (await app.inject({ url })).body;

  beforeAll(async () => {
    app = await buildApp({ drawing: DRAWING, every: 0 });
  });
  afterAll(() => app.close());

  test('holds the finding, a shape for each CCG and the top of the list', async () => {
    const page = await html('/?period=fy2016-17');
    expect(page).toContain('81.7% of people in England');
    const shapes = new Set([...page.matchAll(/<path[^>]* data-area="([^"]+)"/g)].map(([, id]) => id));
    expect(shapes.size).toBe(209);
    expect([...page.matchAll(/<tr data-area=/g)].length).toBeGreaterThanOrEqual(20);
  });

  test('is not that of a board page whose chart over time is narrowed: that would be drawn otherwise', async () => {
    expect(await html('/alliances/peninsula?period=fy2016-17')).toContain('Peninsula');
    const body = (page: string) => page.slice(page.indexOf('<body'));
    expect(body(await html('/alliances/peninsula?range=2018-01..2019-01'))).not.toContain('<h1');
    expect(body(await html('/alliances/peninsula?period=fy2016-17'))).toContain('<h1');
  });

  test('is the latest of a board page that is asked for what is no period, or one after all figures', async () => {
    const drawn = (page: string) =>
      page.slice(page.indexOf('data-drawn'), page.indexOf('id="first-answers"'));
    const latest = drawn(await html('/alliances/peninsula'));
    expect(latest).toContain('Peninsula');
    for (const period of ['banana', '2099-01'])
      expect(drawn(await html(`/alliances/peninsula?period=${period}`))).toBe(latest);
  });

  test('leads with England’s latest month, and says where today’s areas are', async () => {
    const page = await html('/');
    expect(page).toMatch(/In \w+ \d{4}( \(provisional\))?, [\d.]+% of people in England/);
    expect(page).toContain('Figures by CCG end in November 2021');
    expect(page).toMatch(/href="\/\?metric=62-day-combined&amp;level=icb&amp;period=\d{4}-\d\d"/);
  });

  test('draws ICBs from shapes of their own', async () => {
    const page = await html('/?metric=62-day-combined&level=icb&period=2025-03');
    const shapes = new Set([...page.matchAll(/<path[^>]* data-area="([^"]+)"/g)].map(([, id]) => id));
    expect(shapes.size).toBe(42);
  });

  test('of a metric holds the finding and a point for each CCG with a figure, and leaves the rest for later', async () => {
    const page = await html('/metrics/62-day-wait?period=fy2016-17');
    expect(page).toContain('the middle eight in ten of 206 CCGs');
    const points = [...page.matchAll(/<path[^>]* data-area="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(points).size).toBe(206);
    expect(page).not.toContain('data-testid="numbers"');
  });

  test('of a metric that is not there, or not by CCG, is left to the browser', async () => {
    for (const id of ['nothing', 'stage-recorded'])
      expect(await html(`/metrics/${id}`)).not.toContain('data-drawn');
  });

  test.each(['/', '/metrics/62-day-wait', '/metrics/patient-experience'])(
    '%s has no style attribute, which the security policy would refuse',
    async (url) => {
      expect(await html(url)).not.toMatch(/\sstyle="/);
    },
  );

  test('is the same page for every address of the same view', async () => {
    const [one, other] = await Promise.all([
      app.inject({ url: '/?nonsense=1' }),
      app.inject({ url: '/?level=ccg' }),
    ]);
    expect(one.headers.etag).toBe(other.headers.etag);
  });

  test('writes what a reader typed as text', async () => {
    const page = await html(`/?find=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(page).not.toContain('<script>alert(1)');
  });
});
