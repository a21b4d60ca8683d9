import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { hasFigures } from '../../../../client/charts/kit/overTime.ts';
import { trendFigure } from '../../../../client/charts/over-time/index.tsx';
import { PaintedPlot } from '../../../../client/charts/over-time/PaintedPlot.tsx';
import { plotOf, trendAxis } from '../../../../client/charts/over-time/plot.ts';
import type { Trend } from '../../../../data/contract/index.ts';
import { metric as metricOf } from '../../../../data/metrics/index.ts';
import { controlled, trendPoints, wholeTrend } from '../fixtures.ts';

const drawn = (trend: Trend, { width = 640, control = false } = {}) => {
  const { description } = trendFigure(trend, { control, areas: undefined });
  return renderToStaticMarkup(createElement(PaintedPlot, { plot: plotOf(description, width) }));
};
const words = (markup: string) =>
  [...markup.matchAll(/<text.*?<\/text>/gs)].map(([text]) => text.replace(/<[^>]*>/g, '').trim());

/** The lines of a colour, each as its pieces of points. */
const linesOf = (markup: string, colour: string) =>
  [...markup.matchAll(/<path d="([^"]*)" fill="none"[^>]*stroke="([^"]*)"/g)]
    .filter(([, , stroke]) => stroke === colour)
    .map(([, path = '']) =>
      path
        .split('M')
        .filter(Boolean)
        .map((piece) => piece.split('L').map((at) => at.split(' ').map(Number))),
    );

/** The heights of gridlines by what the axis calls them: its names stand 4.5 pixels under their lines. */
function heights(markup: string) {
  const lines = [...markup.matchAll(/<path d="M[\d.]+ ([\d.]+)H/g)].map(([, height]) => Number(height));
  return new Map(
    [...markup.matchAll(/<text x="[\d.]+" y="([\d.]+)" text-anchor="end">([\d.]+%)</g)].map(
      ([, y, name = '']) => [name, lines.find((height) => Math.abs(height + 4.5 - Number(y)) < 0.01)],
    ),
  );
}

const AREA = '#12436d';
const VALUES = {
  '2019-12': 0.9,
  '2020-01': 0.8,
  '2020-02': null,
  '2020-03': 0.85,
  '2020-04': 0.95,
  '2020-05': 0.9,
};
const bury = (over: Partial<Trend> = {}) =>
  wholeTrend('62-day-wait', VALUES, {
    breaks: [{ from: '2020-04', reason: 'The pandemic.' }],
    benchmark: { area: 'england', name: 'England', points: trendPoints({ ...VALUES, '2020-02': 0.82 }) },
    alliances: [{ area: 'gm', name: 'Greater Manchester', points: trendPoints(VALUES) }],
    ...over,
  });

describe('a trend', () => {
  const markup = drawn(bury());

  test('stands at the heights of its values, and is joined across neither gap nor break', () => {
    const at = heights(markup);
    // The axis names every tenth, as the lowest interval reaches down to 75%.
    const between = (one: string, other: string) => ((at.get(one) ?? 0) + (at.get(other) ?? 0)) / 2;
    const pieces = linesOf(markup, AREA)[0] ?? [];
    expect(pieces.map((piece) => piece.map(([, y]) => y))).toEqual([
      [at.get('90%'), at.get('80%')],
      [expect.closeTo(between('100%', '90%'), 1), at.get('90%')],
    ]);
    const [, dot] = new RegExp(`<circle [^>]*cy="([\\d.]+)"[^>]*fill="${AREA}"`).exec(markup) ?? [];
    expect(Number(dot)).toBeCloseTo(between('90%', '80%'), 1);
  });

  test('England is dashed, the target dotted, and each line named at its end', () => {
    expect(markup).toContain('stroke-dasharray="7 4"');
    expect(markup).toContain('stroke-dasharray="2 4"');
    expect(words(markup)).toEqual(
      expect.arrayContaining(['Bury', 'England', 'Greater Manchester', 'Target 85%', 'Break, April 2020']),
    );
  });

  test('a break stands between the periods it parts', () => {
    const [before, after] = linesOf(markup, AREA)[0] ?? [];
    const line = Number(/<path d="M([\d.]+) [\d.]+V[^>]*stroke-dasharray="2 3"/.exec(markup)?.[1]);
    expect(line).toBeGreaterThan((before?.at(-1)?.[0] ?? 0) + 1);
    expect(line).toBeLessThan(after?.[0]?.[0] ?? 0);
  });

  test('says what it shows, and has nothing to press where it only stands', () => {
    expect(markup).toMatch(/role="img"/);
    expect(markup).toContain(
      'aria-label="62-day wait: 90.0% in May 2020, above the standard of 85%. Bury, England, Greater Manchester, Target 85%, December 2019 to May 2020"',
    );
    expect(markup).not.toMatch(/tabindex|slider|style=|class=|readout/i);
  });

  test('an ambition of another denominator is no line', () =>
    expect(words(drawn(wholeTrend('early-stage', { '2016': 0.5, '2017': 0.52 }))).join()).not.toMatch(
      /Target/,
    ));

  test('the axis of a share ends at 100% and starts at 80% or the ten per cent below the lowest', () => {
    const wait = metricOf('62-day-wait');
    expect(trendAxis(wait, [0.97, null]).ends).toEqual([0.8, 1]);
    expect(trendAxis(wait, [0.97, 0.71]).ends).toEqual([0.7, 1]);
    expect(trendAxis(metricOf('cancer-prevalence'), [0.021, 0.029]).ends[1]).toBeLessThan(0.04);
  });
});

describe('a control chart', () => {
  const markup = drawn(controlled(), { control: true });

  test('draws mean and limits of a segment, and none where there are none', () => {
    const at = heights(markup);
    const [lower, mean, upper] = linesOf(markup, '#4c6272');
    for (const [line, height] of [
      [mean, at.get('90%')],
      [upper, at.get('100%')],
    ] as const)
      expect(line?.map((piece) => piece.map(([, y]) => y))).toEqual([[height, height]]);
    expect(lower?.[0]).toHaveLength(2);
    expect(words(markup)).toEqual(expect.arrayContaining(['Bury', 'Target 85%']));
  });

  test('marks each figure and no gap', () => expect(markup.match(/r="3\.3"/g)).toHaveLength(3));

  test('its key names the marks that it uses, its mean and its limits', () =>
    expect(
      trendFigure(controlled(), { control: true, areas: undefined }).description.key.map(({ text }) => text),
    ).toEqual(['Common cause', 'No limits', 'Mean', 'Limits']));
});

test('a trend without a figure is not drawn', () => {
  expect(hasFigures(wholeTrend('62-day-wait', { '2020-01': null }))).toBe(false);
  expect(hasFigures(bury())).toBe(true);
});
