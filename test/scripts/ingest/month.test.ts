import { expect, test } from 'vitest';
import { namedMonth, statedMonth } from '../../../scripts/ingest/month.ts';

test.each([
  ['PERIOD: April 2016', '2016-04'],
  ['PERIOD: NOV 2021/22', '2021-11'],
  ['PERIOD: JAN 2020/21', '2021-01'],
  ['PERIOD: MAY 2020/21', '2020-05'],
  ['January 2019 Provisional', '2019-01'],
  [new Date('2017-09-01T00:00:00Z'), '2017-09'],
  [42979, '2017-09'],
  ['PERIOD: JAN 2020/22', null],
  ['Provisional', null],
  [7, null],
  [null, null],
])('the cell %j states the month %s', (cell, month) => expect(statedMonth(cell)).toBe(month));

test.each([
  ['SEPTEMBER-2016-CANCER-WAITING-TIMES-COMMISSIONER-WORKBOOK-FINAL-1.xlsx', '2016-09'],
  ['AUGUST-2019-CANCER-WAITING-TIMES-COMMISSIONER-WORKBOOK-RROVISIONAL.xlsx', '2019-08'],
  ['Cancer waits by commissioner Dec-21.xlsx', '2021-12'],
  ['SUMMARY-2016.xlsx', null],
  ['download.xlsx', null],
])('the name %s is of %s', (name, month) => expect(namedMonth(name)).toBe(month));
