import { describe, expect, test } from 'vitest';
import { metric } from '../../../data/metrics/index.ts';
import { snapshotFinding, targetHeading } from '../../../data/text/snapshot.ts';
import { area, snapshot } from '../../client/fixtures.ts';

const wait = metric('62-day-wait');

describe('the heading of the map page', () => {
  test('says England’s figure, the standard and who was at or above it', () =>
    expect(snapshotFinding(wait, snapshot())).toEqual([
      'In 2016/17, 81.7% of people in England started treatment within 62 days.',
      'The standard is 85%. 71 of 209 CCGs were at or above it.',
    ]));

  test.each([
    [{ areas: 19, withFigure: 19, met: 0 }, 'None of the 19 Alliances was at or above it.'],
    [{ areas: 19, withFigure: 19, met: 19 }, 'All 19 Alliances were at or above it.'],
    [{ areas: 19, withFigure: 17, met: 1 }, '1 of the 17 Alliances with figures was at or above it.'],
  ])('%o', (summary, words) => {
    const query = { metric: '62-day-wait', period: 'fy2016-17', level: 'alliance' } as const;
    expect(snapshotFinding(wait, snapshot({ query, summary }))[1]).toBe(`The standard is 85%. ${words}`);
  });

  test('other kinds of number', () => {
    const alone = { target: null, query: { metric: 'early-stage', period: '2013', level: 'ccg' } as const };
    const of = (id: Parameters<typeof metric>[0], value: number) => {
      const shown = snapshot(alone);
      return snapshotFinding(metric(id), {
        ...shown,
        benchmark: shown.benchmark && { ...shown.benchmark, value },
      })[0];
    };
    expect(of('early-stage', 0.457)).toBe(
      'In 2013, 45.7% of cancers in England were detected at stage 1 or 2.',
    );
    expect(of('cancer-prevalence', 0.021)).toBe(
      'In 2013, 2.10% of people in England were on a cancer register.',
    );
    expect(of('one-year-survival', 68.2)).toBe('In 2013, one-year survival in England was 68.2%.');
    expect(snapshotFinding(metric('under-75-mortality'), snapshot({ ...alone, benchmark: null }))[0]).toBe(
      'For 2013 there is no comparable figure for England.',
    );
  });
});

test('of two areas neither or both are at a target', () => {
  const heading = (...values: number[]) =>
    targetHeading(
      metric('62-day-wait'),
      snapshot({ areas: values.map((value, index) => area({ area: String(index), value })) }),
    );
  expect(heading(0.7, 0.8)).toBe('Neither of 2 CCGs is at 85% or above');
  expect(heading(0.9, 0.86)).toBe('Both CCGs are at 85% or above');
  expect(heading(0.7, 0.8, 0.84)).toBe('None of 3 CCGs is at 85% or above');
});
