import type { Stated } from './area.ts';

/** The national work that Annex A prints both for cervical and for bowel and breast screening. */
export const SCREENING_SPECIFICATION =
  'Public Health England is developing the specification for the new service and NHS England screening teams are developing plans to implement the specification';

const LONG_SURVIVAL = 'Increase in 5 and 10-year survival (57% surviving ten years or more by 2020)';
const WAITS = '85% meeting 62 day target and 96% meeting 31 day target';

/** Outcomes that Annex A prints alike for early diagnosis and for treatment and care. */
export const SURVIVAL_AND_EXPERIENCE: readonly Stated[] = [
  {
    id: 'five-year-survival',
    ambition: 'Increase in 5-year survival',
    printed: LONG_SURVIVAL,
    notCollected:
      'No five-year survival is in this dashboard. The cancer survival releases of ONS and Public Health England would fill it.',
  },
  {
    id: 'ten-year-survival',
    ambition: 'Increase in 10-year survival (57% surviving ten years or more by 2020)',
    printed: LONG_SURVIVAL,
    notCollected:
      'No ten-year survival is in this dashboard; it is published for England only. The cancer survival releases of ONS and Public Health England would fill it.',
  },
  {
    id: 'one-year-survival',
    ambition: 'Increase in one-year survival (75% by 2020)',
    metric: 'one-year-survival',
    targetIndex: 0,
  },
  {
    id: 'patient-experience',
    ambition: 'Continuous improvement in patient experience',
    metric: 'patient-experience',
    targetIndex: 0,
  },
];

/** Reductions in variation that Annex A prints alike for both. */
export const SURVIVAL_AND_EXPERIENCE_VARIATION: readonly Stated[] = [
  {
    id: 'older-people-survival',
    ambition: 'Reduction in survival deficit for older people (metric: one year survival)',
    inDashboard: false,
    notCollected:
      'No survival by age is in this dashboard. The ONS index of cancer survival by CCG, ages 55 to 64 and 75 to 99, would fill it.',
  },
  {
    id: 'one-year-survival-variation',
    ambition: 'Reduction in CCG variation in one year survival',
    metric: 'one-year-survival',
  },
  {
    id: 'patient-experience-variation',
    ambition: 'Reduction in CCG variation in patient experience (metric: overall rating of care from CPES)',
    metric: 'patient-experience',
  },
];

/** The two waiting-time standards that Annex A prints on one line for both. */
export const WAITING_TIMES: readonly Stated[] = [
  {
    id: '62-day-wait',
    ambition: '85% meeting 62 day target',
    printed: WAITS,
    metric: '62-day-combined',
    targetIndex: 0,
    otherwise: { metric: '62-day-wait', targetIndex: 0 },
  },
  {
    id: '31-day-wait',
    ambition: '96% meeting 31 day target',
    printed: WAITS,
    metric: '31-day-combined',
    targetIndex: 0,
    otherwise: { metric: '31-day-wait', targetIndex: 0 },
  },
];
