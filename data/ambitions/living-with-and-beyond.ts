import { pathwayArea } from './area.ts';

const METRICS_REVIEW =
  'Review of data collection on Recovery Package and stratified pathways and development of metrics';

export const LIVING_WITH_AND_BEYOND = pathwayArea(
  'living-with-and-beyond',
  'Living with and beyond cancer',
  {
    Outcomes: [
      {
        id: 'quality-of-life',
        ambition: 'Continuous improvement in long-term quality of life',
        notCollected:
          'No long-term quality of life is in this dashboard: the metric was being developed when Annex A was written. The Cancer Quality of Life Survey would fill it.',
      },
    ],
    Processes: [
      {
        id: 'recovery-package',
        ambition: 'All patients able to access the Recovery Package interventions',
        inDashboard: false,
        metric: 'care-plan',
        nearest:
          'The nearest published figure: people given a care plan. No published figure says who can have the whole Recovery Package.',
      },
      {
        id: 'stratified-follow-up',
        ambition:
          'All patients who complete treatment for breast cancer to be put on a stratified follow up pathway',
        inDashboard: false,
        notCollected:
          'No published figure says who is on a stratified follow-up pathway. Follow-up pathways in the Cancer Outcomes and Services Data set would fill it.',
      },
    ],
  },
  [
    {
      action:
        'All elements of the Recovery Package are available to all patients, including: all patients have a holistic needs assessment and care plan at the point of diagnosis and at the end of treatment; a treatment summary is sent to the patient’s GP at the end of treatment; a cancer care review is completed by the GP within six months of a cancer diagnosis; patients have access to information and support that helps them to self-manage and seek help, this is often through a health and wellbeing event',
      recommendations: ['65'],
      national: METRICS_REVIEW,
    },
    {
      action:
        'Lifestyle advice is part of the Recovery Package and return to work support is included in assessment and care planning',
      recommendations: ['8', '74'],
    },
    {
      action:
        'Services are in place to respond to needs identified through assessment and care planning, including rehabilitation services to support return to work and the reduction and management of consequences of treatment',
      recommendations: ['63', '70', '74'],
    },
    {
      action:
        'All breast cancer patients have access to stratified follow up pathways of care, and, dependent on evidence from pilots, from 2018/19 all prostate and colorectal cancer patients have access to stratified follow up pathways of care',
      recommendations: ['67'],
      national: `${METRICS_REVIEW}. Evaluation of existing pilots to determine rate of roll out`,
    },
    {
      action: 'Appropriate integrated services for palliative and end of life care are in place',
      recommendations: ['75'],
    },
  ],
);
