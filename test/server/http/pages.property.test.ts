import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PAGE_HEADERS } from '../../../server/http/headers.ts';
import { tried } from '../../fuzz.ts';
import { appOf } from '../app.ts';
import { DRAWING } from '../drawing.ts';
import { ask } from '../inject.ts';
import { temporaryFolder, writeTiny } from '../tiny.ts';

let app: FastifyInstance;
beforeAll(async () => {
  const dist = path.join(temporaryFolder(), 'dist');
  mkdirSync(dist);
  const root = '<!doctype html><html><body><div id="root"></div></body></html>';
  writeFileSync(path.join(dist, 'index.html'), root);
  const database = await writeTiny(path.join(temporaryFolder(), 'tiny.duckdb'));
  app = await appOf({ database, dist, drawing: DRAWING });
});
afterAll(() => app.close());

/** Markup that does nothing, in the ways by which a text could get out of where it stands. */
const MARKED = [
  '<zq>',
  '"><zq>',
  "'><zq>",
  '</script><zq>',
  '--><zq>',
  '</title><zq>',
  '\\u003czq>',
  '&lt;zq>',
];
const NAMES = [
  'metric',
  'level',
  'period',
  'area',
  'areas',
  'find',
  'within',
  'view',
  'range',
  'group',
  'benchmark',
  'then',
  'x',
];
const value = fc.oneof(
  fc.constantFrom(...MARKED),
  fc.constantFrom('62-day-wait', 'ccg', 'alliance', 'fy2016-17', '2016-04', '00A', 'upper', '00A,00B', 'hex'),
  fc.string({ unit: 'binary', maxLength: 30 }),
);
const place = fc.oneof(
  fc.constantFrom(
    '/',
    '/metrics',
    '/metrics/62-day-wait',
    '/alliances/upper',
    '/ccgs/00A',
    '/compare',
    '/progress',
    '/methods',
  ),
  value.map((text) => `/ccgs/${encodeURIComponent(text)}`),
  value.map((text) => `/${encodeURIComponent(text)}`),
);
const address = fc
  .tuple(place, fc.array(fc.tuple(fc.constantFrom(...NAMES), value), { maxLength: 6 }))
  .map(([where, pairs]) => `${where}?${new URLSearchParams(pairs)}`);

test('no address breaks a page, nor puts markup of its own into it', async () => {
  await fc.assert(
    fc.asyncProperty(address, async (url) => {
      const { status, headers, text } = await ask(app, url);
      expect([200, 400, 404, 414]).toContain(status);
      expect(text).not.toMatch(/<zq/i);
      expect(text).not.toMatch(/<[^>]*\sstyle=/);
      if (String(headers['content-type']).startsWith('text/html'))
        for (const [name, given] of Object.entries(PAGE_HEADERS)) expect(headers[name]).toBe(given);
    }),
    tried(60),
  );
});
