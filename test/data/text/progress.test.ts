import { describe, expect, test } from 'vitest';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { moreWords } from '../../../data/text/figure.ts';
import {
  areaHeading,
  asAtSentence,
  besideWords,
  distinct,
  figureBrief,
  gapSentence,
  hasFigure,
  isEnglands,
  paceNeededWords,
  paceSeenWords,
  progressCounts,
  progressHeading,
  spreadWords,
  standing,
  standingLine,
  targetWords,
  verdictsSentence,
  whenWords,
  whereWords,
} from '../../../data/text/progress.ts';
import { pace, progress, row, survival, target, unfilled } from '../../client/pages/progress/fixtures.ts';

const wait = metricOf('62-day-wait');
const index = metricOf('one-year-survival');
const repeated = row({
  id: 'treatment-and-care-62-day-wait',
  pathway: 'treatment-and-care',
  repeats: true,
});
const other = row({
  id: 'early-diagnosis-31-day-wait',
  metric: '31-day-wait',
  reached: true,
  verdict: 'met',
});

describe('what the page found', () => {
  test('counts an ambition once, whichever areas print it', () => {
    expect(distinct([row(), repeated, unfilled()])).toHaveLength(2);
    expect(progressHeading([row(), repeated, other, unfilled()])).toBe(
      'Of 3 ambitions in Annex A, 2 have a published figure; of the 2 with a standard in force, 1 is at it or beyond',
    );
  });

  test('speaks of one, both, neither and none', () => {
    expect(progressHeading([row()])).toMatch(/1 has .*; the one with a standard in force is short of it$/);
    expect(progressHeading([row(), { ...other, reached: false }])).toMatch(
      /; of the 2 with a standard in force, neither is at it or beyond$/,
    );
    expect(progressHeading([row({ reached: true }), other])).toMatch(
      /; both with a standard in force are at it or beyond$/,
    );
    expect(progressHeading([survival()])).toMatch(/; no standard applies to them$/);
    expect(progressHeading([unfilled(), unfilled({ id: 'prevention-other' })])).toBe(
      'None of the 2 ambitions in Annex A has a published figure here',
    );
  });

  test('counts what is without a figure apart', () => {
    const rows = [row(), unfilled()];
    expect(progressCounts(rows)).toMatchObject({ ambitions: 2, figures: 1, standards: 1, reached: 0 });
    expect(verdictsSentence(rows)).toBe(
      'By the 95% interval, of 1 standard in force, 1 is not met. 1 ambition has no figure; what would fill the gap is on the Progress page.',
    );
  });

  test('of an area and a period', () => {
    expect(areaHeading('Prevention', [unfilled(), unfilled()])).toBe(
      'Prevention: none of 2 ambitions has a published figure',
    );
    expect(asAtSentence(progress([]))).toBe(
      'West Yorkshire, as at 2016/17: each ambition by its latest figure up to the end of March 2017.',
    );
  });
});

describe('a row', () => {
  test('says where we are with counts, interval and England', () => {
    const england = { area: 'england', name: 'England', ...row(), value: 115_755 / 141_670, note: '' };
    expect(whereWords(wait, row({ england }))).toBe(
      '84.1% in 2016/17 (5,226 of 6,216 people treated). Between 83.1% and 84.96% (95% interval). England: 81.7%.',
    );
  });

  test.each([
    [row(), '✕', 'Not met'],
    [other, '✓', 'Met'],
    [row({ verdict: 'not-sure' }), '?', 'Not sure: the 95% interval spans it'],
    [
      survival({ passed: true, period: '2020', verdict: 'not-met' }),
      '✕',
      'Missed: its date, 2020, has passed',
    ],
    [survival({ passed: true, period: '2020', verdict: 'met' }), '✓', 'Met by its date, 2020'],
    [
      survival({ passed: true, verdict: 'not-met' }),
      '○',
      'Cannot be said: 2020 has passed, and the last figure is of 2014',
    ],
    [
      survival({ national: true, verdict: 'no-target', reached: null }),
      '○',
      '4.6 points short of the national 75% (a reference)',
    ],
    [survival({ target: target({ value: 75, comparable: false }) }), '○', 'Cannot be held against the 75%'],
    [survival({ basis: 'direction' }), '○', 'A direction, no number to reach'],
    [unfilled(), '○', 'No figure'],
  ])('has its verdict in a glyph and words: %#', (each, glyph, words) => {
    const metric = each.metric === '62-day-wait' ? wait : index;
    expect(standing(metric, each)).toMatchObject({ glyph, words });
  });

  test('names an approximation wherever it is said, and how far it is from a mark', () => {
    const ours = survival({ status: 'derived', national: true, verdict: 'no-target', reached: null });
    expect(figureBrief(index, ours)).toBe('70.4% in 2014, our approximation');
    expect(whereWords(index, ours)).toMatch(/^70\.4% in 2014, our approximation\. /);
    expect(gapSentence(index, ours)).toBe('4.6 points short of 75%, by our approximation.');
    expect(standing(index, ours).words).toBe(
      '4.6 points short of the national 75% (a reference; by our approximation)',
    );
    expect(standingLine(index, { ...ours, national: false })).toBe(
      '70.4% in 2014, our approximation; 4.6 points short',
    );
  });

  test('says the gap in points and in people, one or more', () => {
    expect(gapSentence(wait, row())).toBe(
      '0.9 points short of 85%: it would have been at 85% with 58 fewer people waiting beyond 62 days.',
    );
    expect(gapSentence(index, survival({ gap: { points: -0.4, people: null } }))).toBe(
      '0.4 points beyond 75%.',
    );
    expect(moreWords(wait, 1, '85%')).toBe(
      'it would have been at 85% with 1 fewer person waiting beyond 62 days',
    );
    expect(moreWords(metricOf('28-day-diagnosis'), 1200, '80%')).toBe(
      'it would have been at 80% with 1,200 fewer people waiting beyond 28 days',
    );
    expect(standingLine(index, survival())).toBe('70.4% in 2014; 4.6 points short');
  });

  test('names what is to be reached', () => {
    expect(targetWords(survival())).toBe('Taskforce ambition: 75% by 2020.');
    expect(targetWords(row({ target: null }))).toBe('No target had been stated yet.');
    expect(targetWords(row({ basis: 'variation', target: null }))).toMatch(/^Less variation between CCGs/);
  });
});

describe('pace', () => {
  test('is a change a year with its interval, its stretch named first', () =>
    expect(paceSeenWords(wait, pace())).toBe(
      'Over 12 quarters, 2017/18 Q1 to 2019/20 Q4: −1.2 points a year (between −3.5 and +1.0 point, 95% interval).',
    ));

  test('that is needed names its date; none is said where none is needed', () => {
    expect(paceNeededWords(index, pace({ needed: 0.7 }), '2020')).toBe(
      '+0.7 points a year to reach it by 2020.',
    );
    expect(paceNeededWords(index, pace(), '2020')).toBe('');
  });

  test('leads to a year with its range, or to the reason why not', () => {
    const when = { time: 2019.4, earliest: 2018.2, latest: 2023.9 };
    expect(whenWords(pace({ when }))).toBe('At the pace seen, in 2019 (between 2018 and 2023).');
    expect(whenWords(pace({ when: { ...when, latest: null } }))).toMatch(/\(2018 at the earliest\)\.$/);
    expect(whenWords(pace({ when: { time: 2021, earliest: 2020.2, latest: 2021 } }))).toBe(
      'At the pace seen, in 2020.',
    );
    expect(whenWords(pace())).toBe('No trend can be told from chance.');
  });
});

describe('variation', () => {
  const spread = (period: string, p10: number, p90: number) => ({
    ...{ period, areas: 209, min: 60, p10, p25: 66, median: 68, p75: 69, p90, max: 74 },
    ...{ i2: null, tau: null, chance: null },
  });
  // The 10th and 90th percentiles of one-year survival by CCG in 2011: 65.1 and 70.2.
  const one = survival({
    basis: 'variation',
    spread: [spread('2011', 65.1, 70.2)],
    reason: 'Only one period.',
  });

  test('is the latest spread, with the first beside it or the reason why not', () => {
    expect(spreadWords(index, one)).toBe(
      'In 2011 the middle eight in ten of 209 CCGs of England lay between 65.1% and 70.2%, 5.1 points apart. Only one period.',
    );
    const two = { ...one, spread: [spread('2010', 64, 70), ...one.spread] };
    expect(spreadWords(index, two)).toMatch(/apart\. In 2010 they lay 6\.0 points apart\.$/);
    expect(standingLine(index, one)).toBe('5.1 points apart in 2011');
  });

  test('of an area is England’s figure, named so and not counted as the area’s', () => {
    const englands = { ...one, national: true };
    expect([hasFigure(one), isEnglands(one)]).toEqual([true, false]);
    expect([hasFigure(englands), isEnglands(englands)]).toEqual([false, true]);
    expect(progressCounts([row(), englands])).toMatchObject({ ambitions: 2, figures: 1, england: 1 });
    expect(standingLine(index, englands)).toBe('The CCGs of England: 5.1 points apart in 2011');
    expect(standing(index, englands).words).toBe('England’s figure: a spread that should shrink');
    expect(verdictsSentence([row(), englands])).toBe(
      'By the 95% interval, of 1 standard in force, 1 is not met. 1 ambition asks for less variation between the CCGs of England: the figure is England’s.',
    );
  });

  test('what stands beside is England’s', () =>
    expect(
      besideWords({
        beside: { metric: 'stage-recorded', label: 'Stage recorded', period: '2013', value: 0.70848 },
      }),
    ).toBe('Stage recorded, England: 70.8% in 2013.'));
});
