import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { FunnelChart } from '../../../../client/charts/funnel/FunnelChart.tsx';
import { pointLabel } from '../../../../client/charts/funnel/zones.tsx';
import { METRICS, type Metric } from '../../../../data/metrics/index.ts';
import { spread, spreadArea } from '../fixtures.ts';

const wait: Metric = METRICS['62-day-wait'];
const upsideDown: Metric = { ...wait, polarity: 'lower' };
const neither: Metric = { ...wait, polarity: 'none' };

const spec = {
  metric: wait,
  width: 1000,
  height: 460,
  title: 'The 62-day wait by CCG',
  picked: new Set<string>(),
  selected: '',
  against: 'England',
  adjusted: false,
};
const funnelOf = (over: Partial<typeof spec> = {}, data = spread()) =>
  renderToStaticMarkup(
    createElement(FunnelChart, {
      spread: data,
      spec: { ...spec, ...over },
      onSelect: () => undefined,
    }),
  );
const texts = (markup: string) =>
  [...markup.matchAll(/<text.*?<\/text>/gs)].map(([text]) =>
    text
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
const buttons = (markup: string) =>
  [...markup.matchAll(/<path role="button".*?>/gs)].map(([button]) => button);

describe('what a point is called', () => {
  const bury = spreadArea({ value: 1234 / 1467, numerator: 1234, denominator: 1467 });

  test('is its figure, its counts and where it lies', () =>
    expect(pointLabel(wait, bury, false)).toBe(
      'NHS Bury CCG: 84.1% (1,234 of 1,467 people treated), inside the limits',
    ));

  test('says better or worse as the metric does', () => {
    const low = { ...bury, zone: 'low-998' as const };
    expect(pointLabel(wait, low, false)).toMatch(/below the 99.8% limit, worse than England$/);
    expect(pointLabel(upsideDown, low, false, 'its Alliance')).toMatch(/limit, better than its Alliance$/);
    expect(pointLabel(neither, low, false)).toMatch(/below the 99.8% limit$/);
    expect(pointLabel(wait, { ...low, adjustedZone: 'high-95' }, true)).toMatch(
      /above the widened 95% limit, better/,
    );
  });

  test('says one person, and nothing of limits that are not there', () =>
    expect(pointLabel(wait, { ...bury, value: 1, numerator: 1, denominator: 1, zone: null }, false)).toBe(
      'NHS Bury CCG: 100.0% (1 of 1 person treated)',
    ));
});

describe('the funnel', () => {
  test('draws each area as a button, one of them a tab stop', () => {
    const points = buttons(funnelOf({ selected: '01G' }));
    expect(points.length).toBe(5);
    expect(points.filter((point) => point.includes('tabindex="0"'))).toEqual([
      expect.stringMatching(/data-area="01G".*aria-pressed="true"/s),
    ]);
  });

  test('counts in its legend what it draws, by the limits that are shown', () => {
    const counts = (markup: string) =>
      texts(markup).flatMap((text) => /(?:limit|limits|limit only)[^:]*: (\d+)$/.exec(text)?.[1] ?? []);
    expect(counts(funnelOf())).toEqual(['1', '1', '1', '1', '1']);
    expect(counts(funnelOf({ adjusted: true }))).toEqual(['0', '1', '4', '0', '0']);
  });

  test('tells better from worse by shape, not by colour alone', () => {
    const shapeOf = (markup: string, area: string) => {
      const found = buttons(markup).find((point) => point.includes(`data-area="${area}"`)) ?? '';
      const [, d = ''] = / d="([^"]+)"/.exec(found) ?? [];
      return d.includes('a') ? 'circle' : d.split('L').length;
    };
    const pointsUp = (markup: string, area: string) => {
      const found = buttons(markup).find((point) => point.includes(`data-area="${area}"`)) ?? '';
      const [, first, second] = / d="M[\d.]+ ([\d.]+)L[\d.]+ ([\d.]+)/.exec(found) ?? [];
      return Number(first) < Number(second);
    };
    const usual = funnelOf();
    expect(shapeOf(usual, '01G')).toBe('circle');
    expect([pointsUp(usual, '00V'), pointsUp(usual, '99A')]).toEqual([true, false]);
    expect(pointsUp(funnelOf({ metric: upsideDown }), '00V')).toBe(false);
    expect(shapeOf(funnelOf({ metric: neither }), '00V')).toBe(4);
  });

  test('names its lines, and the picked areas but not the others', () => {
    const words = texts(funnelOf({ picked: new Set(['00V', '00T']) }));
    for (const name of [
      'England 81.7%',
      'Target 85%',
      'Upper 99.8% limit',
      'Lower 95% limit',
      'Bury',
      'Bolton',
      spec.title,
    ])
      expect(words).toContain(name);
    expect(words).not.toContain('Salford');
    expect(texts(funnelOf())).not.toContain('Bury');
  });

  test('says why where there is nothing to draw', () =>
    expect(
      texts(funnelOf({}, spread({ areas: [], funnel: null, funnelReason: 'No counts are published.' }))),
    ).toContain('No counts are published.'));
});
