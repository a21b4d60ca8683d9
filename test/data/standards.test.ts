import { describe, expect, test } from 'vitest';
import { METRICS } from '../../data/metrics/index.ts';
import { standardBefore, standardSteps, targetIn } from '../../data/standards.ts';

/** 75% from October 2021, 80% from April 2026, and goals of planning guidance beside it: data/metrics/waits.ts. */
const told = METRICS['28-day-diagnosis'];

describe('the steps of a standard', () => {
  const step = { before: 0.75, now: 0.8, from: '2026-04' };

  test('are those after one month and up to another; goals are none', () => {
    expect(standardSteps(told, '2025-04', '2026-04')).toEqual([step]);
    expect(standardSteps(told, '2026-04', '2027-04')).toEqual([]);
    expect(standardSteps(told, '2021-04', '2026-03')).toEqual([]);
    expect(standardSteps(METRICS['62-day-combined'], '2009-01', '2026-04')).toEqual([]);
  });

  test('the last of the twelve months up to one', () => {
    expect(standardBefore(told, '2026-04')).toEqual(step);
    expect(standardBefore(told, '2027-03')).toEqual(step);
    expect(standardBefore(told, '2027-04')).toBeNull();
    expect(standardBefore(told, '2026-03')).toBeNull();
  });
});

test('the target in force is the standard, whatever goal lies beside it', () => {
  expect(targetIn(told, '2026-03')).toBe(0.75);
  expect(targetIn(told, '2026-04')).toBe(0.8);
  expect(targetIn(METRICS['62-day-combined'], '2025-04')).toBe(0.85);
  expect(targetIn(told, '2016-01')).toBeNull();
});
