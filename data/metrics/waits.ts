import type { Break, Metric, Target } from './types.ts';

const standard = (value: number, label: string, until: string | null = null): Target => ({
  value,
  basis: 'standard',
  from: '2009-01',
  until,
  by: null,
  comparable: true,
  label,
});

const BREAKS: readonly Break[] = [
  {
    from: '2020-04',
    reason:
      'From April 2020 the workbooks include patients of unknown and Welsh commissioners and carry no England row; the COVID-19 pandemic changes referrals and treatment.',
  },
];

const CAUTIONS = [
  'Provisional monthly figures; later revisions are not included.',
  'Counts by the CCG responsible for the patient, not by hospital.',
];

const common = {
  kind: 'proportion',
  unit: '%',
  decimals: 1,
  polarity: 'higher',
  source: 'cancer-waiting-times',
  breaks: BREAKS,
  cautions: CAUTIONS,
  suppressedBelow: null,
} as const;

const treated = { of: 'people treated in time', outOf: 'people treated', verb: 'started treatment' } as const;
const seen = { of: 'people seen in time', outOf: 'people seen', verb: 'were seen' } as const;

export const WAITS = {
  '62-day-wait': {
    ...common,
    ...treated,
    label: '62-day wait',
    phrase: 'people starting treatment within 62 days of an urgent GP referral',
    definition:
      'Of the people who started a first treatment for cancer after an urgent referral by a GP for suspected cancer, the share who started within 62 days of the referral.',
    pathway: 'early-diagnosis',
    targets: [standard(0.85, 'National standard: 85% within 62 days')],
    classes: { breaks: [0.75, 0.8, 0.85, 0.9], around: 'target' },
  },
  '31-day-wait': {
    ...common,
    ...treated,
    label: '31-day wait',
    phrase: 'people starting a first treatment within 31 days of the decision to treat',
    definition:
      'Of the people who started a first treatment for cancer, the share who started within 31 days of agreeing the treatment with their doctor.',
    pathway: 'early-diagnosis',
    targets: [standard(0.96, 'National standard: 96% within 31 days')],
    classes: { breaks: [0.92, 0.94, 0.96, 0.98], around: 'target' },
  },
  'two-week-wait': {
    ...common,
    ...seen,
    label: 'Two-week wait',
    phrase: 'people seen by a specialist within 14 days of an urgent GP referral for suspected cancer',
    definition:
      'Of the people seen by a specialist after an urgent referral by a GP for suspected cancer, the share seen within 14 days of the referral.',
    pathway: 'early-diagnosis',
    targets: [standard(0.93, 'National standard until October 2023: 93% within 14 days', '2023-09')],
    classes: { breaks: [0.89, 0.91, 0.93, 0.95], around: 'target' },
  },
  'two-week-breast': {
    ...common,
    ...seen,
    label: 'Two-week wait, breast symptoms',
    phrase: 'people with breast symptoms seen within 14 days, where cancer was not initially suspected',
    definition:
      'Of the people seen by a specialist after referral with breast symptoms where cancer was not initially suspected, the share seen within 14 days of the referral.',
    pathway: 'early-diagnosis',
    targets: [standard(0.93, 'National standard until October 2023: 93% within 14 days', '2023-09')],
    classes: { breaks: [0.89, 0.91, 0.93, 0.95], around: 'target' },
  },
  '28-day-diagnosis': {
    ...common,
    of: 'people told in time',
    outOf: 'people told',
    verb: 'were told',
    label: '28-day faster diagnosis',
    phrase: 'people told whether they have cancer within 28 days of an urgent referral',
    definition:
      'Of the people told that they have cancer, or that it is ruled out, after an urgent referral, the share told within 28 days of the referral.',
    pathway: 'early-diagnosis',
    targets: [
      {
        value: null,
        basis: 'ambition',
        from: '2016-01',
        until: '2021-09',
        by: '2020',
        comparable: true,
        label: 'Taskforce ambition: patients told within 28 days of referral by 2020',
      },
      { ...standard(0.75, 'National standard from October 2021: 75% within 28 days'), from: '2021-10' },
    ],
    breaks: [],
    cautions: [...CAUTIONS, 'Collected from April 2021 only.'],
    classes: { breaks: [0.65, 0.7, 0.75, 0.8], around: 'target' },
  },
  '62-day-screening': {
    ...common,
    ...treated,
    label: '62-day wait, screening',
    phrase: 'people starting treatment within 62 days of a referral from a cancer screening service',
    definition:
      'Of the people who started a first treatment for cancer after referral from an NHS cancer screening service, the share who started within 62 days of the referral.',
    pathway: 'early-diagnosis',
    targets: [standard(0.9, 'National standard: 90% within 62 days')],
    cautions: [
      ...CAUTIONS,
      'Small numbers: a CCG with no patients in a month is absent from the publication, and has then no figure for the quarter or year.',
    ],
    classes: { breaks: [0.8, 0.85, 0.9, 0.95], around: 'target' },
  },
  '62-day-upgrade': {
    ...common,
    ...treated,
    label: '62-day wait, consultant upgrade',
    phrase: 'people starting treatment within 62 days of a consultant’s decision to upgrade their priority',
    definition:
      'Of the people who started a first treatment for cancer after a consultant upgraded their priority, the share who started within 62 days of the upgrade. No national standard is set.',
    pathway: 'early-diagnosis',
    targets: [],
    classes: { breaks: [0.75, 0.8, 0.85, 0.9], around: 'nothing' },
  },
  '31-day-surgery': {
    ...common,
    ...treated,
    label: '31-day wait, subsequent surgery',
    phrase: 'people starting a second or later treatment within 31 days, surgery',
    definition:
      'Of the people who started a second or later treatment for cancer that was surgery, the share who started within 31 days of the decision to treat or of being fit to treat.',
    pathway: 'treatment-and-care',
    targets: [standard(0.94, 'National standard: 94% within 31 days')],
    classes: { breaks: [0.9, 0.92, 0.94, 0.97], around: 'target' },
  },
  '31-day-drugs': {
    ...common,
    ...treated,
    label: '31-day wait, subsequent drugs',
    phrase: 'people starting a second or later treatment within 31 days, anti-cancer drugs',
    definition:
      'Of the people who started a second or later treatment for cancer that was an anti-cancer drug regimen, the share who started within 31 days of the decision to treat or of being fit to treat.',
    pathway: 'treatment-and-care',
    targets: [standard(0.98, 'National standard: 98% within 31 days')],
    classes: { breaks: [0.96, 0.97, 0.98, 0.99], around: 'target' },
  },
  '31-day-radiotherapy': {
    ...common,
    ...treated,
    label: '31-day wait, subsequent radiotherapy',
    phrase: 'people starting a second or later treatment within 31 days, radiotherapy',
    definition:
      'Of the people who started a second or later treatment for cancer that was radiotherapy, the share who started within 31 days of the decision to treat or of being fit to treat.',
    pathway: 'treatment-and-care',
    targets: [standard(0.94, 'National standard: 94% within 31 days')],
    classes: { breaks: [0.9, 0.92, 0.94, 0.97], around: 'target' },
  },
} as const satisfies Record<string, Metric>;
