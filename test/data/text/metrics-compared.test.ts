import { expect, test } from 'vitest';
import type { ComparedMetric, MetricsCompared } from '../../../data/contract/index.ts';
import { type MetricId, metric } from '../../../data/metrics/index.ts';
import {
  comparedFinding,
  farWords,
  middleEight,
  sparkPointWords,
  sparkWords,
  widthInPoints,
} from '../../../data/text/metrics-compared.ts';

const row = (id: MetricId, p10: number | null, p90: number | null): ComparedMetric => ({
  metric: id,
  label: metric(id).label,
  pathway: metric(id).pathway,
  period: p10 === null ? null : 'fy2016-17',
  reason: p10 === null ? 'No figures are published here by CCG.' : null,
  england: null,
  areas: 209,
  p10,
  median: p10,
  p90,
  i2: null,
  variationReason: null,
  far: null,
  farOf: 0,
  farReason: 'No funnel.',
  overTime: [],
  breaks: [],
});

const reply = (rows: ComparedMetric[]): MetricsCompared => ({
  query: { level: 'ccg', period: 'fy2016-17' },
  dataVersion: 'x',
  period: 'fy2016-17',
  periods: ['fy2016-17'],
  rows,
});

test('the widest and the narrowest are of shares, in points; rates are in another unit', () => {
  const rows = [
    row('62-day-wait', 0.75, 0.9),
    row('31-day-wait', 0.95, 0.99),
    row('under-75-mortality', 100, 150),
    row('early-stage', null, null),
  ];
  expect(rows.map((each) => widthInPoints(each))).toEqual([
    expect.closeTo(15),
    expect.closeTo(4),
    null,
    null,
  ]);
  expect(comparedFinding(reply(rows))).toEqual([
    '62-day wait: the widest spread between CCGs',
    'In 2016/17 the middle eight in ten of 209 lay between 75.0% and 90.0%, 15.0 points apart.',
    'The narrowest is 31-day wait: in 2016/17 the middle eight in ten of 209 lay between 95.0% and 99.0%, 4.0 points apart.',
  ]);
  expect(comparedFinding(reply([row('early-stage', null, null)]))).toEqual([
    'No metric has figures by CCG up to 2016/17',
  ]);
});

const far = (side: 'low' | 'high') => ({ area: side, name: side, value: 0.5, side });

test('who lies beyond the limits is better or worse by what is asked for, higher or lower where nothing is', () => {
  const counted = { far: [far('low'), far('high'), far('high')], farOf: 209 };
  expect(farWords(metric('62-day-wait'), counted)).toBe('3 of 209: ▲ 2 better, ▼ 1 worse');
  expect(farWords(metric('62-day-over-104'), counted)).toBe('3 of 209: ▼ 2 worse, ▲ 1 better');
  expect(farWords(metric('cancer-prevalence'), counted)).toBe('3 of 209: ▲ 2 higher, ▼ 1 lower');
  expect(farWords(metric('62-day-wait'), { far: [], farOf: 209 })).toBe('None of 209');
  expect(farWords(metric('62-day-wait'), { far: null, farOf: 0 })).toBe('No limits');
});

test('the line of a spread over time in words', () => {
  const wait = metric('62-day-wait');
  const points = [
    { period: 'fy2016-17', p10: 0.75, median: 0.8, p90: 0.9 },
    { period: 'fy2017-18', p10: 0.7, median: 0.8, p90: 0.9 },
  ];
  expect(sparkWords(wait, { overTime: points })).toBe(
    'The middle eight in ten were 15.0 points apart in 2016/17 and 20.0 points in 2017/18, over 2 periods',
  );
  expect(sparkPointWords(wait, { period: 'fy2017-18', p10: 0.7, median: 0.8, p90: 0.9 })).toBe(
    '2017/18: median 80.0%; the middle eight in ten areas from 70.0% to 90.0%',
  );
  expect(sparkWords(wait, { overTime: points.slice(0, 1) })).toBe('One period: 2016/17');
  expect(middleEight(wait, { p10: 0.8, p90: 0.8 })).toBe('80.0%');
});
