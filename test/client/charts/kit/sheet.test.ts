import type { FastifyInstance } from 'fastify';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ChartId } from '../../../../data/contract/charts.ts';
import { arialWidth } from '../../../../data/text/measure.ts';
import { chartFiles } from '../../../../server/files/charts/file.ts';
import { builtApp } from '../../../server/app.ts';
import { type Element, elementsOf } from '../drawing.ts';

let app: FastifyInstance;
beforeAll(async () => {
  app = await builtApp();
});

const idOf = (url: string) => /chart\/(.*)\.svg/.exec(url)?.[1] as ChartId;
const MORE = [
  '/api/chart/map.svg?metric=patient-experience&area=11J',
  '/api/chart/map.svg?metric=62-day-wait&period=fy2016-17&level=alliance&layout=hex&area=peninsula',
  '/api/chart/funnel.svg?metric=62-day-wait&period=2016-11&widened=1',
  '/api/chart/ranked.svg?metric=62-day-wait&period=fy2016-17&alliance=west-midlands&area=05L',
  '/api/chart/ranked.svg?metric=62-day-wait&period=fy2016-17&level=alliance&alliance=peninsula',
  '/api/chart/ranked.svg?metric=patient-experience&alliance=peninsula',
  '/api/chart/ranked.svg?metric=under-75-mortality',
  '/api/chart/spread.svg?metric=62-day-wait&period=2016-11&alliance=peninsula',
  '/api/chart/alliances.svg?metric=patient-experience&alliance=peninsula',
  '/api/chart/deprivation.svg?metric=one-year-survival',
];
const drawn = [
  ...chartFiles.flatMap(({ examples }) => examples.filter((url) => url.includes('.svg'))),
  ...MORE,
];

const isText = ({ name }: Element) => name === 'text' || name === 'tspan';
const PAINTS = ['fill', 'stroke', 'stop-color'];
const NOT_OF_A_FILE = /^(class|style|tabindex|data-.*|aria-pressed|aria-live|on.*)$/;
const NOT_IN_A_FILE = ['script', 'foreignObject', 'image', 'style', 'use', 'a', 'svg'];

describe.each(drawn)('%s', (url) => {
  let svg = '';
  let elements: Element[] = [];
  beforeAll(async () => {
    const reply = await app.inject({ url, headers: { host: 'board.example' } });
    expect(reply.statusCode, reply.body.slice(0, 300)).toBe(200);
    svg = reply.body;
    elements = elementsOf(svg);
  });

  test('needs no other file and holds nothing that only a page needs', () => {
    const [root, ...inner] = elements;
    expect(root?.attributes.xmlns).toBe('http://www.w3.org/2000/svg');
    expect(inner.map(({ name }) => name).filter((name) => NOT_IN_A_FILE.includes(name))).toEqual([]);
    const ids = new Set(elements.flatMap(({ attributes }) => attributes.id ?? []));
    expect(ids.size).toBe(elements.filter(({ attributes }) => attributes.id).length);
    for (const { attributes, parents } of elements)
      for (const [name, value] of Object.entries(attributes)) {
        expect(name).not.toMatch(NOT_OF_A_FILE);
        expect(name).not.toMatch(/href$/);
        if (name === 'role') expect([value, parents.length]).toEqual(['img', 0]);
        for (const [, target = ''] of value.matchAll(/url\(([^)]*)\)/g)) {
          expect(target[0]).toBe('#');
          expect(ids).toContain(target.slice(1));
        }
        expect(value).not.toMatch(/NaN|undefined|Infinity|\[object/);
      }
    expect(svg).not.toMatch(/>[^<]*\b(NaN|undefined|\[object)/);
  });

  test('every colour is an attribute that any program reads', () => {
    for (const { name, attributes } of elements)
      for (const paint of PAINTS)
        if (attributes[paint] !== undefined)
          expect(attributes[paint], name).toMatch(/^(#[\da-f]{6}|none|url\(#[\w-]+\))$/);
    for (const element of elements.filter(isText))
      expect([element, ...element.parents].some(({ attributes }) => attributes.fill)).toBe(true);
    // A program that has no paint-order would draw a halo over its words.
    expect(svg).not.toContain('paint-order');
  });

  test('every word is inside the sheet, and anchored in one piece', () => {
    const [root] = elements;
    const [width, height] = [Number(root?.attributes.width), Number(root?.attributes.height)];
    expect(width).toBe(1000);
    const words = elements.filter(({ name }) => name === 'text');
    for (const { attributes, parents, text } of words.filter(({ parents }) => parents.length === 1)) {
      const size = Number(attributes['font-size']);
      const end = Number(attributes.x) + arialWidth(text, size, attributes['font-weight'] === '700');
      expect(parents[0]?.name).toBe('svg');
      expect(end, text).toBeLessThanOrEqual(width);
      expect(Number(attributes.y), text).toBeLessThan(height);
    }
    // Runs of one text that has its anchor at its end or middle are set apart by some programs, over one another.
    for (const { attributes, parents, text } of elements.filter(({ name }) => name === 'tspan')) {
      const anchor = parents.findLast((each) => each.attributes['text-anchor'])?.attributes['text-anchor'];
      if (anchor === 'end' || anchor === 'middle') expect(attributes.x, text).toBeDefined();
    }
  });

  test('says what it is: finding, metric, source, licence, data version, link', () => {
    const [title, ...rest] = elements.filter(({ name }) => name === 'text').map(({ text }) => text);
    const all = rest.join(' ');
    expect(title?.length).toBeGreaterThan(10);
    expect(elements[1]?.name).toBe('title');
    expect(elements[1]?.text.startsWith(title ?? '?')).toBe(true);
    expect(elements[2]?.name).toBe('desc');
    expect(all).toMatch(/Source/);
    expect(all).toMatch(/Data version [\da-f]{12}\. http:\/\/board\.example\//);
    expect(all).toMatch(/Open Government Licence v3\.0/);
    if (/map$/.test(idOf(url))) expect(all).toMatch(/Boundaries: .*Contains OS data/);
  });
});

test('every chart that can be taken from a page is drawn here', async () => {
  const { CHART_ENTRIES } = await import('../../../../client/charts/index.ts');
  const { CHART_IDS } = await import('../../../../data/contract/charts.ts');
  expect(Object.keys(CHART_ENTRIES).sort()).toEqual([...CHART_IDS].sort());
  expect(new Set(drawn.map(idOf))).toEqual(new Set(CHART_IDS));
});
