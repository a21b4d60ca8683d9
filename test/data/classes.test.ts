import { expect, test } from 'vitest';
import { breaksOf, classColour, classesOf, classOf } from '../../data/classes.ts';
import { METRIC_IDS, metric } from '../../data/metrics/index.ts';
import { DIVERGING, SEQUENTIAL } from '../../data/palette.ts';

const wait = metric('62-day-wait');

test('a value on a break is in the class above: 85% meets the target', () => {
  expect([0.7499, 0.75, 0.8499, 0.85, 0.9, 1].map((value) => classOf(wait.classes.breaks, value))).toEqual([
    0, 1, 2, 3, 4, 4,
  ]);
});

test('the counts of the legend are those of the data', () => {
  const classes = classesOf(wait, wait.classes.breaks, [0.1, 0.74, 0.76, 0.85, 0.86, 0.95]);
  expect(classes.map(({ count }) => count)).toEqual([2, 1, 0, 2, 1]);
  expect(classes.map(({ label }) => label)).toEqual([
    'under 75%',
    '75% to under 80%',
    '80% to under 85%',
    '85% to under 90%',
    '90% and over',
  ]);
});

test('classes around a target move with it: 28 days to a diagnosis, 75% until March 2026 and 80% from April', () => {
  const days = metric('28-day-diagnosis');
  expect(breaksOf(days, 0.75)).toEqual([0.65, 0.7, 0.75, 0.8]);
  expect(breaksOf(days, 0.8)).toEqual([0.7, 0.75, 0.8, 0.85]);
  expect(breaksOf(days, null), 'before there was a standard').toEqual(days.classes.breaks);
  expect(breaksOf(metric('one-year-survival'), 0.75), 'not around a target').toEqual(
    metric('one-year-survival').classes.breaks,
  );
});

test.each(METRIC_IDS)('%s: no class that its legend has for met holds a figure below the target', (id) => {
  const { classes, targets, polarity } = metric(id);
  if (classes.around !== 'target') return;
  expect(polarity).toBe('higher');
  for (const { value, basis } of targets)
    if (value !== null && basis === 'standard') expect(breaksOf(metric(id), value)[2]).toBe(value);
});

test('where less is better or no judgement is made, the colours follow', () => {
  expect(classColour(wait, 4)).toBe(DIVERGING[4]);
  expect(classColour(metric('cancer-prevalence'), 0)).toBe(SEQUENTIAL[0]);
});

test.each(METRIC_IDS)(
  '%s has rising breaks, with a target on the middle one where it is coloured around it',
  (id) => {
    const { classes, targets } = metric(id);
    expect([...classes.breaks].sort((one, other) => one - other)).toEqual([...classes.breaks]);
    if (classes.around === 'target') expect(targets.map(({ value }) => value)).toContain(classes.breaks[2]);
  },
);
