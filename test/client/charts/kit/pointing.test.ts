import { describe, expect, test } from 'vitest';
import { nextPoint, pointAt } from '../../../../client/charts/kit/pointing.ts';

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
