import { describe, expect, test } from 'vitest';
import { metric } from '../../../../data/metrics/index.ts';
import type { Row } from '../../../../server/questions/shared/figures.ts';
import { funnelOf } from '../../../../server/questions/shared/funnel.ts';
import { exactLimits } from '../spread/plain.ts';

const WAIT = metric('62-day-wait');

const row = (numerator: number, denominator: number, i: number): Row => ({
  area: `area-${i}`,
  status: 'published',
  value: numerator / denominator,
  numerator,
  denominator,
  lower: null,
  upper: null,
  note: '',
});

const areas = (...counts: [number, number][]) => counts.map(([x, n], i) => row(x, n, i));
const twelve = (x: number, n: number) => areas(...Array.from({ length: 12 }, (): [number, number] => [x, n]));

const around = (value: number | null, rows: readonly Row[], method: 'score' | 'exact' = 'score') =>
  funnelOf(rows, WAIT, {
    level: 'ccg',
    around: { name: 'England', value, why: 'England has no figure for this period' },
    method,
  });

describe('a funnel', () => {
  test('is drawn from ten areas with a figure, not from nine', () => {
    const gap: Row = { ...row(1, 1, 99), value: null, numerator: null, denominator: null };
    expect(around(0.8, [...twelve(80, 100).slice(0, 9), gap]).funnelReason).toMatch(/9 CCGs have one/);
    const { funnel, zonesOf } = around(0.8, [...twelve(80, 100).slice(0, 10), gap]);
    expect(funnel?.areas).toBe(10);
    expect([zonesOf.size, zonesOf.get('area-99')]).toEqual([10, undefined]);
  });

  test.each([
    [null, 'Limits have nothing to stand around. England has no figure for this period. No funnel is drawn.'],
    [1, 'The benchmark, England, is at 100.0%: limits around it have no width. No funnel is drawn.'],
    [0, 'The benchmark, England, is at 0.0%: limits around it have no width. No funnel is drawn.'],
  ])('around %s there is none', (value, reason) => {
    expect(around(value, twelve(80, 100))).toMatchObject({ funnel: null, funnelReason: reason });
  });

  test('needs counts', () => {
    const bare = twelve(80, 100).map((each) => ({ ...each, numerator: null }));
    expect(around(0.8, bare).funnelReason).toMatch(/^62-day wait is published by CCG without counts/);
  });

  test('of areas all alike is not widened: the same limits twice', () => {
    const { funnel } = around(0.8, twelve(80, 100));
    expect(funnel).toMatchObject({ phi: 0, tau2: 0, tau: 0, rough: 0 });
    expect(funnel?.adjusted).toEqual(funnel?.limits);
    expect(funnel?.after).toEqual(funnel?.before);
  });

  test('all in time, one to five people: inside, rough, and no area further out when widened', () => {
    const few = [1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2].map((n): [number, number] => [n, n]);
    const { funnel, zonesOf } = around(0.96, areas(...few, [400, 500]));
    expect(funnel?.rough).toBe(12);
    for (let i = 0; i < 12; i++)
      expect(zonesOf.get(`area-${i}`)).toEqual({ zone: 'inside', adjustedZone: 'inside' });
    expect(zonesOf.get('area-12')?.zone).toBe('low-998');
    expect(funnel?.before).toEqual({
      low95: 1,
      high95: 0,
      outside95: 1,
      low998: 1,
      high998: 0,
      outside998: 1,
    });
  });

  test('exact limits are the binomial distribution’s, and of part of a person those of whole people', () => {
    const { funnel, zonesOf } = around(0.96, [...twelve(96, 100), row(97.5, 101.5, 12)], 'exact');
    expect(funnel?.method).toBe('exact');
    const at = funnel?.limits.find(({ denominator }) => denominator === 100);
    const [low95, high95, low998, high998] = exactLimits(0.96, 100);
    expect(at?.lower95).toBeCloseTo(low95, 10);
    expect(at?.upper95).toBeCloseTo(high95, 10);
    expect(at?.lower998).toBeCloseTo(low998, 10);
    expect(at?.upper998).toBeCloseTo(high998, 10);
    expect(zonesOf.get('area-12')?.zone).toBe('inside');
  });

  test('counts those beyond 99.8% among those beyond 95%', () => {
    // At 0.8 of 100: score limits 95% from 0.7216 to 0.8784, 99.8% from 0.6764 to 0.9236; the binomial gives 66 or fewer
    // in 0.07% of cases, 67 in 0.16%, 70 in 1.1%; 88 or more in 2.53%, 89 in 1.3%, 93 in 0.03%.
    const { funnel, zonesOf } = around(
      0.8,
      areas(
        [66, 100],
        [70, 100],
        [80, 100],
        [89, 100],
        [93, 100],
        ...twelve(80, 100).map((): [number, number] => [80, 100]),
      ),
    );
    expect([0, 1, 2, 3, 4].map((i) => zonesOf.get(`area-${i}`)?.zone)).toEqual([
      'low-998',
      'low-95',
      'inside',
      'high-95',
      'high-998',
    ]);
    expect(funnel?.before).toEqual({
      low95: 2,
      high95: 2,
      outside95: 4,
      low998: 1,
      high998: 1,
      outside998: 2,
    });
  });
});
