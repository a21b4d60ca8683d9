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
    publication: 'Cancer Waiting Times, commissioner workbooks and national time series (monthly)',
    page: 'https://www.england.nhs.uk/statistics/statistical-work-areas/cancer-waiting-times/',
    licence: OGL,
    frequency: 'Monthly',
    lag: 'About six weeks after the month',
    next: 'Monthly; the workbook by ICB can be loaded',
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
  cpes: {
    publisher: 'NHS England',
    publication: 'National Cancer Patient Experience Survey 2018, by CCG and Cancer Alliance',
    page: 'https://www.ncpes.co.uk/',
    licence: OGL,
    frequency: 'Yearly',
    lag: 'About ten months after the survey',
    next: 'Later surveys are by Integrated Care Board; their tables can be loaded',
  },
  'ndrs-stage': {
    publisher: 'NHS England (National Disease Registration Service)',
    publication: 'Stage at diagnosis, by area, year and cancer site',
    page: 'https://digital.nhs.uk/ndrs/data/data-outputs',
    licence: OGL,
    frequency: 'Yearly',
    lag: 'About 18 months after the year of diagnosis',
    next: 'Yearly; the download can be loaded',
  },
  'cancer-registration': {
    publisher: 'NHS Digital',
    publication: 'Cancer registration statistics, England 2020',
    page: 'https://digital.nhs.uk/data-and-information/publications/statistical/cancer-registration-statistics',
    licence: OGL,
    frequency: 'Yearly',
    lag: 'About two years after the year of death',
    next: 'Yearly; the tables can be loaded',
  },
  'fingertips-smoking': {
    publisher: 'Office for Health Improvement and Disparities',
    publication: 'Fingertips, smoking prevalence in adults (15 and over), current smokers, QOF',
    page: 'https://fingertips.phe.org.uk/',
    licence: OGL,
    frequency: 'Yearly',
    lag: 'About nine months after the financial year',
    next: 'Yearly; the download can be loaded',
  },
} as const satisfies Record<string, Source>;

export type SourceId = keyof typeof SOURCES;
