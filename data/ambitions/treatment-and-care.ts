import { pathwayArea } from './area.ts';
import { SURVIVAL_AND_EXPERIENCE, SURVIVAL_AND_EXPERIENCE_VARIATION, WAITING_TIMES } from './repeated.ts';

export const TREATMENT_AND_CARE = pathwayArea(
  'treatment-and-care',
  'Treatment and care',
  {
    Outcomes: SURVIVAL_AND_EXPERIENCE,
    'Outcomes – reduction in variation': SURVIVAL_AND_EXPERIENCE_VARIATION,
    Processes: WAITING_TIMES,
  },
  [
    {
      action:
        'Alignment with radiotherapy provider networks as they are established to modernise equitable radiotherapy provision and support the roll out of new and updated radiotherapy equipment',
      recommendations: ['29'],
      national:
        'Radiotherapy service review ongoing – proposing a new clinical and service model; developing new service specification in the new year. National co-ordination of investment in new and upgraded equipment',
    },
    {
      action: 'Chemotherapy available in community settings (roll out from 2018/19)',
      recommendations: ['33'],
      national: 'Chemotherapy CRG producing a list of drugs which are safe to give in community settings',
    },
    {
      action:
        'All providers providing a directory of local services and facilitating local cancer support groups',
      recommendations: ['62'],
    },
    {
      action:
        'Appropriate high quality molecular testing is available to all relevant cancer patients. The routine use of up to date relevant genetic tests is embedded within treatment pathways in order to determine tumour response to therapies and to better personalise and target treatments',
      recommendations: ['37'],
    },
    {
      action:
        'All patients under the age of 50 receiving a bowel cancer diagnosis are offered a genetic test for Lynch Syndrome; All women with non-mucinous epithelial ovarian cancer are offered testing for BRCA1/BRCA2 at the point of diagnosis; All women under the age of 50 diagnosed with breast cancer are offered testing for BRCA1/BRCA2 at the point of diagnosis',
      recommendations: ['36'],
    },
    {
      action: 'Improved access to clinical trials (particularly for teenagers and young adults)',
      recommendations: ['45'],
    },
    {
      action:
        'MDTs review a monthly audit report of patients who have died within 30 days of active treatment',
      recommendations: ['39'],
    },
    {
      action: 'MDTs consider appropriate pathways of care for metastatic cancer patients',
      recommendations: ['46'],
    },
    {
      action: 'Effective MDT working is in place',
      recommendations: ['38'],
      national: 'Producing recommendations on effective MDT working',
    },
  ],
);
