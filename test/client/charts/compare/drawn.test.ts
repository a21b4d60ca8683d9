import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { barsOf } from '../../../../client/charts/bars/bars.ts';
import { PaintedBars } from '../../../../client/charts/bars/PaintedBars.tsx';
import { intervalBars, rowLabel } from '../../../../client/charts/compare/bars.ts';
import { compareDescription, compareSeries } from '../../../../client/charts/compare-lines/lines.ts';
import { lineStyle } from '../../../../client/charts/kit/Axes.tsx';
import { PaintedPlot } from '../../../../client/charts/over-time/PaintedPlot.tsx';
import { plotOf } from '../../../../client/charts/over-time/plot.ts';
import { METRICS, type Metric } from '../../../../data/metrics/index.ts';
import type { ComparedArea } from '../../../../data/text/compare.ts';
import { area } from '../../fixtures.ts';
import { quarterly } from '../fixtures.ts';

const wait: Metric = METRICS['62-day-wait'];
const row = (over: Partial<ComparedArea> = {}): ComparedArea => ({ ...area(), level: 'ccg', ...over });
const words = (markup: string) =>
  [...markup.matchAll(/<text.*?<\/text>/gs)].map(([text]) => text.replace(/<[^>]*>/g, '').trim());

describe('areas with their intervals', () => {
  const spec = {
    metric: wait,
    title: 'The 62-day wait',
    lines: [{ kind: 'target' as const, value: 0.85, text: 'Target 85%' }],
    against: 'England',
  };
  const drawn = (rows: ComparedArea[], width = 1000, total: ComparedArea | null = null) =>
    renderToStaticMarkup(
      createElement(PaintedBars, { plot: barsOf(intervalBars(rows, total, spec), width) }),
    );

  test('a row is read out with its counts, interval and comparison', () =>
    expect(rowLabel(row({ comparison: 'worse' }), spec)).toBe(
      'NHS Bury CCG: 80.0% (80 of 100 people treated), 95% interval between 71.0% and 87.0%, worse than England',
    ));

  test.each([1000, 350])('glyph and word stand with every figure, at %i pixels', (width) => {
    const markup = drawn(
      [
        row({ area: 'a', comparison: 'better' }),
        row({ area: 'b', comparison: 'worse' }),
        row({ area: 'c', value: null }),
      ],
      width,
    );
    expect(words(markup)).toEqual(
      expect.arrayContaining(['80.0%', '▲ better', '▼ worse', 'no figure', 'Target 85%']),
    );
    expect(markup).not.toMatch(/NaN|Infinity/);
  });

  test('the ticks of a narrow axis have the same decimals: 80.0% beside 80.5%', () => {
    const close = { value: 0.803, lower: 0.8005, upper: 0.8045 };
    const plot = barsOf(intervalBars([row(close)], null, { ...spec, lines: [] }), 1000);
    const ticks = plot.x.ticks.map((tick) => plot.tick(tick, plot.x.ticks));
    expect(ticks).toContain('80.0%');
    for (const tick of ticks) expect(tick).toMatch(/^\d+\.\d%$/);
    expect(words(renderToStaticMarkup(createElement(PaintedBars, { plot })))).toContain('80.0%');
  });

  test('the total is a row of its own', () => {
    const total = row({ area: 'total', name: 'Ours', level: 'group', comparison: 'not-compared' });
    expect(words(drawn([row()], 1000, total))).toEqual(
      expect.arrayContaining(['Total: Ours', '80.0%', 'the total']),
    );
  });
});

describe('areas over time', () => {
  const one = quarterly('02N', {
    'fy2019-20-q3': 0.8,
    'fy2019-20-q4': 0.82,
    'fy2020-21-q1': 0.7,
    'fy2020-21-q2': 0.75,
  });
  const other = quarterly('02W', {
    'fy2018-19-q4': null,
    'fy2019-20-q3': 0.7,
    'fy2019-20-q4': null,
    'fy2020-21-q1': 0.6,
  });
  const series = compareSeries([one, other], wait);
  const drawn = (picked = '', width = 1000) =>
    renderToStaticMarkup(
      createElement(PaintedPlot, {
        plot: plotOf(compareDescription(series, wait, { title: 'By quarter', narrow: width < 520 }), width, {
          hide: [],
          pick: picked,
        }),
      }),
    );
  const pathOf = (markup: string, index: number) =>
    [
      ...markup.matchAll(
        /<path d="([^"]*)" fill="none" stroke-linejoin="round"[^>]* stroke="#(?:a0306f|12436d)"/g,
      ),
    ][index]?.[1] ?? '';

  test('periods without any figure are left out, and the break of April 2020 falls on its quarter', () => {
    expect(series.periods).toEqual(['fy2019-20-q3', 'fy2019-20-q4', 'fy2020-21-q1', 'fy2020-21-q2']);
    expect(series.lines[1]?.values).toEqual([0.7, null, 0.6, null]);
    expect(series.marks.map(({ period }) => period)).toContain('fy2020-21-q1');
    expect(series.lines[0]?.breaks).toContain(2);
  });

  test('neither gaps nor breaks are joined; a figure alone is a dot', () => {
    expect(pathOf(drawn(), 0).match(/M/g)).toHaveLength(2);
    expect(pathOf(drawn(), 1)).toBe('');
    expect(drawn().match(/<circle /g)).toHaveLength(2);
  });

  test('each line has its name at its end; the one picked out stands before the others', () => {
    expect(words(drawn())).toEqual(expect.arrayContaining(['02N', '02W']));
    const picked = drawn('02N');
    expect(picked).toMatch(/stroke="#a0306f"[^>]*stroke-width="3.5"/);
    expect(picked.match(/<circle [^>]*fill="#b9c3c9"/g)).toHaveLength(2);
    expect(drawn('', 350)).not.toMatch(/NaN|Infinity/);
  });

  test('no two of twenty lines are alike', () => {
    const styles = Array.from({ length: 20 }, (_, index) => JSON.stringify(lineStyle(index, 'x')));
    expect(new Set(styles).size).toBe(20);
  });
});
