import { describe, expect, test } from 'vitest';
import { HOME_METRIC, METRIC_IDS, type MetricId, metric, targetAt } from '../../../data/metrics/index.ts';
import { SOURCES } from '../../../data/sources.ts';

describe('targets are dated', () => {
  // NHS Constitution standards; the two-week wait was retired in October 2023.
  test.each<[MetricId, string, number | null]>([
    ['62-day-wait', '2017-03', 0.85],
    ['31-day-wait', '2017-03', 0.96],
    ['two-week-wait', '2023-09', 0.93],
    ['two-week-wait', '2023-10', null],
    ['28-day-diagnosis', '2021-04', null],
    ['28-day-diagnosis', '2021-10', 0.75],
    ['one-year-survival', '2014-12', null],
    ['one-year-survival', '2016-12', 75],
  ])('%s in %s: %s', (id, month, value) => expect(targetAt(id, month)?.value ?? null).toBe(value));

  test('the 62% of staged cancers is told, and never held against a figure that counts unstaged ones', () => {
    expect(metric('early-stage').targets.map(({ value, comparable }) => [value, comparable])).toEqual([
      [0.62, false],
    ]);
    expect(targetAt('early-stage', '2016-01')).toBeNull();
  });
});

describe.each(METRIC_IDS)('%s', (id) => {
  const declared = metric(id);
  test('has rising class breaks, its target on one of them where they are set around it', () => {
    const { breaks, around } = declared.classes;
    expect([...breaks].sort((a, b) => a - b)).toEqual([...breaks]);
    if (around === 'target')
      expect(breaks).toContain(declared.targets.find(({ value }) => value !== null)?.value);
  });
  test('has a source, a definition, a unit and words that end as sentences do', () => {
    expect(SOURCES).toHaveProperty([declared.source]);
    expect(declared.definition).toMatch(/\.$/);
    for (const caution of declared.cautions) expect(caution).toMatch(/\.$/);
    expect(declared.unit).not.toBe('');
  });
});

test('the home metric is one of them', () => expect(METRIC_IDS).toContain(HOME_METRIC));
