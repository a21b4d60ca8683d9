import { PATHWAY } from '../../data/ambitions/index.ts';
import type { Profile, Scorecard } from '../../data/contract/index.ts';

const ROUNDS = 60;

const MONTHS = Array.from(
  { length: ROUNDS },
  (_, i) => `${2016 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
);
const METRICS = [
  '62-day-wait',
  '31-day-wait',
  'two-week-wait',
  'two-week-breast',
  '31-day-drugs',
  '31-day-surgery',
];

type Query = readonly [name: string, values: Record<string, string>];
/** An address, and the queries that any answer to it needs, as its body tells. */
export type Question = { url: string; queries: (body: string) => readonly Query[] };

const at = <T>(list: readonly T[], index: number) => list[index % list.length] as T;

/** Sixty snapshots, each asked once: no answer can come from the cache. */
const snapshots = MONTHS.map((period, i): Question => {
  const metric = at(METRICS, i);
  return {
    url: `/api/snapshot?level=ccg&metric=${metric}&period=${period}`,
    queries: () => [['snapshot', { metric, period, group: 'all' }]],
  };
});

const AREAS = [
  '02N',
  '05L',
  '99C',
  '11J',
  'wessex',
  'west-yorkshire',
  'peninsula',
  'east-midlands',
  'region-south',
  '06H',
];

const trends = Array.from({ length: ROUNDS }, (_, i): Question => {
  const [metric, area] = [at(METRICS, i), at(AREAS, Math.floor(i / METRICS.length))];
  return {
    url: `/api/trend?area=${area}&grain=month&metric=${metric}`,
    queries: () => [['trend', { metric, area, areas: `england,${area}`, grain: 'month', group: 'all' }]],
  };
});

/** Spreads by month: the longest series of all areas. */
const spreads = MONTHS.map((period, i): Question => {
  const metric = at(METRICS, i);
  return {
    url: `/api/spread?level=ccg&metric=${metric}&period=${period}`,
    queries: () => [
      ['snapshot', { metric, period, group: 'all' }],
      ['spread', { metric, level: 'ccg', grain: 'month', group: 'all' }],
      ['deprivation', {}],
    ],
  };
});

const profiles = Array.from({ length: ROUNDS }, (_, i): Question => {
  const [area, year] = [at(AREAS, i), 2016 + (Math.floor(i / AREAS.length) % 5)];
  const confidence = i < ROUNDS / 2 ? '95' : '99.8';
  return {
    url: `/api/profile?area=${area}&period=fy${year}-${year - 1999}&confidence=${confidence}`,
    queries: (body) => {
      const { rows } = JSON.parse(body) as Profile;
      const chosen = rows.flatMap(({ metric, period }) => (period ? [`${metric} ${period}`] : [])).join(',');
      return [
        ['profile', { area }],
        ['pairs', { chosen }],
      ];
    },
  };
});

const ALLIANCES = ['west-midlands', 'peninsula', 'greater-manchester', 'wessex', 'east-of-england'];
const YEARS = [2016, 2017, 2018, 2019].map((year) => `fy${year}-${year - 1999}`);
const PLACES = ['england', 'region-south', '02N', '99C', ...ALLIANCES, 'thames-valley'];

/** So many questions of an area as at a year, each asked once. */
const asAtYears = (areas: readonly string[], of: (area: string, period: string) => Question) =>
  areas.flatMap((area) => YEARS.map((period) => of(area, period)));

const endOf = (year: string) => `20${year.slice(-2)}-03`;
const AMBITIONS = [
  ...new Set(
    PATHWAY.flatMap(({ ambitions }) =>
      ambitions.flatMap(({ metric, otherwise }) => [metric ?? [], otherwise?.metric ?? []].flat()),
    ),
  ),
].join(',');
const VARYING = ['one-year-survival', 'patient-experience'];

const progressOf = (area: string, period: string): Query[] => [
  ['progress', { area, metrics: AMBITIONS, until: endOf(period) }],
  ...VARYING.map(
    (metric): Query => ['spread', { metric, level: 'ccg', group: 'all', grain: 'calendar-year' }],
  ),
];

const progresses = asAtYears(PLACES, (area, period) => ({
  url: `/api/progress?area=${area}&period=${period}`,
  queries: () => progressOf(area, period),
}));

const findings = asAtYears(PLACES, (area, period) => ({
  url: `/api/findings?area=${area}&period=${period}`,
  queries: () => [
    ...progressOf(area, period),
    ...['62-day-wait', '31-day-wait'].flatMap((metric): Query[] => [
      ['snapshot', { metric, period, group: 'all' }],
      ['trend', { metric, area, areas: `england,${area}`, grain: 'year', group: 'all' }],
    ]),
  ],
}));

const drivers = METRICS.flatMap((metric) =>
  ALLIANCES.map((alliance): Question => {
    const snapshot = (period: string): Query => ['snapshot', { metric, period, group: 'all' }];
    return {
      url: `/api/drivers?metric=${metric}&alliance=${alliance}&period=fy2018-19`,
      queries: () => [snapshot('fy2018-19'), snapshot('fy2017-18')],
    };
  }),
);

const scorecards = asAtYears(ALLIANCES, (alliance, period) => ({
  url: `/api/scorecard?alliance=${alliance}&period=${period}`,
  queries: (body) => {
    const { rows, columns } = JSON.parse(body) as Scorecard;
    const ccgs = rows.map(({ area }) => area).join(',');
    const chosen = columns.map(({ metric, period: of }) => `${metric} ${of}`).join(',');
    return [
      ['scorecard', { ccgs, grain: 'year', until: endOf(period) }],
      ['pairs', { chosen }],
    ];
  },
}));

/** Every kind of question, each of its kind asked once: no answer can come from the cache. */
export const QUESTIONS: Readonly<Record<string, readonly Question[]>> = {
  snapshot: snapshots,
  trend: trends,
  'spread by month': spreads,
  profile: profiles,
  progress: progresses,
  findings,
  drivers,
  scorecard: scorecards,
};
