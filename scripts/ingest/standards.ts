/**
 * The waiting-time standards: the worksheet each comes from, how its title starts, the days of the standard,
 * and the first month it is published where that is later than the workbooks themselves.
 */
export const STANDARDS = [
  {
    metric: 'two-week-wait',
    sheet: 'TWO WEEK WAIT-ALL CANCER',
    title: 'ALL CANCERS TWO WEEK WAIT',
    days: 14,
  },
  {
    metric: 'two-week-breast',
    sheet: 'TWO WEEK WAIT-BREAST SYMPTOMS',
    title: 'TWO WEEK WAIT-EXHIBITED BREAST SYMPTOMS',
    days: 14,
  },
  { metric: '62-day-wait', sheet: '62-DAY (ALL CANCER)', title: '62-DAY (URGENT GP REFERRAL', days: 62 },
  {
    metric: '62-day-screening',
    sheet: '62-DAY (SCREENING)',
    title: '62-DAY WAIT FOR FIRST TREATMENT FROM SCREENING',
    days: 62,
  },
  {
    metric: '62-day-upgrade',
    sheet: '62-DAY (CONSULTANT UPGRADE)',
    title: '62-DAY WAIT FOR FIRST TREATMENT FROM CONSULTANT UPGRADE',
    days: 62,
  },
  {
    metric: '31-day-wait',
    sheet: '31-DAY FIRST TREAT (ALL CANCER)',
    title: '31-DAY (DIAGNOSIS TO TREATMENT) WAIT FOR FIRST TREATMENT',
    days: 31,
  },
  {
    metric: '31-day-surgery',
    sheet: '31-DAY SUB TREAT (SURGERY)',
    title: '31-DAY WAIT FOR SECOND OR SUBSEQUENT TREATMENT: SURGERY',
    days: 31,
  },
  {
    metric: '31-day-drugs',
    sheet: '31-DAY SUB TREAT (DRUGS)',
    title: '31-DAY WAIT FOR SECOND OR SUBSEQUENT TREATMENT: ANTI CANCER DRUG',
    days: 31,
  },
  {
    metric: '31-day-radiotherapy',
    sheet: '31-DAY SUB TREAT (RADIOTHERAPY)',
    title: '31-DAY WAIT FOR SECOND OR SUBSEQUENT TREATMENT: RADIOTHERAPY',
    days: 31,
  },
  {
    metric: '28-day-diagnosis',
    sheet: '28-DAY FDS (ALL ROUTES)',
    title: '28-DAY FASTER DIAGNOSIS',
    days: 28,
    from: '2021-04',
  },
] as const satisfies Standard[];

export type Standard = { metric: string; sheet: string; title: string; days: number; from?: string };

/** The last month whose sheets end in a published England row. */
export const LAST_ENGLAND_ROW = '2020-03';

/** The first month whose workbook is by ICB and hub, and no more by CCG; two of them may share a patient. */
export const BY_ICB = '2022-07';
