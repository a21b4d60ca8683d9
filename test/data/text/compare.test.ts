import { describe, expect, test } from 'vitest';
import { METRICS, type Metric } from '../../../data/metrics/index.ts';
import {
  absenceWords,
  type ComparedArea,
  compareEnds,
  compareFinding,
  endedSentences,
  gapOverTime,
  successorsBy,
} from '../../../data/text/compare.ts';
import { area, snapshot } from '../../client/fixtures.ts';

const wait: Metric = METRICS['62-day-wait'];
const row = (over: Partial<ComparedArea> = {}): ComparedArea => ({
  ...area(),
  level: 'ccg',
  verdict: 'no-target',
  ...over,
});
const gap = (name: string) => row({ name, value: null, comparison: 'not-compared', status: 'not-published' });
const found = (rows: ComparedArea[], over: Partial<Parameters<typeof compareFinding>[0]> = {}) =>
  compareFinding({
    metric: wait,
    period: 'fy2016-17',
    against: 'England',
    target: snapshot().target,
    rows,
    ...over,
  });

/** NHS England's workbooks of 2016/17, summed: Airedale 482 of 545, Bradford City 79 of 100, Ashford 273 of 377. */
const airedale = row({ name: 'NHS Airedale CCG', value: 482 / 545, comparison: 'better', verdict: 'met' });
const bradford = row({
  name: 'NHS Bradford City CCG',
  value: 0.79,
  comparison: 'similar',
  verdict: 'not-sure',
});
const ashford = row({ name: 'NHS Ashford CCG', value: 273 / 377, comparison: 'worse', verdict: 'not-met' });
const england = row({
  area: 'england',
  name: 'England',
  level: 'england',
  value: 0.817,
  comparison: 'not-compared',
});

describe('what areas side by side show', () => {
  test('how many differ and how far they lie apart; England is none of them', () =>
    expect(found([airedale, bradford, ashford, england])).toEqual([
      'In 2016/17, 1 of the 3 CCGs was better than England and 1 worse; they ran from 72.4% to 88.4%.',
      'The standard of 85% was met by 1 and not met by 1; for 1 that is not sure, as the 95% interval spans it.',
    ]));

  test('none on the other side is said, and areas of several levels are areas', () =>
    expect(found([ashford, ashford, row({ level: 'alliance' })])[0]).toBe(
      'In 2016/17, 2 of the 3 areas were worse than England and none better; they ran from 72.4% to 80.0%.',
    ));

  test('all alike, both alike, and only one', () => {
    expect(found([bradford, bradford, bradford])[0]).toBe(
      'In 2016/17, all 3 CCGs were similar to England; they stood at 79.0%.',
    );
    expect(found([airedale, airedale])[0]).toMatch(/^In 2016\/17, both CCGs were better than England;/);
    expect(found([airedale, gap('NHS Bury CCG')])).toEqual([
      'In 2016/17, the one CCG compared was better than England; it stood at 88.4%.',
      'The standard of 85% was met by the one CCG.',
      'No figure for NHS Bury CCG.',
    ]);
  });

  test('a metric of no judgement is higher or lower', () =>
    expect(found([row({ comparison: 'higher' }), row({ value: 0.7, comparison: 'lower' })])[0]).toBe(
      'In 2016/17, 1 of the 2 CCGs was higher than England and 1 lower; they ran from 70.0% to 80.0%.',
    ));

  test('figures that cannot be compared say why', () => {
    const apart = {
      comparison: 'not-compared',
      comparisonReason: 'England has no figure for this period',
    } as const;
    expect(found([row(apart), row({ ...apart, value: 0.7 })])).toEqual([
      'In 2016/17, the 2 CCGs ran from 70.0% to 80.0%, not compared with England: England has no figure for this period.',
    ]);
  });

  test('nobody having a figure is said', () => {
    expect(found([gap('One'), gap('Other')].map((each) => ({ ...each, notes: ['Merged.'] })))).toEqual([
      'In 2016/17, neither of the 2 CCGs has a figure.',
      'Merged.',
    ]);
  });

  test('a rate has its unit, and our own mean of rates its name', () => {
    const metric = METRICS['under-75-mortality'];
    const [low, high] = [
      row({ value: 118.3, status: 'published' }),
      row({ value: 131.5, status: 'published' }),
    ];
    const said = (...rows: ComparedArea[]) => found(rows, { metric })[0];
    expect(said(low, high)).toBe(
      'In 2016/17, both CCGs were similar to England; they ran from 118.3 to 131.5 per 100,000.',
    );
    const ours = { ...high, status: 'derived' } as const;
    expect(said({ ...low, status: 'derived' }, ours)).toMatch(/131\.5 per 100,000, our approximations\.$/);
    expect(said(low, ours)).toMatch(/131\.5 per 100,000, some of them our approximations\.$/);
    expect(compareEnds(metric, [ours, low])).toMatch(/, some of them our approximations$/);
  });

  test('the standard alone: all, none, all unsure, none unsure', () => {
    expect(found([airedale, airedale])[1]).toBe('The standard of 85% was met by both CCGs.');
    expect(found([ashford, ashford])[1]).toBe('The standard of 85% was met by none of them.');
    expect(found([bradford, bradford])[1]).toBe(
      'Whether the standard of 85% was met is not sure, as the 95% interval spans it.',
    );
    expect(found([airedale, ashford])[1]).toBe('The standard of 85% was met by 1 and not met by 1.');
    expect(found([bradford, ashford])[1]).toMatch(
      /^The standard of 85% was not met by 1; for 1 that is not sure/,
    );
  });

  test('the ends name their areas', () => {
    expect(compareEnds(wait, [airedale, england, ashford])).toBe(
      'From 72.4% in Ashford to 88.4% in Airedale',
    );
    expect(compareEnds(wait, [airedale, gap('x')])).toBe('');
  });
});

describe('the gap over time', () => {
  const periods = ['fy2018-19-q4', 'fy2019-20-q1', 'fy2019-20-q2', 'fy2019-20-q3'];
  const line = (...values: (number | null)[]) => ({ level: 'ccg', values });

  test('is of the first and last period in which all have a figure', () =>
    expect(
      gapOverTime(wait, {
        periods,
        breaks: [],
        lines: [line(null, 0.8, 0.9, 0.85), line(0.1, 0.7, 0.1, 0.8)],
      }),
    ).toBe('Highest and lowest lay 10.0 points apart in 2019/20 Q1, 5.0 points in 2019/20 Q3'));

  test('never reaches over a break, and leaves England out', () =>
    expect(
      gapOverTime(wait, {
        periods,
        breaks: [3],
        lines: [
          line(0.8, 0.8, 0.9, 0.85),
          line(0.7, 0.7, 0.7, 0.8),
          { level: 'england', values: [0, 0, 0, 0] },
        ],
      }),
    ).toBe('Highest and lowest lay 10.0 points apart in 2018/19 Q4, 20.0 points in 2019/20 Q2'));

  test('is not stated of one area, or of one period', () => {
    expect(gapOverTime(wait, { periods, breaks: [], lines: [line(0.8, 0.8, 0.9, 0.85)] })).toBe('');
    expect(gapOverTime(wait, { periods: ['2013'], breaks: [], lines: [line(0.8), line(0.7)] })).toBe('');
  });
});

describe('an area that is not there', () => {
  const after = {
    area: '36J',
    name: 'NHS Bradford District and Craven CCG',
    from: '2020-04',
    share: 1,
    fit: 'exact',
    note: '',
  } as const;

  test('merged before the period, or was made after it began', () => {
    expect(absenceWords({ ccg: { successors: [after] } }, 'fy2020-21')).toBe(
      'Succeeded by NHS Bradford District and Craven CCG from April 2020, before this period.',
    );
    expect(absenceWords({ later: { from: '2020-04', until: null } }, 'fy2016-17')).toBe(
      'Made by a merger from April 2020, after this period began.',
    );
    expect(absenceWords({ own: { from: null, until: '2020-03' } }, 'fy2020-21')).toBe(
      'Its figures end in March 2020, before its members merge with other areas.',
    );
    expect(absenceWords({ own: { from: '2026-04', until: null } }, 'fy2025-26')).toBe(
      'Its members are there together from April 2026, after this period began.',
    );
    expect(absenceWords({ ccg: { successors: [after] } }, 'fy2019-20')).toBe(
      'No figure was published for this area and period.',
    );
  });

  test('its successors are those of the period', () => {
    expect(successorsBy({ successors: [after] }, 'fy2020-21')).toEqual(['36J']);
    expect(successorsBy({ successors: [after] }, '2020-03')).toEqual([]);
  });

  test('lines that end are named together by what follows them', () => {
    const end = (name: string) => ({
      area: { area: name, name, level: 'ccg' as const },
      successor: { ...after },
    });
    expect(endedSentences([end('A'), end('B'), { ...end('C'), successor: null }])).toEqual([
      'The lines of A and B end where NHS Bradford District and Craven CCG followed them, from April 2020.',
    ]);
    expect(endedSentences([end('A')])[0]).toMatch(/^The line of A ends where/);
  });
});
