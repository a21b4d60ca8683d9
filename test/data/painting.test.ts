import { describe, expect, test } from 'vitest';
import { METRIC_IDS, metric } from '../../data/metrics/index.ts';
import { colouredBy, colouringsOf, faded, isDark, painting, unsureness } from '../../data/painting.ts';
import { COMPARED, DIVERGING, SEQUENTIAL } from '../../data/palette.ts';

const wait = metric('62-day-wait');
const area = (
  value: number | null,
  comparison: 'better' | 'similar' | 'worse' | 'not-compared' = 'similar',
) => ({
  status: value === null ? ('not-published' as const) : ('published' as const),
  value,
  comparison,
  lower: value === null ? null : value - 0.01,
  upper: value === null ? null : value + 0.01,
});

describe('one colour, one question', () => {
  test('a metric is coloured by what its classes lie around, or by what was chosen where it has that', () => {
    expect(colouredBy(wait)).toBe('target');
    expect(colouredBy(wait, 'england')).toBe('england');
    expect(colouredBy(metric('cancer-prevalence'), 'target'), 'it has no target').toBe('value');
    for (const id of METRIC_IDS) expect(colouringsOf(metric(id)), id).toContain(colouredBy(metric(id)));
  });

  test('by the target, by England and by value the same area has a colour of each', () => {
    const areas = [area(0.87, 'worse'), area(0.5, 'better'), area(null)];
    const by = (choice: 'target' | 'england' | 'value') => {
      const painted = painting(wait, { areas, target: null }, { by: choice });
      return areas.map((each) => painted.colourOf(each));
    };
    expect(by('target')).toEqual([DIVERGING[3], DIVERGING[0], null]);
    expect(by('england')).toEqual([COMPARED.worse, COMPARED.better, null]);
    expect(by('value')).toEqual([SEQUENTIAL[3], SEQUENTIAL[0], null]);
  });

  test('the legend counts each area with a figure once, whatever it is coloured by', () => {
    const areas = [area(0.87, 'worse'), area(0.5, 'better'), area(0.8, 'not-compared'), area(null)];
    for (const choice of colouringsOf(wait)) {
      const { classes } = painting(wait, { areas, target: null }, { by: choice });
      expect(
        classes.reduce((sum, { count }) => sum + count, 0),
        choice,
      ).toBe(3);
    }
    const { classes } = painting(wait, { areas, target: null }, { by: 'england' });
    expect(classes.map(({ label }) => label)).toEqual(['▼ Worse', '● Similar', '▲ Better', '○ Not compared']);
  });

  test('a figure that is probably incomplete is not painted, and counted with the gaps', () => {
    const incomplete = { ...area(1), status: 'incomplete' as const };
    const painted = painting(wait, { areas: [area(0.87), area(null), incomplete], target: null });
    expect(painted.colourOf(incomplete)).toBeNull();
    expect(painted.gaps).toEqual({ count: 2, label: 'no figure, or probably incomplete' });
    expect(painting(wait, { areas: [area(0.87), area(null)], target: null }).gaps).toEqual({
      count: 1,
      label: 'no figure',
    });
  });

  test('where neither is better, areas are higher and lower', () => {
    const { classes } = painting(metric('cancer-prevalence'), { areas: [], target: null }, { by: 'england' });
    expect(classes.map(({ label }) => label)).toEqual(['▼ Lower', '● Similar', '▲ Higher']);
  });
});

describe('how sure', () => {
  // The classes of the 62-day wait part at 75, 80, 85 and 90%.
  test.each([
    [0.81, 0.84, 0],
    [0.84, 0.86, 1],
    [0.84, 0.92, 2],
    [null, null, 2],
  ] as const)('an interval from %s to %s is step %s', (lower, upper, step) =>
    expect(unsureness(wait.classes.breaks, { lower, upper })).toBe(step),
  );

  test('a colour fades towards the ground: the least sure are hardly told apart', () => {
    const apart = (step: 0 | 1 | 2) => {
      const [one = 0, other = 0] = [DIVERGING[0], DIVERGING[4]].map((each) =>
        Number.parseInt(faded(each, step).slice(5, 7), 16),
      );
      return Math.abs(one - other);
    };
    expect(faded(DIVERGING[0], 0)).toBe(DIVERGING[0]);
    expect(apart(1)).toBeLessThan(apart(0));
    expect(apart(2)).toBeLessThan(apart(0) / 4);
  });

  test('fades where it is asked to', () => {
    const wide = { ...area(0.87), lower: 0.7, upper: 0.95 };
    expect(painting(wait, { areas: [wide], target: null }, { sure: true }).colourOf(wide)).toBe(
      faded(DIVERGING[3], 2),
    );
    expect(painting(wait, { areas: [wide], target: null }).colourOf(wide)).toBe(DIVERGING[3]);
  });
});

test('words on dark colours are white', () => {
  expect([DIVERGING[0], DIVERGING[4], SEQUENTIAL[3], SEQUENTIAL[4], COMPARED.better].every(isDark)).toBe(
    true,
  );
  expect([DIVERGING[1], DIVERGING[2], DIVERGING[3], SEQUENTIAL[2], 'url(#map-hatch)'].some(isDark)).toBe(
    false,
  );
});
