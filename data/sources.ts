/** A publication our figures come from: who, what, where described, under which licence, how often and how late. */
export type Source = {
  publisher: string;
  publication: string;
  page: string;
  licence: string;
  frequency: string;
  lag: string;
  next: string;
};

const OGL = 'Open Government Licence v3.0';
const closed = 'None: the series has ended';

export const SOURCES = {
  'cancer-waiting-times': {
    publisher: 'NHS England',
    publication: 'Cancer Waiting Times, commissioner workbooks (monthly, provisional)',
    page: 'https://www.england.nhs.uk/statistics/statistical-work-areas/cancer-waiting-times/',
    licence: OGL,
    frequency: 'Monthly',
    lag: 'About six weeks after the month',
    next: 'CCGs were replaced in July 2022; the bundled workbooks end with November 2021',
  },
  'ccg-outcomes-stage': {
    publisher: 'NHS Digital',
    publication: 'CCG Outcomes Indicator Set 1.18, cancers detected at stage 1 and 2',
    page: 'https://digital.nhs.uk/data-and-information/publications/statistical/ccg-outcomes-indicator-set',
    licence: OGL,
    frequency: 'Yearly',
    lag: 'About 18 to 24 months after the year of diagnosis',
    next: closed,
  },
  'ccg-outcomes-england': {
    publisher: 'NHS Digital',
    publication: 'CCG Outcomes Indicator Set 1.9, 1.10, 1.17 and 1.18, England',
    page: 'https://digital.nhs.uk/data-and-information/publications/statistical/ccg-outcomes-indicator-set',
    licence: OGL,
    frequency: 'Yearly',
    lag: 'About 18 to 24 months after the year of diagnosis',
    next: closed,
  },
  'ons-survival': {
    publisher: 'Office for National Statistics',
    publication:
      'Index of cancer survival for Clinical Commissioning Groups in England (December 2013 release)',
    page: 'https://www.ons.gov.uk/peoplepopulationandcommunity/healthandsocialcare/conditionsanddiseases',
    licence: OGL,
    frequency: 'Yearly',
    lag: 'About two years after the year of diagnosis',
    next: closed,
  },
  'nhs-choices-mortality': {
    publisher: 'NHS Choices',
    publication: 'Under-75 mortality rate from cancer by CCG (February 2014)',
    page: 'https://digital.nhs.uk/data-and-information/publications/statistical/ccg-outcomes-indicator-set',
    licence: OGL,
    frequency: 'Once',
    lag: 'About two years after the year of death',
    next: closed,
  },
  qof: {
    publisher: 'Health and Social Care Information Centre',
    publication: 'Quality and Outcomes Framework 2013/14, prevalence by CCG',
    page: 'https://digital.nhs.uk/data-and-information/publications/statistical/quality-and-outcomes-framework-achievement-prevalence-and-exceptions-data',
    licence: OGL,
    frequency: 'Yearly',
    lag: 'About seven months after the financial year',
    next: 'Yearly; later years can be loaded from the publisher’s file',
  },
  illustrative: {
    publisher: 'This project',
    publication: 'Illustrative, not published: made by a seeded script so that the page can be tried',
    page: '',
    licence: 'Not a statistic; do not quote',
    frequency: 'Never',
    lag: '',
    next: 'Gone when the publisher’s Cancer Patient Experience Survey table by CCG is loaded',
  },
} as const satisfies Record<string, Source>;

export type SourceId = keyof typeof SOURCES;
