import { pathwayArea } from './area.ts';
import {
  SCREENING_SPECIFICATION,
  SURVIVAL_AND_EXPERIENCE,
  SURVIVAL_AND_EXPERIENCE_VARIATION,
  WAITING_TIMES,
} from './repeated.ts';

const STAGE =
  '62% of staged cancers diagnosed at stage 1 and 2 and an increase in the proportions of cancers staged';

export const EARLY_DIAGNOSIS = pathwayArea(
  'early-diagnosis',
  'Early diagnosis',
  {
    Outcomes: SURVIVAL_AND_EXPERIENCE,
    'Outcomes – reduction in variation': SURVIVAL_AND_EXPERIENCE_VARIATION,
    Processes: [
      {
        id: 'early-stage',
        ambition: '62% of staged cancers diagnosed at stage 1 and 2',
        printed: STAGE,
        metric: 'early-stage-of-staged',
        targetIndex: 0,
        otherwise: { metric: 'early-stage', targetIndex: 0 },
      },
      {
        id: 'stage-recorded',
        ambition: 'An increase in the proportions of cancers staged',
        printed: STAGE,
        metric: 'stage-complete',
        targetIndex: 0,
        otherwise: { metric: 'stage-recorded', targetIndex: 0 },
      },
      {
        id: '28-day-diagnosis',
        ambition:
          'Patients should be informed of definitive diagnosis of cancer or otherwise within 28 days of GP referral by 2020',
        metric: '28-day-diagnosis',
        targetIndex: 0,
        footnote:
          'We are currently working with five pilot sites in part to help to understand what would be a clinically appropriate ambition for the proportion of patients that should be meeting the new standard.',
      },
      ...WAITING_TIMES,
      {
        id: 'fit-uptake',
        ambition: '75% uptake for FIT in the bowel screening programme',
        notCollected:
          'No uptake of FIT is in this dashboard: the test joined the bowel screening programme in June 2019. The bowel screening uptake by CCG of Public Health England (Cancer Services profiles, Fingertips) would fill it.',
      },
    ],
  },
  [
    {
      action:
        'Optimal uptake of bowel and breast screening programmes, including roll out of FIT into bowel cancer screening programme when introduced',
      recommendations: ['12', '10'],
      national: SCREENING_SPECIFICATION,
    },
    {
      action:
        'Implementation of NICE referral guidelines which reduce the threshold of risk which should trigger an urgent cancer referral, including increased provision of GP direct access to key investigative tests for suspected cancer',
      recommendations: ['16', '17'],
    },
    {
      action:
        'Adequate diagnostic capacity and systems in place to meet waiting times standards and to ensure the 28 Day Faster Diagnosis Standard can be met from 2020/21',
      recommendations: ['24'],
      national:
        'National framework for rollout of 28 Day Faster Diagnosis Standard to be developed in 2017/18 together with Cancer Alliances based on evaluation of five regional sites testing and developing approach to the new standard',
    },
    {
      action:
        'All GPs undertaking a Significant Event Analysis for any patient diagnosed with cancer as a result of an emergency admission',
      recommendations: ['25'],
    },
    {
      action:
        'GP practices have ‘safety-netting’ processes in place for patients sent for an investigative test',
      recommendations: ['18'],
    },
  ],
);
