import type { Metric, Target } from './types.ts';

const TASKFORCE = { from: '2015-07', until: null, comparable: true } as const;

const ambition = (value: number, by: string, label: string): Target => ({
  ...TASKFORCE,
  value,
  basis: 'ambition',
  by,
  label,
});

const REGISTRY = 'Counts of fewer than 5 are withheld by the publisher.';

export const OUTCOMES = {
  'early-stage': {
    kind: 'proportion',
    of: 'cancers detected at stage 1 or 2',
    outOf: 'new cancers of ten types, staged or not',
    verb: 'were detected',
    label: 'Cancers detected at stage 1 or 2',
    phrase: 'new cancers of ten types detected at stage 1 or 2, unstaged cancers included',
    definition:
      'Of new cases of ten types of cancer (breast, prostate, colorectal, lung, bladder, kidney, ovarian, uterine, non-Hodgkin lymphoma, melanoma), the share recorded at stage 1 or 2. Cancers whose stage was not recorded stay in the denominator.',
    unit: '%',
    decimals: 1,
    polarity: 'higher',
    pathway: 'early-diagnosis',
    source: 'ccg-outcomes-stage',
    targets: [
      {
        ...TASKFORCE,
        value: 0.62,
        basis: 'ambition',
        by: '2020',
        comparable: false,
        label:
          'Taskforce ambition: 62% of staged cancers at stage 1 or 2 by 2020; this figure counts unstaged cancers too, so the 62% is not its target',
      },
    ],
    breaks: [],
    cautions: [
      'The denominator includes cancers whose stage was not recorded. Recording rose from 59% (2012) to 80% (2015), which by itself lifts this figure.',
      'Not adjusted for the mix of cancers; single years by CCG are of limited reliability.',
      REGISTRY,
    ],
    suppressedBelow: 5,
    classes: { breaks: [0.35, 0.4, 0.45, 0.5], around: 'nothing' },
  },
  'stage-recorded': {
    kind: 'proportion',
    of: 'cancers with a stage recorded',
    outOf: 'new cancers',
    verb: 'had a stage recorded',
    label: 'Stage recorded',
    phrase: 'new cancers whose stage at diagnosis was recorded',
    definition: 'Of new cases of cancer, the share whose stage at diagnosis was recorded.',
    unit: '%',
    decimals: 1,
    polarity: 'higher',
    pathway: 'early-diagnosis',
    source: 'ccg-outcomes-england',
    targets: [
      {
        ...TASKFORCE,
        value: null,
        basis: 'direction',
        by: null,
        label: 'Taskforce ambition: an increase in the proportion of cancers staged',
      },
    ],
    breaks: [],
    cautions: ['Published here for England only.', REGISTRY],
    suppressedBelow: 5,
    classes: { breaks: [0.6, 0.65, 0.7, 0.75], around: 'nothing' },
  },
  'one-year-survival': {
    kind: 'index',
    label: 'One-year survival',
    phrase: 'net survival index one year after diagnosis, all cancers, adults',
    definition:
      'The net survival index for all cancers one year after diagnosis, adults aged 15 to 99, weighted for age, sex and type of cancer; prostate and non-melanoma skin cancers are left out.',
    unit: '% (index)',
    decimals: 1,
    polarity: 'higher',
    pathway: 'early-diagnosis',
    source: 'ons-survival',
    targets: [ambition(75, '2020', 'Taskforce ambition: 75% by 2020, for England')],
    breaks: [],
    cautions: [
      'The figures by CCG are for diagnoses of 2011, a year inferred from the published extremes; they carry no intervals.',
      'The England series (1999 to 2014) is a later publication: for 2011 it reads 67.9, the release by CCG 68.2. The two are not spliced.',
      'The national ambition is not a target for each CCG; ONS advises against using the index as the only indicator of a CCG.',
    ],
    suppressedBelow: null,
    classes: { breaks: [66, 67, 68, 70], around: 'nothing' },
  },
  'under-75-mortality': {
    kind: 'rate',
    per: 100_000,
    label: 'Under-75 mortality from cancer',
    phrase: 'deaths from cancer under the age of 75 per 100,000 people, standardised for age',
    definition:
      'Deaths from cancer of people under 75, per 100,000 registered patients, directly standardised for age.',
    unit: 'per 100,000',
    decimals: 1,
    polarity: 'lower',
    pathway: 'treatment-and-care',
    source: 'nhs-choices-mortality',
    targets: [],
    breaks: [],
    cautions: [
      'The figures by CCG are of about 2012, a year inferred; they carry no intervals.',
      'The England series (2009 to 2015) is another publication; the two are not spliced.',
    ],
    suppressedBelow: null,
    classes: { breaks: [100, 115, 130, 145], around: 'nothing' },
  },
  'cancer-prevalence': {
    kind: 'proportion',
    of: 'people on a cancer register',
    outOf: 'people registered with a GP',
    verb: 'were on a cancer register',
    label: 'Cancer prevalence',
    phrase: 'people on their general practice’s cancer register',
    definition:
      'Of the people registered with a general practice, the share on its register of patients with cancer diagnosed since April 2003 (Quality and Outcomes Framework).',
    unit: '%',
    decimals: 2,
    polarity: 'none',
    pathway: 'living-with-and-beyond',
    source: 'qof',
    targets: [],
    breaks: [],
    cautions: ['Rises with the age of the population and with survival; more is neither better nor worse.'],
    suppressedBelow: null,
    classes: { breaks: [0.0125, 0.0175, 0.0225, 0.0275], around: 'nothing' },
  },
  'patient-experience': {
    kind: 'mean',
    range: [0, 10],
    label: 'Patient experience',
    phrase: 'mean overall rating of care, 0 to 10, Cancer Patient Experience Survey',
    definition:
      'The mean answer to the question how the patient would rate their care overall, from 0 (very poor) to 10 (very good), in the Cancer Patient Experience Survey.',
    unit: 'out of 10',
    decimals: 2,
    polarity: 'higher',
    pathway: 'treatment-and-care',
    source: 'illustrative',
    targets: [
      {
        ...TASKFORCE,
        value: null,
        basis: 'direction',
        by: null,
        label: 'Taskforce ambition: continuous improvement in patient experience',
      },
    ],
    breaks: [],
    cautions: [
      'Illustrative, not published: no table of the survey by CCG could be bundled. Do not quote these figures.',
      'The survey was redesigned in 2015; earlier years cannot be compared.',
      'Answers of 1 to 20 respondents are withheld by the publisher.',
    ],
    suppressedBelow: 21,
    classes: { breaks: [8.5, 8.6, 8.7, 8.8], around: 'nothing' },
  },
} as const satisfies Record<string, Metric>;
