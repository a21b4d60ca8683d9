import { describe, expect, test } from 'vitest';
import type { StripRow } from '../../../../client/charts/alliances/AllianceStrips.tsx';
import { nextDot, nextRow } from '../../../../client/charts/alliances/useStrips.ts';

const row = (area: string, dots: StripRow['dots']) => ({ alliance: { area }, dots, label: '' }) as StripRow;
const rows = [
  row('a', [
    { area: '2', value: 0.8 },
    { area: '1', value: 0.7 },
    { area: '3', value: 0.8 },
  ]),
  row('b', []),
];

describe('keys in strips', () => {
  test('lead from Alliance to Alliance, no further than the first and the last', () => {
    expect(nextRow(rows, 'a', 'ArrowDown')).toBe('b');
    expect(nextRow(rows, 'b', 'ArrowDown')).toBeNull();
    expect(nextRow(rows, 'b', 'Home')).toBe('a');
    expect(nextRow(rows, 'a', 'End')).toBe('b');
    expect(nextRow(rows, 'a', 'ArrowRight')).toBeNull();
  });

  test('lead along the dots of a row by value, from the Alliance to an end, and stay at the ends', () => {
    const [first, none] = rows as [StripRow, StripRow];
    expect(nextDot(first, 'a', 'ArrowRight')).toBe('1');
    expect(nextDot(first, '1', 'ArrowRight')).toBe('2');
    expect(nextDot(first, '2', 'ArrowRight')).toBe('3');
    expect(nextDot(first, '3', 'ArrowRight')).toBe('3');
    expect(nextDot(first, 'a', 'ArrowLeft')).toBe('3');
    expect(nextDot(first, '1', 'ArrowLeft')).toBe('1');
    expect(nextDot(none, 'b', 'ArrowRight')).toBeNull();
    expect(nextDot(first, '1', 'ArrowUp')).toBeNull();
  });
});
