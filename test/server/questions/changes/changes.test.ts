import type { FastifyInstance } from 'fastify';
import { beforeAll, expect, test } from 'vitest';
import { tinyApp } from '../../app.ts';
import { ask } from '../../inject.ts';

let app: FastifyInstance;
beforeAll(async () => {
  app = await tinyApp();
});

test('each load has its versions, files and revised figures with their old values, the largest first', async () => {
  const { body } = await ask(app, '/api/changes');
  expect(body.loads).toEqual([
    expect.objectContaining({
      load: 'load-0001',
      versionBefore: 'older',
      version: 'tiny',
      files: ['april.xlsx: Waits, <April> 2016'],
      added: 1,
      revised: 2,
    }),
  ]);
  const [apple, upper] = body.loads[0].changes;
  expect([apple.name, apple.valueBefore, apple.value]).toEqual(['NHS Apple CCG', 0.9, 0.95]);
  expect([upper.area, upper.numeratorBefore, upper.numerator]).toEqual(['upper', 91, 95]);
  expect(body.areas.map(({ area }: { area: string }) => area)).toEqual(['00A', 'upper']);
});

test('of one area: its figures alone; an unknown one names the nearest', async () => {
  const { body } = await ask(app, '/api/changes?area=upper');
  expect(body.loads[0].changes.map(({ area }: { area: string }) => area)).toEqual(['upper']);
  expect((await ask(app, '/api/changes?area=uper')).body).toMatchObject({
    code: 'unknown_area',
    details: expect.arrayContaining(['upper']),
  });
});

test('a figure says what it was before', async () => {
  const { body } = await ask(app, '/api/sources/62-day-wait/00A/2016-04');
  expect(body.earlier).toEqual([
    {
      load: 'load-0001',
      until: '2026-01-02T00:00:00.000Z',
      dataVersion: 'older',
      numerator: 90,
      denominator: 100,
      value: 0.9,
    },
  ]);
});

test('the feed has an entry for each load, and escapes what files are called', async () => {
  const { text, status } = await ask(app, '/api/changes.atom');
  expect(status).toBe(200);
  expect(text).toContain('<feed xmlns="http://www.w3.org/2005/Atom">');
  expect(text.match(/<entry>/g)).toHaveLength(1);
  expect(text).toContain('april.xlsx: Waits, &lt;April&gt; 2016');
  expect(text).toContain('NHS Apple CCG, April 2016: 90.0% is now 95.0%');
});
