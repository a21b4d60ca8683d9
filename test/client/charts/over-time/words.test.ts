import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { trendFigure } from '../../../../client/charts/over-time/index.tsx';
import { PaintedPlot } from '../../../../client/charts/over-time/PaintedPlot.tsx';
import { plotOf } from '../../../../client/charts/over-time/plot.ts';
import type { Trend } from '../../../../data/contract/index.ts';
import { METRIC_IDS, type MetricId, metric as metricOf } from '../../../../data/metrics/index.ts';
import { roughWidth } from '../../../../data/text/measure.ts';
import { trendPoints, wholeTrend } from '../fixtures.ts';

const drawn = (trend: Trend, { width }: { width: number }) => {
  const { description } = trendFigure(trend, { control: false, areas: undefined });
  return renderToStaticMarkup(createElement(PaintedPlot, { plot: plotOf(description, width) }));
};

const SAMPLE: Record<string, readonly [number, number, number]> = {
  proportion: [0.61, 0.97, 0.84],
  index: [66.2, 71.4, 69.8],
  rate: [118, 141, 129.5],
  mean: [8.4, 8.9, 8.7],
};
const PERIODS = [
  'fy2018-19-q4',
  'fy2019-20-q1',
  'fy2019-20-q2',
  'fy2019-20-q3',
  'fy2019-20-q4',
  'fy2020-21-q1',
];

/** The longest names there are, two Alliances and three breaks. */
const crowded = (id: MetricId): Trend => {
  const sample = SAMPLE[metricOf(id).kind] ?? [0, 1, 2];
  const values = Object.fromEntries(PERIODS.map((period, index) => [period, sample[index % 3] ?? 0]));
  const points = trendPoints(values);
  return wholeTrend(id, values, {
    area: { area: '92G', name: 'NHS Bath and North East Somerset, Swindon and Wiltshire CCG', level: 'ccg' },
    benchmark: { area: 'england', name: 'England', points },
    alliances: [
      { area: 'a', name: 'Somerset, Wiltshire, Avon and Gloucestershire', points },
      { area: 'b', name: 'Thames Valley and Northamptonshire', points },
    ],
    breaks: ['2019-04', '2019-10', '2020-04'].map((from) => ({ from, reason: 'Changed.' })),
  });
};

test.each(METRIC_IDS)('%s: every word lies inside the drawing at any width', (id) => {
  for (const width of [254, 320, 640, 1000]) {
    const markup = drawn(crowded(id), { width });
    expect(markup).not.toMatch(/NaN|Infinity|undefined/);
    const found = placed(markup);
    expect(found.map(({ text }) => text)).toContain('England');
    const height = Number(/height="(\d+)"/.exec(markup)?.[1]);
    for (const { left, right, y, text } of found) {
      expect(left, `${text} at ${width}`).toBeGreaterThanOrEqual(-1);
      expect(right, `${text} at ${width}`).toBeLessThanOrEqual(width + 1);
      expect(y, `${text} at ${width}`).toBeLessThanOrEqual(height);
      expect(y, `${text} at ${width}`).toBeGreaterThanOrEqual(10);
    }
  }
});

type State = { size: number; anchor: string; x: number; y: number };

/** Where each line of words stands, its width as the charts reckon it. */
function placed(markup: string) {
  const found: { text: string; left: number; right: number; y: number }[] = [];
  const stack: State[] = [{ size: 16, anchor: 'start', x: 0, y: 0 }];
  let [penX, penY] = [0, 0];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const above = stack.at(-1) as State;
    const [, x = 0, y = 0] = /translate\(([-\d.]+) ([-\d.]+)\)/.exec(attributes.transform ?? '') ?? [];
    stack.push({
      size: Number(attributes['font-size'] ?? above.size),
      anchor: attributes['text-anchor'] ?? above.anchor,
      x: above.x + Number(x),
      y: above.y + Number(y),
    });
    if (name === 'text') [penX, penY] = [Number(attributes.x ?? 0), Number(attributes.y ?? 0)];
    if (name === 'tspan') [penX, penY] = [Number(attributes.x), penY + Number(attributes.dy)];
  });
  parser.on('text', (text) => {
    const { size, anchor, x, y } = stack.at(-1) as State;
    const wide = roughWidth(text, size);
    const before = { start: 0, middle: wide / 2, end: wide }[anchor] ?? 0;
    const left = x + penX - before;
    if (text.trim() !== '') found.push({ text, left, right: left + wide, y: y + penY });
  });
  parser.on('closetag', () => void stack.pop());
  parser.write(markup).close();
  return found;
}
