import { describe, expect, test } from 'vitest';
import { controlDescription, controlEnds } from '../../../../client/charts/over-time/control.tsx';
import { plotOf } from '../../../../client/charts/over-time/plot.ts';
import { controlSeries } from '../../../../client/charts/over-time/series.ts';
import { placeWords } from '../../../../client/charts/over-time/words.ts';
import { metric as metricOf } from '../../../../data/metrics/index.ts';
import { controlled } from '../fixtures.ts';

const wait = metricOf('62-day-wait');

describe('the series of a control chart', () => {
  const series = controlSeries(controlled());

  test('limits end with their segment', () => {
    expect(series.values).toEqual([0.88, null, 0.7, 0.72]);
    expect(series.mean).toEqual([0.9, 0.9, null, null]);
    expect(series.lower).toEqual([0.76, 0.76, null, null]);
    expect(series.upper).toEqual([1, 1, null, null]);
    expect(series.target).toEqual([0.85, 0.85, 0.85, 0.85]);
  });

  test('a mark stands where the limits start anew, with the reason', () => {
    expect(series.marks).toEqual([{ period: '2020-04', at: 2, reasons: ['The pandemic.'] }]);
    expect(series.breaks).toEqual([2]);
  });

  test('lines are named at their ends only where the last segment has limits', () => {
    const { control } = controlled();
    expect(controlEnds(control, wait)).toEqual({});
    expect(controlEnds({ ...control, segments: control.segments.slice(0, 1) }, wait)).toEqual({
      upper: 'Upper limit 100%',
      mean: 'Mean 90.0%',
      lower: 'Lower limit 76.0%',
    });
  });

  test('a period is read with its mean, its limits as drawn and what it says', () => {
    const words = { label: '', areaName: 'Bury', allianceNames: [] };
    const plot = plotOf(controlDescription(controlled(), wait, words), 640);
    expect(placeWords(plot, 0)).toBe(
      'February 2020; Bury: 88.0% (88 of 100 people treated), 95% interval 83.0% to 93.0%; Upper limit: 100.0%; Mean: 90.0%; Target: 85%; Lower limit: 76.0%; Common cause',
    );
    expect(placeWords(plot, 1)).toContain('Bury: no figure');
    expect(placeWords(plot, 3)).toMatch(/^May 2020; Bury: 72.0% .*; Target: 85%; No limits$/);
  });
});
