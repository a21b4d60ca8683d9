import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describedFiles } from '../../../../server/files/send.ts';
import { endpointsOf } from '../../../../server/http/docs/endpoints.ts';
import { prose } from '../../../../server/http/docs/html.ts';
import { docsPage } from '../../../../server/http/docs/page.ts';
import { STATUS_OF } from '../../../../server/http/problem.ts';
import { QUESTIONS } from '../../../../server/questions/index.ts';
import { appOf } from '../../app.ts';
import { ask } from '../../inject.ts';
import { temporaryFolder } from '../../tiny.ts';

const endpoints = endpointsOf(QUESTIONS, describedFiles());

let app: FastifyInstance;
let page: string;

beforeAll(async () => {
  app = await appOf({ database: path.join(temporaryFolder(), 'none.duckdb'), perSecond: 200 });
  page = (await ask(app, '/api/docs', { headers: { host: 'figures.example:8080' } })).text;
});
afterAll(() => app.close());

const all = (pattern: RegExp) => [...page.matchAll(pattern)].map(([, found = '']) => found);

describe('the page', () => {
  test('has an anchor for every link within it, each once', () => {
    const ids = all(/ id="([^"]+)"/g);
    expect(new Set(ids).size).toBe(ids.length);
    expect(all(/href="#([^"]+)"/g).filter((id) => !ids.includes(id))).toEqual([]);
    for (const { id } of endpoints) expect(ids).toContain(id);
  });

  test('lists every address in its contents, and names every parameter and every example', () => {
    const contents = page.slice(page.indexOf('<nav'), page.indexOf('</nav>'));
    for (const { id, path: route, parameters, query, examples } of endpoints) {
      expect(contents).toContain(`href="#${id}"><code>${route}</code>`);
      const own = page.slice(page.indexOf(`<h3 id="${id}">`)).split('</section>')[0] ?? '';
      for (const name of [...Object.keys(parameters.properties), ...Object.keys(query.properties)])
        expect(own).toContain(`<th scope="row"><code>${name}</code></th>`);
      for (const example of examples) expect(own).toContain(`href="${example.replaceAll('&', '&amp;')}"`);
    }
  });

  test('tells every code of every refusal', () => {
    for (const [code, status] of Object.entries(STATUS_OF))
      expect(page).toContain(`<code>${code}</code></th><td>${status}</td>`);
  });

  test('holds nothing that the security policy would refuse, and goes from heading to heading without a leap', () => {
    expect(page).not.toMatch(/<(script|style)|\son\w+=|\sstyle=/);
    expect(all(/<link[^>]* href="([^"]+)"/g)).toEqual(['/favicon.svg', '/api/docs.css']);
    const levels = all(/<h([1-6])/g).map(Number);
    expect(levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1)).toEqual([]);
  });

  test('says how often one may ask', () => {
    expect(page).toContain('may ask 200 times a second');
    expect(docsPage(endpoints, { origin: 'http://localhost', perSecond: 0 })).toContain('sets no limit');
  });
});

describe('the examples', () => {
  test('are of the server as the reader addressed it', async () => {
    expect(page).toContain("'http://figures.example:8080/api/areas'");
    expect(page).not.toContain('localhost');
    const other = await ask(app, '/api/docs', { headers: { host: 'elsewhere.example' } });
    expect(other.text).toContain("'http://elsewhere.example/api/areas'");
    expect(other.text).not.toContain('figures.example');
  });

  test('are never of what a reader slips in', async () => {
    const { text } = await ask(app, '/api/docs', { headers: { host: 'x.example/"><b>' } });
    expect(text).toContain("'http://localhost/api/areas'");
    expect(text).not.toContain('x.example');
  });

  test('are of the address the server was given, however it is reached', async () => {
    const told = await appOf({
      database: path.join(temporaryFolder(), 'none.duckdb'),
      publicUrl: 'https://cancer.example',
    });
    const { text } = await ask(told, '/api/docs', { headers: { host: 'figures.example' } });
    expect(text).toContain("'https://cancer.example/api/areas'");
    await told.close();
  });
});

test('a sentence is made safe, its code set apart, and addresses lead to their sections', () => {
  expect(prose('a < b, `value`, as /api/areas lists them.')).toBe(
    'a &lt; b, <code>value</code>, as <a href="#areas">/api/areas</a> lists them.',
  );
  expect(prose('/api/download/observations.csv')).toBe('/api/download/observations.csv');
});
