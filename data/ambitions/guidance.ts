/**
 * What the guidance to Cancer Alliances of December 2016 says of money and dates, beside its annexes: each with the
 * place it stands at, in the words and numbers of the text.
 */
export const GUIDANCE = {
  title:
    'Delivering World-Class Cancer Outcomes: Guidance for Cancer Alliances and the National Cancer Vanguard',
  publisher: 'NHS England',
  date: 'December 2016',
} as const;

type Funding = { year: string; millions: number };

/** Funding for the National Cancer Programme over and above CCG baselines, in millions of pounds, by financial year. */
export const FUNDING = {
  place: 'paragraph 20',
  source:
    'Achieving World-Class Cancer Outcomes: A Strategy for England 2015-2020. One Year on 2015-16, published on 25th October 2016',
  rows: [
    { year: '2017/18', millions: 123 },
    { year: '2018/19', millions: 140 },
    { year: '2019/20', millions: 154 },
    { year: '2020/21', millions: 190 },
  ],
} as const satisfies { place: string; source: string; rows: readonly Funding[] };

type Timescale = { item: string; date: string };

/** What was to happen by when, as the table of timescales prints it, in its order. */
export const TIMESCALES = {
  place: 'Timescales, the table after paragraph 26',
  rows: [
    { item: 'NHS Planning Guidance and Technical Guidance published', date: '22nd Sep 2016' },
    { item: 'Submission of STPs', date: '21st October 2016' },
    {
      item: 'Achieving World-Class Cancer Outcomes: A Strategy for England 2015-2020. One Year on 2015-16 published',
      date: '25th October 2016',
    },
    {
      item: 'Submission of full draft 2017/18 - 2018/19 CCG and provider operational plans',
      date: '24th November 2016',
    },
    {
      item: 'Delivering World-Class Cancer Outcomes: Guidance for Cancer Alliances and the National Cancer Vanguard published',
      date: '6th December 2016',
    },
    {
      item: 'Publication of bid documentation for Cancer Transformation Funding on earlier diagnosis, the Recovery Package and stratified follow up pathways',
      date: '6th December 2016',
    },
    {
      item: 'Submission of final 2017/18 – 2018/19 CCG and provider operational plans, aligned with contracts',
      date: '23rd December 2016',
    },
    {
      item: 'Cancer delivery plans and bids for Cancer Transformation Funding submitted to england.cancerpolicy@nhs.net for review',
      date: '18th January 2017',
    },
    {
      item: 'NHS England Investment Committee sign off Cancer Transformation Funding through Best Possible Value Framework assessment',
      date: 'February 2017',
    },
    {
      item: 'Cancer delivery plans and funding allocations for wider resource needs ratified by the Commissioning, Provision and Accountability Oversight Group',
      date: 'Early April 2017',
    },
  ],
} as const satisfies { place: string; rows: readonly Timescale[] };
