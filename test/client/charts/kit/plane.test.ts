import { describe, expect, test } from 'vitest';
import { placeFlags, placeNames, textWidth, wrapTo } from '../../../../client/charts/kit/chartText.ts';
import {
  linePath,
  roundTicks,
  scaleOf,
  spacedTicks,
  valueAxis,
} from '../../../../client/charts/kit/plane.ts';
import { nextPoint, pointAt } from '../../../../client/charts/kit/pointing.ts';
import { METRICS } from '../../../../data/metrics/index.ts';

describe('a scale', () => {
  test('bends as its curve does', () => {
    expect(scaleOf('linear', [0, 100], [0, 200]).at(25)).toBe(50);
    expect(scaleOf('sqrt', [0, 100], [0, 200]).at(25)).toBe(100);
    expect(scaleOf('log', [1, 100], [0, 200]).at(10)).toBe(100);
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
    expect(linePath(points, x, y)).toBe('M0 90L10 80M30 60L40 50');
  });

  test('is cut where it leaves the axis', () => {
    const points = [20, 0, 5].map((value, index) => ({ x: 2 * index, y: value }));
    expect(linePath(points, x, y)).toBe('M10 0L20 100L40 50');
    expect(
      linePath(
        [15, 12].map((value, index) => ({ x: index, y: value })),
        x,
        y,
      ),
    ).toBe('');
  });
});

describe('names beside points', () => {
  const inside = { left: 0, right: 300, top: 0, bottom: 200 };
  const at = (id: string, x: number, y: number) => ({ id, text: `Name ${id}`, x, y, away: 8 });
  const where = (name: { id: string; x: number }, x: number) => [name.id, name.x > x ? 'right' : 'left'];

  test('stand to the right, or to the left at the edge', () => {
    const [one, other] = placeNames([at('a', 50, 50), at('b', 290, 50)], inside, 13);
    expect([one && where(one, 50), other && where(other, 290)]).toEqual([
      ['a', 'right'],
      ['b', 'left'],
    ]);
  });

  test('are left out rather than overlap', () => {
    const crowd = Array.from({ length: 30 }, (_, index) => at(String(index), 150, 80 + index));
    const placed = placeNames(crowd, inside, 13);
    expect(placed.length).toBeGreaterThan(0);
    expect(placed.length).toBeLessThan(crowd.length);
    for (const one of placed)
      for (const other of placed) {
        const apart =
          Math.abs(one.y - other.y) >= 13 || Math.abs(one.x - other.x) >= textWidth(one.text, 13) - 4;
        expect(one === other || apart).toBe(true);
      }
  });

  test('stand over or under a bar, clear of the bars beside it', () => {
    const bars = [40, 44, 48].map((left) => ({ left, right: left + 2, top: 60, bottom: 120 }));
    const [name] = placeFlags([{ id: 'a', text: 'Bury', x: 41, top: 90, bottom: 110 }], inside, 13, bars);
    expect(name && (name.y < 60 || name.y - 13 > 120)).toBe(true);
  });

  test('a long text takes more lines', () =>
    expect(wrapTo('North West and South West London', 120, 14)).toEqual([
      'North West and',
      'South West',
      'London',
    ]));
});

describe('keys and pointer', () => {
  const places = [
    { id: 'small', x: 10, y: 50 },
    { id: 'middle', x: 20, y: 90 },
    { id: 'high', x: 20, y: 10 },
    { id: 'large', x: 90, y: 60 },
  ];

  test.each([
    ['small', 'ArrowRight', 'high'],
    ['high', 'ArrowRight', 'middle'],
    ['large', 'ArrowRight', null],
    ['large', 'ArrowLeft', 'middle'],
    ['small', 'ArrowUp', 'high'],
    ['small', 'ArrowDown', 'large'],
    ['high', 'ArrowUp', null],
    ['middle', 'Home', 'small'],
    ['middle', 'End', 'large'],
    ['middle', 'Tab', null],
  ])('from %s, %s leads to %s', (from, key, to) => expect(nextPoint(places, from, key)).toBe(to));

  test('every point is reached by one arrow', () => {
    for (const [first, key] of [
      ['small', 'ArrowRight'],
      ['middle', 'ArrowUp'],
    ] as const) {
      const seen = [first as string];
      for (let next = nextPoint(places, first, key); next; next = nextPoint(places, next, key))
        seen.push(next);
      expect(seen.length).toBe(4);
    }
  });

  test('the pointer finds the nearest within reach', () => {
    expect(pointAt(places, 14, 52, 24)).toBe('small');
    expect(pointAt(places, 50, 50, 24)).toBe('');
  });
});
