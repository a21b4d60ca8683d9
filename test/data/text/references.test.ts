import { expect, test } from 'vitest';
import type { Spread } from '../../../data/contract/index.ts';
import { metric } from '../../../data/metrics/index.ts';
import { funnelReferences, referencesOf, standardOf } from '../../../data/text/references.ts';

// The standard of the 62-day wait from April 2009 (Cancer Waiting Times): 85%.
const target = {
  value: 0.85,
  basis: 'standard',
  from: '2009-04',
  until: null,
  by: null,
  comparable: true,
  label: 'National standard: 85%',
} as const;
const england = { area: 'england', name: 'England', value: 0.8195, numerator: 1, denominator: 2 };
const benchmark = england as unknown as Spread['benchmark'];

test('figures are held against a standard with a value, of the same denominator, and no other target', () => {
  expect(standardOf(target)).toEqual({ value: 0.85, from: '2009-04', until: null });
  expect(standardOf({ ...target, comparable: false })).toBeNull();
  expect(standardOf({ ...target, basis: 'ambition' as never })).toBeNull();
  expect(standardOf(null)).toBeNull();
});

test('the lines of a chart are the benchmark and the standard, each with its value', () => {
  const lines = referencesOf(metric('62-day-wait'), { benchmark, target });
  expect(lines).toEqual([
    { kind: 'england', value: 0.8195, text: 'England 82.0%' },
    { kind: 'target', value: 0.85, text: 'Target 85%' },
  ]);
});

test('a funnel stands around its centre, by the name of what it is; without one, figures around the benchmark', () => {
  const spread = {
    query: { metric: '62-day-wait' },
    benchmark,
    against: 'England',
    target,
  } as unknown as Spread;
  const centred = { ...spread, funnel: { centre: 0.8 } } as unknown as Spread;
  expect(funnelReferences(centred).map(({ text }) => text)).toEqual(['England 80.0%', 'Target 85%']);
  expect(funnelReferences({ ...spread, funnel: null }).map(({ text }) => text)).toEqual([
    'England 82.0%',
    'Target 85%',
  ]);
});
