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
  'By commissioner every month is provisional, as first published; later revisions are not included.',
  'Counts by the CCG responsible for the patient, not by hospital.',
];

/** The standards that the combined ones replaced, from October 2023. */
const ended = (replacedBy: string) => ({ until: '2023-09', replacedBy }) as const;

const COMBINED = [
  'By Integrated Care Board, with the commissioning hubs and unknown commissioners in England alone: the ICBs sum to 0.3 to 0.8% less than England.',
  'Before October 2023 the publisher recomputed the combined standard; by cancer type, route and treatment it begins in October 2023 and ends with the last workbook bundled.',
  'Half a patient is one whom two commissioners share.',
] as const;

const goal = (value: number, from: string, until: string, label: string): Target => ({
  value,
  basis: 'ambition',
  from,
  until,
  by: until.slice(0, 4),
  comparable: true,
  label,
});

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
    ended: ended('62-day-combined'),
    ...treated,
    label: '62-day wait',
    phrase: 'people starting treatment within 62 days of an urgent GP referral',
    definition:
      'Of the people who started a first treatment for cancer after an urgent referral by a GP for suspected cancer, the share who started within 62 days of the referral.',
    pathway: 'early-diagnosis',
    targets: [standard(0.85, 'National standard: 85% within 62 days')],
    classes: { breaks: [0.75, 0.8, 0.85, 0.9], around: 'target' },
  },
  '62-day-combined': {
    ...common,
    ...treated,
    label: '62-day wait, all routes',
    phrase: 'people starting treatment within 62 days, whichever way they were referred',
    definition:
      'Of the people who started a first treatment for cancer after an urgent referral for suspected cancer or breast symptoms, from a screening service, or after a consultant upgraded their priority, the share who started within 62 days. The standard in force since October 2023.',
    pathway: 'early-diagnosis',
    breaks: [],
    targets: [
      { ...standard(0.85, 'National standard: 85% within 62 days'), from: '2022-04' },
      goal(
        0.7,
        '2024-04',
        '2025-03',
        'Goal of NHS England’s planning guidance for 2024/25: 70% by March 2025',
      ),
      goal(
        0.75,
        '2025-04',
        '2026-03',
        'Goal of NHS England’s planning guidance for 2025/26: 75% by March 2026',
      ),
    ],
    cautions: COMBINED,
    classes: { breaks: [0.65, 0.75, 0.85, 0.9], around: 'target' },
  },
  '62-day-over-104': {
    ...common,
    of: 'people treated after more than 104 days',
    outOf: 'people treated',
    verb: 'waited more than 104 days',
    polarity: 'lower',
    label: 'Treated after more than 104 days',
    phrase: 'people treated more than 104 days after referral, of all treated on the 62-day standard',
    definition:
      'Of the people who started a first treatment on the combined 62-day standard, the share who started more than 104 days after their referral.',
    pathway: 'early-diagnosis',
    breaks: [],
    targets: [],
    cautions: [COMBINED[0], COMBINED[2], 'No standard is set; less is better.'],
    classes: { breaks: [0.04, 0.07, 0.1, 0.13], around: 'nothing' },
  },
  '31-day-combined': {
    ...common,
    ...treated,
    label: '31-day wait, all treatments',
    phrase: 'people starting a first or later treatment within 31 days of the decision to treat',
    definition:
      'Of the people who started a first, second or later treatment for cancer, the share who started within 31 days of agreeing it, or of the earliest date that was clinically right. The standard in force since October 2023.',
    pathway: 'early-diagnosis',
    breaks: [],
    targets: [{ ...standard(0.96, 'National standard: 96% within 31 days'), from: '2022-04' }],
    cautions: COMBINED,
    classes: { breaks: [0.88, 0.92, 0.96, 0.98], around: 'target' },
  },
  '31-day-wait': {
    ...common,
    ended: ended('31-day-combined'),
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
    ended: ended('28-day-diagnosis'),
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
    ended: ended('28-day-diagnosis'),
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
      {
        ...standard(0.75, 'National standard from October 2021: 75% within 28 days', '2026-03'),
        from: '2021-10',
      },
      { ...standard(0.8, 'National standard from April 2026: 80% within 28 days'), from: '2026-04' },
      goal(
        0.77,
        '2024-04',
        '2025-03',
        'Goal of NHS England’s planning guidance for 2024/25: 77% by March 2025',
      ),
      goal(
        0.8,
        '2025-04',
        '2026-03',
        'Goal of NHS England’s planning guidance for 2025/26: 80% by March 2026',
      ),
    ],
    breaks: [],
    cautions: [
      'Collected from April 2021 only. By CCG to November 2021, by Integrated Care Board from April 2022; the months between could not be had by area.',
      'To November 2021 provisional, as first published.',
    ],
    classes: { breaks: [0.65, 0.7, 0.75, 0.8], around: 'target' },
  },
  '62-day-screening': {
    ...common,
    ended: ended('62-day-combined'),
    ...treated,
    label: '62-day wait, screening',
    phrase: 'people starting treatment within 62 days of a referral from a cancer screening service',
    definition:
      'Of the people who started a first treatment for cancer after referral from an NHS cancer screening service, the share who started within 62 days of the referral.',
    pathway: 'early-diagnosis',
    targets: [standard(0.9, 'National standard: 90% within 62 days')],
    cautions: [
      ...CAUTIONS,
      'Small numbers: a CCG with no patients in a month is left out of the publication; where few are usual it counts as nobody, else its submission as missing.',
    ],
    classes: { breaks: [0.8, 0.85, 0.9, 0.95], around: 'target' },
  },
  '62-day-upgrade': {
    ...common,
    ended: ended('62-day-combined'),
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
    ended: ended('31-day-combined'),
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
    ended: ended('31-day-combined'),
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
    ended: ended('31-day-combined'),
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
