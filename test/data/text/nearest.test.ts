import { expect, test } from 'vitest';
import { distance, nearest } from '../../../data/text/nearest.ts';

test('the distance counts single letters', () => {
  expect(distance('kitten', 'sitting')).toBe(3);
  expect(distance('', 'abc')).toBe(3);
  expect(distance('same', 'same')).toBe(0);
});

test('finds by id and by name, nearest first', () => {
  const known = [
    { id: '14L', name: 'Manchester' },
    { id: 'greater-manchester', name: 'Greater Manchester' },
    { id: 'wessex', name: 'Wessex' },
  ];
  expect(nearest('manchester', known)).toEqual(['14L', 'greater-manchester']);
  expect(nearest('wesex', known)).toEqual(['wessex']);
  expect(nearest('Greater Manchester', known)[0]).toBe('greater-manchester');
  expect(nearest('qqqqqqqq', known)).toEqual([]);
  expect(nearest('', known)).toEqual([]);
});
