import type { FastifyInstance } from 'fastify';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Brief } from '../../../../server/files/brief/brief.ts';
import { briefContent } from '../../../../server/files/brief/file.ts';
import { writeBrief } from '../../../../server/files/brief/write.ts';
import { built, builtApp, builtDataset, tinyApp } from '../../app.ts';
import { makerOf } from '../../drawing.ts';
import { ask } from '../../inject.ts';

let app: FastifyInstance;

/** How many pages a PDF of ours says that it has. */
const pagesOf = (pdf: Uint8Array) => Number(/\/Count (\d+)/.exec(Buffer.from(pdf).toString('latin1'))?.[1]);

describe.skipIf(!built)('the brief of an Alliance', () => {
  beforeAll(async () => {
    app = await builtApp();
  });

  test.each([
    ['west-midlands', undefined],
    ['west-midlands', 'fy2016-17'],
    ['south-yorkshire-bassetlaw-north-derbyshire-and-hardwick', '2020-01'],
  ])(
    '%s as at %s is one side, with trend, map, drivers, ambitions and three cautions',
    async (alliance, period) => {
      const { brief, name } = await briefContent(makerOf(await builtDataset()), {
        alliance,
        ...(period && { period }),
      });
      expect(name).toMatch(/_brief_.*\.pdf$/);
      expect(brief.missing).toEqual([]);
      expect(brief.pair).toHaveLength(2);
      for (const each of [brief.trend, ...brief.pair]) expect(each?.svg).toMatch(/^<svg/);
      expect(brief.ambitions.rows.length).toBeGreaterThan(4);
      expect(brief.cautions.length).toBeGreaterThan(0);
      expect(brief.cautions.length).toBeLessThanOrEqual(3);
      expect(brief.cautions.join(' ')).not.toMatch(/least squares|Fieller/);
      const pdf = await writeBrief(brief);
      expect(pagesOf(pdf)).toBe(1);
      expect(Buffer.from(await writeBrief(brief)).equals(Buffer.from(pdf))).toBe(true);
    },
  );

  test.each(['greater-manchester', 'today-west-yorkshire-and-harrogate'])(
    '%s has one ICB: in place of map and drivers, which would compare it with itself, stand two more waits',
    async (alliance) => {
      const { brief } = await briefContent(makerOf(await builtDataset()), { alliance });
      expect(brief.missing).toEqual([]);
      const headings = [brief.trend, ...brief.pair].map((each) => each?.heading);
      expect(headings).toEqual([
        expect.stringMatching(/^62-day wait, all routes: /),
        expect.stringMatching(/^28-day faster diagnosis: /),
        expect.stringMatching(/^31-day wait, all treatments: /),
      ]);
      expect(pagesOf(await writeBrief(brief))).toBe(1);
    },
  );

  test('by month the heading of a year’s trend gives no figure, which would be another than the headline’s', async () => {
    const { brief } = await briefContent(makerOf(await builtDataset()), {
      alliance: 'peninsula',
      period: 'fy2018-19',
    });
    expect(brief.headline).toMatch(/^In 2018\/19, /);
    expect(brief.trend?.heading).toBe('62-day wait by month');
  });

  test('is a file, refused of what is no Alliance in words that name those near', async () => {
    const { status, headers } = await ask(app, '/api/brief/peninsula.pdf');
    expect([status, headers['content-type']]).toEqual([200, 'application/pdf']);
    const refused = await ask(app, '/api/brief/02N.pdf');
    expect([refused.status, refused.text]).toEqual([400, expect.stringMatching(/must be an Alliance/)]);
    expect((await ask(app, '/api/brief/nowhere.pdf')).status).toBe(404);
    expect((await ask(app, '/api/brief/peninsula.pdf?period=1985-01')).status).toBe(404);
  });

  test('however long its words are, they stay on the side', async () => {
    const { brief } = await briefContent(makerOf(await builtDataset()), { alliance: 'west-midlands' });
    const long = 'Somewhere with a very long name indeed, and another, and a third one beside it. '.repeat(3);
    const wordy: Brief = {
      ...brief,
      title: long.slice(0, 160),
      findings: [long, long],
      cautions: [long, long, long],
    };
    expect(pagesOf(await writeBrief(wordy))).toBe(1);
  });
});

test.skipIf(!built)('as at a month before its first figure it says so, and nothing is drawn', async () => {
  const { brief } = await briefContent(makerOf(await builtDataset()), {
    alliance: 'peninsula',
    period: '2009-12',
  });
  expect([brief.trend, brief.pair]).toEqual([null, []]);
  expect(brief.missing.join(' ')).toMatch(/no figure of the 62-day wait/);
  expect(brief.headline).toMatch(/no figure|Nothing can be said/i);
  expect(pagesOf(await writeBrief(brief))).toBe(1);
});

test('is made of an Alliance of the small invented country', async () => {
  expect((await ask(await tinyApp(), '/api/brief/lower.pdf')).status).toBe(200);
});
