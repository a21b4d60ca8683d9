import { beforeAll, describe, expect, test } from 'vitest';
import type { Dataset } from '../../../../server/dataset/dataset.ts';
import { built, builtDataset } from '../../app.ts';
import { type Asking, progressOf } from './ask.ts';

let dataset: Dataset;
let asking: Asking;

describe.skipIf(!built)('the built dataset', () => {
  beforeAll(async () => {
    dataset = await builtDataset();
    asking = progressOf(dataset);
  });

  // England, 2005 to 2014: 63.7, 64.2, 64.9, 65.6, 66.3, 67.1, 67.9, 68.8, 69.6, 70.4 (CCG Outcomes Indicator Set).
  // Slope and interval worked out apart, by the textbook formulas with t(8) = 2.306004.
  test('one-year survival of England: on the pace that 75% by 2020 needs', async () => {
    const row = (await asking('england', 'fy2016-17')).of('early-diagnosis-one-year-survival');
    expect(row).toMatchObject({ value: 70.4, period: '2014', verdict: 'not-met', reached: false });
    expect(row).toMatchObject({ national: false, passed: false, basis: 'ambition' });
    expect(row.gap?.points).toBeCloseTo(4.6, 10);
    expect(row.gap?.people).toBeNull();
    expect(row.pace).toMatchObject({ from: '2005', to: '2014', points: 10, reason: null });
    expect(row.pace?.seen).toBeCloseTo(0.7593939, 6);
    expect(row.pace?.lower).toBeCloseTo(0.7224968, 6);
    expect(row.pace?.upper).toBeCloseTo(0.7962911, 6);
    // 4.6 from the middle of 2014 to the end of 2020.
    expect(row.pace?.needed).toBeCloseTo(4.6 / 6.5, 10);
    expect(row.pace?.when?.time).toBeCloseTo(2020.7322426, 6);
    expect(row.pace?.when?.earliest).toBeCloseTo(2020.2165982, 6);
    expect(row.pace?.when?.latest).toBeCloseTo(2021.2986793, 6);
    expect(row.path.points).toHaveLength(16);
    // An index has no counts.
    expect(row.path.points[0]).toMatchObject({ numerator: null, denominator: null });
    expect(row.path.target.map(({ time, value }) => [time, value])).toEqual([
      [2014.5, 70.4],
      [2021, 75],
    ]);
    expect(row.path.projection.at(-1)).toMatchObject({ time: row.pace?.when?.time, value: 75 });
  });

  test('once its date has passed, a figure from before it cannot tell', async () => {
    const row = (await asking('england', 'fy2020-21')).of('early-diagnosis-one-year-survival');
    expect(row).toMatchObject({ passed: true, pace: { needed: null }, verdict: 'not-sure', reached: null });
    expect(row.notes).toContain(
      'The date has passed, and the latest figure is of 2014: whether the target was reached by the end of 2020 cannot be told from it.',
    );
    expect((await asking('england', '2020-12')).of('early-diagnosis-one-year-survival').passed).toBe(false);
  });

  test('before it was stated there is no target', async () => {
    const row = (await asking('england', '2013')).of('early-diagnosis-one-year-survival');
    expect(row).toMatchObject({
      value: 69.6,
      target: null,
      basis: 'ambition',
      verdict: 'no-target',
      gap: null,
    });
    expect(row.pace).toMatchObject({ when: null, reason: 'No target had been stated yet.' });
  });

  test('two publications of survival are not spliced; the ambition is a reference elsewhere', async () => {
    for (const area of ['02N', 'wessex', 'region-london']) {
      const row = (await asking(area)).of('treatment-and-care-one-year-survival');
      expect(row).toMatchObject({ period: '2011', national: true, verdict: 'no-target', reached: null });
      expect(row.england).toMatchObject({ value: 68.2 });
      expect(row.gap?.points).toBeCloseTo(75 - (row.value ?? 0), 10);
      expect(row.path).toMatchObject({ target: [], projection: [] });
      expect(row.path.points).toHaveLength(1);
      expect(row.pace?.reason).toMatch(/^The ambition is national and is not set for a single /);
    }
  });

  // England 2022: 134,994 of 244,178 staged cancers of 17 sites, as the National Disease Registration Service prints them.
  test('the share of staged cancers is held against the 62%, by ICB and England; by CCG there is another metric', async () => {
    const england = (await asking('england')).of('early-diagnosis-early-stage');
    expect(england).toMatchObject({ metric: 'early-stage-of-staged', period: '2022', numerator: 134_994 });
    expect(england).toMatchObject({ denominator: 244_178, verdict: 'not-met', reached: false });
    expect(england.target).toMatchObject({ value: 0.62, comparable: true });
    expect(england.gap?.points).toBeCloseTo(0.62 - 134_994 / 244_178, 12);
    expect(england.beside).toMatchObject({ metric: 'stage-complete', period: '2022' });

    const ccg = (await asking('99C')).of('early-diagnosis-early-stage');
    expect(ccg).toMatchObject({ metric: 'early-stage', period: '2013', verdict: 'no-target', gap: null });
    expect(ccg.path.target).toEqual([]);
    // Of 291,298 cancers 206,379 had a stage.
    expect(ccg.beside).toMatchObject({ metric: 'stage-recorded', period: '2013', value: 206_379 / 291_298 });
  });

  // South Cheshire (01R), 2019/20: 85.94% of the year, and a last quarter under the standard at the end of a fall.
  test('an area whose year reaches the standard is not told that it moves away', async () => {
    const row = (await asking('01R', 'fy2019-20')).of('treatment-and-care-62-day-wait');
    expect(row).toMatchObject({ reached: true, period: 'fy2019-20' });
    expect(row.value).toBeCloseTo(0.8594, 4);
    expect(row.pace).toMatchObject({ to: 'fy2019-20-q4', needed: null, when: null });
    expect(row.pace?.upper).toBeLessThan(0);
    expect(row.pace?.reason).toBe('The figure of 2019/20 reaches the target, so nothing is projected.');
    expect(row.path.projection).toEqual([]);
  });

  // Quarters of 2017/18 to 2019/20, England by provider: slope and t(10) = 2.228139 worked out apart from the published counts.
  test('the 62-day wait moves away, and after April 2020 has too few quarters', async () => {
    const before = (await asking('england', 'fy2019-20')).of('treatment-and-care-62-day-wait');
    expect(before.pace).toMatchObject({ from: 'fy2017-18-q1', to: 'fy2019-20-q4', points: 12, when: null });
    expect(before.pace?.seen).toBeCloseTo(-0.02435948, 8);
    expect(before.pace?.lower).toBeCloseTo(-0.03170738, 8);
    expect(before.pace?.upper).toBeCloseTo(-0.01701157, 8);
    expect(before.notes.join(' ')).toContain('the publisher’s national series, by provider');
    expect(before.pace?.reason).toBe('Over the last 12 quarters the figures move away from the target.');
    const after = (await asking('england', 'fy2020-21')).of('treatment-and-care-62-day-wait');
    expect(after.pace).toMatchObject({ from: 'fy2020-21-q1', points: 4, seen: null, when: null });
    expect(after.pace?.reason).toMatch(
      /^There are 4 quarters of figures since the series broke in April 2020; a pace is read from at least 8\./,
    );
    expect(after.path.target.map(({ value }) => value)).toEqual([0.85, 0.85]);
    expect(after.path.projection).toEqual([]);
  });

  test('a pace is read from the quarters that are whole: those of Kent and Medway’s missing submissions are left out', async () => {
    const { pace, path } = (await asking('kent-and-medway', 'fy2019-20')).of('early-diagnosis-62-day-wait');
    // Each figure is the share of its own counts.
    for (const { value, numerator, denominator } of path.points)
      expect(value).toBeCloseTo((numerator ?? Number.NaN) / (denominator ?? Number.NaN), 10);
    expect(path.points.map(({ period }) => period)).not.toContain('fy2017-18-q2');
    expect(pace?.when?.latest).toBeGreaterThan(2020);
    // The line through the quarters at its own pace: it passes their middle.
    const points = path.points.slice(-(pace?.points ?? 0));
    const middle = (of: (one: (typeof points)[number]) => number) =>
      points.reduce((total, one) => total + of(one), 0) / points.length;
    const [time, value] = [middle((one) => one.time), middle((one) => one.value)];
    expect(pace?.when?.time).toBeCloseTo(time + (0.85 - value) / (pace?.seen ?? 0), 9);
    expect(pace?.when?.earliest).toBeGreaterThanOrEqual(2020.125);
  });

  test('variation: one period by CCG says nothing of change', async () => {
    const { of } = await asking('wessex');
    const survival = of('early-diagnosis-one-year-survival-variation');
    expect(survival).toMatchObject({ basis: 'variation', target: null, pace: null, gap: null });
    expect(survival.spread.map(({ period, areas }) => [period, areas])).toEqual([['2011', 209]]);
    expect(survival.reason).toMatch(/^Only one period, 2011, is published by CCG/);
  });

  test('28 days: no number until October 2021, then the standard', async () => {
    const ambition = (await asking('wessex', 'fy2021-22-q2')).of('early-diagnosis-28-day-diagnosis');
    expect(ambition).toMatchObject({ basis: 'ambition', national: true, passed: true, verdict: 'no-target' });
    expect(ambition.pace?.reason).toMatch(/^No number to reach is named/);
    const standard = (await asking('wessex', '2021-11')).of('early-diagnosis-28-day-diagnosis');
    expect(standard).toMatchObject({ basis: 'standard', national: false, passed: false });
    expect(standard.target?.value).toBe(0.75);
    expect(standard.verdict).not.toBe('no-target');
  });

  test('merged, later and doubly counted CCGs', async () => {
    const merged = (await asking('00W')).of('early-diagnosis-62-day-wait');
    expect(merged.period).toBe('fy2016-17-q3');
    expect(merged.notes).toContain('Its patients are counted in NHS Manchester CCG from March 2017.');
    const later = (await asking('93C', 'fy2016-17')).of('early-diagnosis-62-day-wait');
    expect(later).toMatchObject({ value: null, pace: null, gap: null });
    expect(later.reason).toMatch(/^NHS North Central London CCG was made in April 2020/);
    for (const alliance of ['north-east-and-cumbria', 'lancashire-and-south-cumbria']) {
      const { notes } = (await asking(alliance, 'fy2016-17')).of('early-diagnosis-62-day-wait');
      expect(notes.join(' ')).toContain('NHS Cumbria (01H) stands in two Alliances');
    }
    const cumbria = (await asking('01H', 'fy2018-19')).of('early-diagnosis-62-day-wait');
    expect(cumbria.pace).toMatchObject({ from: 'fy2017-18-q1', points: 8 });
  });
});
