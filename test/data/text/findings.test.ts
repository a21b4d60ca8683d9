import { describe, expect, test } from 'vitest';
import type { Drivers, Fact, Progress, ProgressRow, Snapshot, Trend } from '../../../data/contract/index.ts';
import type { AddressedReply } from '../../../data/text/facts.ts';
import {
  comparedItself,
  comparedWithin,
  gapMakers,
  noFigure,
  notCollected,
  standingSentence,
  survival,
  yearOnYear,
} from '../../../data/text/findings.ts';

/** What a sentence reads of a reply, as a whole reply. */
const told = <Reply>(reply: object): AddressedReply<Reply> => ({ url: '/api/x', reply: reply as Reply });
const values = (facts: readonly Fact[] | undefined) => facts?.map(({ value }) => value);

const WAIT = {
  metric: '62-day-wait',
  heading: 'Processes',
  status: 'published',
  period: 'fy2016-17',
  value: 0.791,
  lower: 0.78,
  upper: 0.802,
  verdict: 'not-met',
  reached: false,
  target: { value: 0.85 },
  gap: { points: 0.059, people: 1198 },
};
const YORKSHIRE = { area: 'west-yorkshire', name: 'West Yorkshire', level: 'alliance' };

const progress = (row: object, more: object = {}) =>
  told<Progress>({ area: YORKSHIRE, period: 'fy2016-17', rows: [{ ...WAIT, ...row }], ...more });

describe('standing', () => {
  const text = (row: object, more?: object) => standingSentence(progress(row, more), '62-day-wait')?.text;
  const START =
    'In 2016/17, 79.1% of people in West Yorkshire started treatment within 62 days of an urgent GP referral';

  test('short of the standard, with how many people more', () => {
    const said = standingSentence(progress({}), '62-day-wait');
    expect(said?.text).toBe(
      `${START}; the standard is 85%. West Yorkshire would have been at 85% with 1,198 fewer people waiting beyond 62 days.`,
    );
    expect(values(said?.facts)).toEqual([0.791, 0.85, 0.85, 1198]);
    expect(said?.facts[3]).toEqual({
      shown: '1,198',
      value: 1198,
      url: '/api/x',
      path: ['rows', 0, 'gap', 'people'],
    });
  });

  test('one person', () => {
    expect(text({ gap: { points: 0.001, people: 1 } })).toMatch(
      / would have been at 85% with 1 fewer person waiting beyond 62 days\.$/,
    );
  });

  test('beyond the standard, for certain, by chance and exactly at it: met is a word of the interval alone', () => {
    const met = { value: 0.8512, reached: true, gap: { points: -0.0012, people: 0 } };
    expect(text({ ...met, verdict: 'met' })).toMatch(/ 85\.1% .*, above the standard of 85%\.$/);
    expect(text({ ...met, value: 0.85, verdict: 'not-sure' })).toMatch(
      / 85\.0% .*, at the standard of 85%\./,
    );
    expect(text({ ...met, verdict: 'not-sure', lower: 0.841, upper: 0.86 })).toMatch(
      /above the standard of 85%\. The 95% interval, 84\.1% to 86\.0%, spans the standard, so whether it is met is not sure\.$/,
    );
  });

  test('no target, and a target without counts', () => {
    expect(text({ target: null, reached: null, gap: null })).toBe(`${START}.`);
    expect(text({ gap: null })).toBe(`${START}; the standard is 85%.`);
  });

  test('an older figure than asked says so, by its own length', () => {
    expect(text({ period: 'fy2016-17-q3' }, { period: 'fy2020-21' })).toMatch(
      /^In 2016\/17 Q3, the latest quarter with a figure by the end of 2020\/21, 79\.1% /,
    );
  });

  test('a region is told as one', () => {
    const region = { area: { area: 'region-north', name: 'North', level: 'region' } };
    expect(text({}, region)).toMatch(/people in the North region started/);
  });

  test('no figure, and a row of variation, say nothing', () => {
    expect(standingSentence(progress({ value: null }), '62-day-wait')).toBeNull();
    expect(
      standingSentence(progress({ heading: 'Outcomes – reduction in variation' }), '62-day-wait'),
    ).toBeNull();
    expect(noFigure(progress({ value: null, reason: 'It merged' }), '62-day-wait')?.text).toBe(
      'There is no figure of the 62-day wait for West Yorkshire by the end of 2016/17. It merged.',
    );
    expect(noFigure(progress({}), '62-day-wait')).toBeNull();
  });
});

describe('change', () => {
  const trend = (then: number | null, now: number) =>
    told<Trend>({
      query: { metric: '62-day-wait' },
      points: [
        { period: 'fy2017-18', value: then },
        { period: 'fy2018-19', value: now },
      ],
    });
  const years = { now: 'fy2018-19', before: 'fy2017-18' };
  const drivers = (all: number) =>
    told<Drivers>({ change: { all }, baseline: { period: 'fy2017-18', value: 0.8 } });

  test('both figures, and the points where they are told', () => {
    expect(yearOnYear(trend(0.814, 0.77), null, years)?.text).toBe(
      'The share in time on the 62-day wait was 81.4% in 2017/18 and 77.0% in 2018/19.',
    );
    expect(yearOnYear(trend(0.814, 0.77), drivers(-0.044), years)?.text).toMatch(/, 4\.4 points lower\.$/);
    expect(yearOnYear(trend(0.77, 0.78), drivers(0.01), years)?.text).toMatch(/, 1\.0 point higher\.$/);
  });

  test('a change that chance could give is none beyond it', () => {
    const measured = (then: number, now: number) =>
      told<Trend>({
        query: { metric: '62-day-wait' },
        points: [
          { period: 'fy2017-18', value: then, lower: then - 0.008, upper: then + 0.008 },
          { period: 'fy2018-19', value: now, lower: now - 0.008, upper: now + 0.008 },
        ],
      });
    expect(yearOnYear(measured(0.814, 0.82), drivers(0.006), years)?.text).toBe(
      'The share in time on the 62-day wait was 81.4% in 2017/18 and 82.0% in 2018/19: no change beyond chance.',
    );
    expect(yearOnYear(measured(0.8, 0.82), drivers(0.02), years)?.text).toMatch(/, 2\.0 points higher\.$/);
  });

  test('points that the figures as shown would not give are said to be before rounding', () => {
    expect(yearOnYear(trend(0.82651, 0.80049), drivers(-0.02602), years)?.text).toMatch(
      /was 82\.7% in 2017\/18 and 80\.0% in 2018\/19, 2\.6 points lower before rounding\.$/,
    );
  });

  test('no change to the decimal shown has no points; a gap has no sentence', () => {
    expect(yearOnYear(trend(0.814, 0.8141), drivers(0.0001), years)?.text).toMatch(/ 81\.4% in 2018\/19\.$/);
    expect(yearOnYear(trend(null, 0.77), null, years)).toBeNull();
    expect(yearOnYear(trend(0.8, 0.77), null, { ...years, before: 'fy2016-17' })).toBeNull();
  });
});

describe('outcomes, and what cannot be said', () => {
  const index = {
    metric: 'one-year-survival',
    heading: 'Outcomes',
    status: 'inferred-period',
    period: '2011',
    value: 67.9,
    england: { value: 68.2, status: 'inferred-period' },
  };

  test('survival beside England’s, or beside the ambition', () => {
    expect(survival(progress(index))?.text).toBe(
      'One-year survival in West Yorkshire was 67.9%, and 68.2% in England (net survival index; diagnoses of 2011, a year inferred).',
    );
    const alone = { ...index, status: 'published', england: null, target: { value: 75, by: '2020' } };
    const england = { area: { area: 'england', name: 'England', level: 'england' } };
    expect(survival(progress(alone, england))?.text).toBe(
      'One-year survival in England was 67.9% (net survival index; diagnoses of 2011); the national ambition is 75% by 2020.',
    );
    expect(survival(progress({ ...index, value: null }))).toBeNull();
    expect(survival(progress({ ...index, status: 'derived' }))?.text).toMatch(
      /^One-year survival in West Yorkshire was 67\.9% \(our approximation, not an official statistic\), and 68\.2% in/,
    );
  });

  test('ambitions without a collection are counted, each once', () => {
    const rows = (...metrics: (string | null)[]) =>
      told<Progress>({
        rows: [
          ...metrics.map((metric) => ({ metric, repeats: false })),
          { metric: null, repeats: true },
        ] as ProgressRow[],
      });
    expect(notCollected(rows(null, 'x', null))?.text).toBe(
      '2 of the 3 ambitions in Annex A have no collection in this dashboard, so nothing can be said of them.',
    );
    expect(notCollected(rows(null, 'x'))?.text).toMatch(
      /^1 of the 2 ambitions .* has no collection .* of it\.$/,
    );
    expect(notCollected(rows('x'))).toBeNull();
  });
});

describe('drivers', () => {
  const drivers = (shares: (number | null)[], more: object = {}) =>
    told<Drivers>({
      query: { metric: '62-day-wait', period: 'fy2016-17' },
      level: 'ccg',
      alliance: { area: 'x', name: 'Wessex' },
      target: { value: 0.85 },
      reason: null,
      rows: shares.map((shareOfGap, i) => ({ name: `NHS ${'ABCDE'[i]} CCG`, value: 0.8, shareOfGap })),
      ...more,
    });
  const text = (shares: (number | null)[], more?: object) => gapMakers(drivers(shares, more))?.text;

  test('the fewest that make half, and their share', () => {
    expect(text([0.45, 0.16, 0.2, 0.19, null])).toBe(
      'On the 62-day wait in 2016/17, 4 of the 5 CCGs of Wessex were below the standard of 85%; 2 of these account for 61% of their gap to it: A and B.',
    );
    expect(values(gapMakers(drivers([0.6, 0.3, 0.1]))?.facts)).toEqual([3, 0.85, 0.6]);
  });

  test('the name of a metric that holds a comma is closed by one', () => {
    const of = drivers([0.6, 0.3, 0.1]);
    const reply = { ...of.reply, query: { ...of.reply.query, metric: '62-day-combined' as const } };
    expect(gapMakers({ ...of, reply })?.text).toMatch(/^On the 62-day wait, all routes, in 2016\/17, all/);
  });

  test('one makes it', () => {
    expect(text([0.6, 0.3, 0.1])).toMatch(/all 3 CCGs .*; A alone accounts for 60% of their gap to it\.$/);
  });

  test('those that tie with the last are named too', () => {
    expect(text([0.4, 0.2, 0.2, 0.1, 0.1])).toMatch(/3 of these account for 80% .*: A, B and C\.$/);
    expect(text([0.25, 0.25, 0.25, 0.25])).toMatch(
      /all 4 CCGs of Wessex were below .* 85%: A, B, C and D\.$/,
    );
  });

  test('one below it, none below it, one area alone, none with a figure', () => {
    expect(text([1, null])).toMatch(/1 of the 2 CCGs of Wessex was below the standard of 85%: A\.$/);
    expect(text([null, null])).toMatch(/, both CCGs of Wessex were at or above the standard of 85%\.$/);
    // The one area of an Alliance makes its whole gap: that is said of the Alliance already.
    expect(text([1])).toBeUndefined();
    expect(text([null])).toBeUndefined();
    expect(text([])).toBeUndefined();
    expect(text([1], { reason: 'No counts' })).toBeUndefined();
    expect(text([1], { target: null })).toBeUndefined();
  });
});

describe('comparison', () => {
  const snapshot = (comparisons: string[], rank: object | null = null) =>
    told<Snapshot>({
      query: { metric: '62-day-wait', period: '2018-05', level: 'ccg' },
      benchmark: { value: 0.811 },
      areas: comparisons.map((comparison, i) => ({
        area: `c${i}`,
        name: `NHS ${'ABCDE'[i]} CCG`,
        comparison,
        parents: i === 4 ? ['other'] : ['kent', 'other'],
        rank,
      })),
    });
  const within = (comparisons: string[]) =>
    comparedWithin(snapshot(comparisons), { area: 'kent', name: 'Kent' })?.text;

  test('counts those inside alone, one and many', () => {
    expect(within(['better', 'similar', 'similar', 'worse', 'worse'])).toBe(
      'On the 62-day wait in May 2018, 1 of the 4 CCGs of Kent was better than England (81.1%), 2 were similar and 1 was worse.',
    );
    expect(within(['similar', 'similar', 'not-compared'])).toMatch(
      /2 of the 3 CCGs of Kent were similar to England \(81\.1%\) and 1 was not compared\.$/,
    );
  });

  test('all alike, one alone, none', () => {
    expect(within(['worse', 'worse'])).toMatch(/, both CCGs of Kent were worse than England \(81\.1%\)\.$/);
    expect(within(['worse'])).toMatch(/the one CCG of Kent was worse than England/);
    expect(within(['not-compared'])).toBeUndefined();
    expect(within([])).toBeUndefined();
  });

  test('a CCG with its place', () => {
    const rank = { value: 2, lower: 1, upper: 3, of: 5 };
    expect(comparedItself(snapshot(['worse', 'similar'], rank), 'c1')?.text).toBe(
      'On the 62-day wait in May 2018, NHS B CCG was similar to England (81.1%), and stood 2nd of 5 CCGs (95% range 1 to 3).',
    );
    expect(comparedItself(snapshot(['worse']), 'c0')?.text).toMatch(/was worse than England \(81\.1%\)\.$/);
    expect(comparedItself(snapshot(['not-compared']), 'c0')).toBeNull();
    expect(comparedItself(snapshot(['worse']), 'none')).toBeNull();
  });
});
