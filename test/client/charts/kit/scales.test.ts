import { describe, expect, test } from 'vitest';
import {
  clippedLine,
  roundTicks,
  scaleOf,
  spacedTicks,
  valueAxis,
} from '../../../../client/charts/kit/scales.ts';
import { METRICS } from '../../../../data/metrics/index.ts';

describe('a scale', () => {
  test('bends as its curve does', () => {
    expect(scaleOf('linear', [0, 100], [0, 200]).at(25)).toBe(50);
    expect(scaleOf('sqrt', [0, 100], [0, 200]).at(25)).toBe(100);
    expect(scaleOf('linear', [0, 1], [300, 100]).at(0.25)).toBe(250);
  });

  test('never leaves its axis, and puts all in the middle where its ends are equal', () => {
    const scale = scaleOf('sqrt', [0, 100], [10, 20]);
    expect([scale.at(-5), scale.at(900)]).toEqual([10, 20]);
    expect(scaleOf('linear', [3, 3], [0, 10]).at(3)).toBe(5);
  });

  test('has round ticks', () => {
    expect(roundTicks(0, 1, 5)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(roundTicks(0.57, 0.94, 8)).toEqual([0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9]);
    // Labels without decimals would be written alike at steps under 1.
    expect(roundTicks(1, 4, 8, 1)).toEqual([1, 2, 3, 4]);
  });

  test('names round numbers of people that stand apart', () => {
    const scale = scaleOf('sqrt', [50, 4000], [0, 900]);
    const ticks = spacedTicks(scale, 58);
    expect(ticks).toEqual([100, 200, 500, 1000, 2000, 3000, 4000]);
    for (const [index, tick] of ticks.entries())
      if (index > 0) expect(scale.at(tick) - scale.at(ticks[index - 1] ?? 0)).toBeGreaterThanOrEqual(58);
  });
});

describe('the axis of a metric', () => {
  const wait = METRICS['62-day-wait'];

  test('has round ends around the values', () => {
    expect(valueAxis(wait, [0.581, 0.941, null], 8).ends).toEqual([0.55, expect.closeTo(0.95, 9)]);
  });

  test('stays within what the metric can be', () => {
    expect(valueAxis(wait, [0.99, 1], 8).ends[1]).toBe(1);
    expect(valueAxis(METRICS['patient-experience'], [9.9, 10], 8).ends[1]).toBe(10);
    expect(valueAxis(wait, [0], 8).ends[0]).toBe(0);
  });

  test('has two ends where all values are one, or there are none', () => {
    for (const values of [[0.8, 0.8], [1], [0], []]) {
      const [low, high] = valueAxis(wait, values, 8).ends;
      expect(low).toBeLessThan(high);
    }
  });
});

describe('a line', () => {
  const x = scaleOf('linear', [0, 10], [0, 100]);
  const y = scaleOf('linear', [0, 10], [100, 0]);

  test('stops at gaps', () => {
    const points = [1, 2, null, 4, 5].map((value, index) => ({ x: index, y: value }));
    expect(clippedLine(points, x, y)).toBe('M0 90L10 80M30 60L40 50');
  });

  test('is cut where it leaves the axis', () => {
    const points = [20, 0, 5].map((value, index) => ({ x: 2 * index, y: value }));
    expect(clippedLine(points, x, y)).toBe('M10 0L20 100L40 50');
    expect(
      clippedLine(
        [15, 12].map((value, index) => ({ x: index, y: value })),
        x,
        y,
      ),
    ).toBe('');
  });
});
