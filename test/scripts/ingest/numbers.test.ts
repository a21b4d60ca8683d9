import { expect, test } from 'vitest';
import { agrees, count, decimal } from '../../../scripts/ingest/numbers.ts';

test.each([
  [0, 0],
  [47, 47],
  ['1,202', 1202],
  ['1,202,003', 1202003],
  [' 12 ', 12],
  ['12,02', null],
  ['-1', null],
  [-1, null],
  [1.5, null],
  ['', null],
  ['*', null],
  [null, null],
])('%j is the count %j', (cell, number) => expect(count(cell)).toBe(number));

test.each([
  ['70.4', 70.4],
  ['79.60000000000001', 79.60000000000001],
  ['', null],
  ['n/a', null],
  [Number.NaN, null],
])('%j is the number %j', (cell, number) => expect(decimal(cell)).toBe(number));

test('a printed percentage agrees within its rounding', () => {
  expect(agrees(45.7, 95426, 209005, 1)).toBe(true);
  expect(agrees(45.6, 95426, 209005, 1)).toBe(false);
});
