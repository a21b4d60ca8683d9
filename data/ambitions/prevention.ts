import { pathwayArea } from './area.ts';
import { SCREENING_SPECIFICATION } from './repeated.ts';

const SMOKING = 'Fall in adult smoking rates (13% by 2020 and 21% in routine and manual workers)';

const SMOKING_SOURCE =
  'No survey of smoking is in this dashboard: it is published by local authority, not by CCG. General practice records (Smokers in general practice records) stand beside it and are never judged by its target. The Annual Population Survey tables of the Local Tobacco Control Profiles (Fingertips) would fill it.';

export const PREVENTION = pathwayArea(
  'prevention',
  'Prevention',
  {
    Outcomes: [
      {
        id: 'incidence',
        ambition: 'Discernible fall in age-standardised incidence',
        notCollected:
          'No incidence by CCG or Alliance is in this dashboard. The age-standardised incidence rates of the National Cancer Registration and Analysis Service would fill it.',
      },
      {
        id: 'adult-smoking',
        ambition: 'Fall in adult smoking rates (13% by 2020)',
        printed: SMOKING,
        notCollected: SMOKING_SOURCE,
      },
      {
        id: 'routine-and-manual-smoking',
        ambition: 'Fall in smoking rates among routine and manual workers (21% by 2020)',
        printed: SMOKING,
        notCollected: SMOKING_SOURCE,
      },
    ],
    'Outcomes – reduction in variation': [
      {
        id: 'deprivation',
        ambition:
          'Reduction in the number of cases linked to deprivation (metric: age-standardised incidence)',
        inDashboard: false,
        notCollected:
          'No incidence by deprivation is in this dashboard. Age-standardised incidence by quintile of the Index of Multiple Deprivation, from the National Cancer Registration and Analysis Service, would fill it.',
      },
    ],
  },
  [
    {
      action:
        'Optimal uptake of cervical screening programme, including roll out of primary HPV when introduced',
      recommendations: ['12', '11'],
      national: SCREENING_SPECIFICATION,
    },
    { action: 'Chemo-prevention drugs prescribed as recommended by NICE', recommendations: ['6'] },
    {
      action:
        'Reduction in variation in service provision to address cancer risk factors (smoking, alcohol, excess weight and lack of physical activity), delivered through working with local authority partners',
      recommendations: ['2', '3', '4'],
    },
  ],
);
