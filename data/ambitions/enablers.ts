import { pathwayArea } from './area.ts';

export const ENABLERS = pathwayArea(
  'enablers',
  'Enablers',
  {
    Processes: [
      {
        id: 'key-worker',
        ambition: 'All patients able to access a CNS or other key worker',
        metric: 'key-worker',
        targetIndex: 0,
      },
      {
        id: 'online-results',
        ambition: 'All patients able to access test results and other communications online',
        inDashboard: false,
        notCollected:
          'Nobody publishes how many patients can see their test results online; a return from providers would fill it.',
      },
    ],
  },
  [
    {
      action:
        'Recruitment and retention of staff is maximised through working with relevant Local Workforce Action Boards',
      recommendations: [],
    },
    {
      action:
        'Staff have access to development opportunities, including communications training, quality placements and educational/regulatory standards are met',
      recommendations: ['60'],
    },
    {
      action: 'All patients have access to a CNS or other key worker',
      recommendations: ['61'],
      national: 'Testing new approaches for commissioning and providing CNS care',
    },
    {
      action:
        'Enabling IT for a digitised cancer pathway is in place, in particular information sharing with all those involved along the care pathway and in delivering online access to test results and other communications for all cancer patients (roll out from 2018/19)',
      recommendations: ['57'],
      national:
        'Supporting the implementation of enabling IT for a digitised cancer pathway, in particular information sharing with all those involved along the care pathway and in delivering online access to test results and other communications for all cancer patients',
    },
    {
      action:
        'Models of whole system and whole pathway working being tested by the National Cancer Vanguard and elsewhere are implemented (e.g. embedding best practice pathways, sharing workforce across providers, new financial/contracting models)',
      recommendations: ['77', '88'],
      national: 'Supporting National Cancer Vanguard and mechanisms for sharing learning',
    },
  ],
);
