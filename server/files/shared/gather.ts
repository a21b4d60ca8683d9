import type {
  Areas,
  Catalogue,
  Drivers,
  Findings,
  Profile,
  Progress,
  Snapshot,
  Spread,
  Trend,
} from '../../../data/contract/index.ts';
import type { MetricId } from '../../../data/metrics/index.ts';
import { endOf } from '../../../data/periods.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { nullIfNoFigure, ProblemError } from '../../http/problem.ts';
import { reply } from '../../questions/reply.ts';
import { lookupArea, reportPeriod } from '../../questions/shared/lookup.ts';
import { ENGLAND, englandScorecard, type ScorecardTable, scorecardTable } from './scorecard.ts';

/** The waits a report follows month by month and asks who makes the gap of, by the standards until 2023 and since. */
const WAITS = [
  ['62-day-wait', '62-day-combined'],
  ['31-day-wait', '31-day-combined'],
] as const satisfies readonly (readonly MetricId[])[];

/** Of each wait, the standard with the latest figure; the first where no figure tells. */
function waitsOf(found: readonly { metric: string; period: string | null }[]): [MetricId, MetricId] {
  const ended = (id: MetricId) => endOf(found.find(({ metric }) => metric === id)?.period ?? '');
  const latest = ([first, second]: readonly [MetricId, MetricId]) =>
    ended(second) > ended(first) ? second : first;
  return [latest(WAITS[0]), latest(WAITS[1])];
}

/** The area a report is about; `alliance`: the Alliance itself, or that of the CCG or ICB, empty for England. */
export type Subject = {
  area: string;
  name: string;
  level: 'england' | 'alliance' | 'alliance-today' | 'ccg' | 'icb';
  alliance: { area: string; name: string };
};

/** Whether a report is of a single CCG or ICB. */
export const isSingle = ({ level }: Subject): boolean => level === 'ccg' || level === 'icb';

/** Whether an area is one of those that the figures of the report’s Alliance hold. */
export const isPart = (
  { subject, scorecard }: Pick<Gathered, 'subject'> & Partial<Pick<Gathered, 'scorecard'>>,
  { area, parents }: { area: string; parents: readonly string[] },
): boolean =>
  parents.includes(subject.alliance.area) || (scorecard?.rows ?? []).some((row) => row.area === area);

/** Whether a report is of an Alliance that has but one CCG or ICB: nothing in it can be compared. */
export const hasOnePart = ({ subject, scorecard }: Pick<Gathered, 'subject' | 'scorecard'>): boolean =>
  isAlliance(subject) && scorecard?.rows.length === 1;

const isAlliance = ({ level }: Subject) => level === 'alliance' || level === 'alliance-today';

export const PARTS = ['findings', 'map', 'trends', 'profile', 'drivers', 'spread'] as const;
/** What a report may need besides areas, catalogue, progress and scorecard. */
export type Part = (typeof PARTS)[number];

/** The replies of the API that a report is made of; null or empty where one was not needed, or there is no figure. */
export type Gathered = {
  subject: Subject;
  /** The waits of 62 and of 31 days by the standard of the time. */
  waits: readonly [MetricId, MetricId];
  /** The period that everything is as at. */
  period: string;
  dataVersion: string;
  builtAt: string;
  areas: Areas;
  catalogue: Catalogue;
  progress: Progress;
  findings: Findings | null;
  /** The Alliance's CCGs or ICBs by every metric; for England the Alliances; for a single one none. */
  scorecard: ScorecardTable | null;
  /** A CCG or an ICB by every metric: the report’s own, or the one of an Alliance that has no other. */
  profile: Profile | null;
  /** The 62-day wait by CCG or ICB; for England by Alliance. */
  snapshot: Snapshot | null;
  trends: Trend[];
  drivers: Drivers[];
  spread: Spread | null;
};

const PAGES = {
  england: '/progress',
  alliance: '/alliances/',
  'alliance-today': '/alliances/',
  ccg: '/ccgs/',
  icb: '/icbs/',
} as const;

/** The address of the page that shows a report's area as at its period. */
export function pageOf({ subject: { level, area }, period }: Gathered, origin: string): string {
  if (level === 'england') return `${origin}${PAGES.england}?area=${area}&period=${period}`;
  return `${origin}${PAGES[level]}${encodeURIComponent(area)}?period=${period}`;
}

/** The area asked for. Throws a 404 unless it is England, an Alliance, a CCG or an ICB. */
function subjectOf({ geography }: Dataset, id: string, areas: Areas, progress: Progress): Subject {
  const area = lookupArea(geography, id);
  const { name, level } = progress.area;
  const named = (alliance: string | undefined) => {
    const own = [...areas.alliances, ...areas.alliancesToday].find((each) => each.area === alliance);
    return { area: own?.area ?? '', name: own?.name ?? '' };
  };
  switch (level) {
    case 'england':
      return { area, name, level, alliance: named(undefined) };
    case 'alliance':
    case 'alliance-today':
      return { area, name: named(area).name, level, alliance: named(area) };
    case 'icb':
      return {
        area,
        name,
        level,
        alliance: named(areas.icbs.find((each) => each.area === area)?.allianceToday),
      };
    case 'ccg': {
      const within =
        areas.ccgs.find((each) => each.area === area)?.alliances[0] ??
        areas.laterCcgs.find((each) => each.area === area)?.alliance;
      return { area, name, level, alliance: named(within) };
    }
    default:
      throw new ProblemError(
        'unknown_area',
        `'${area}' is a ${level}: reports are made of an Alliance, of a CCG or an ICB by its code, or of ${ENGLAND}.`,
        [ENGLAND, ...areas.alliances.filter(({ region }) => region === area).map((each) => each.area)],
      );
  }
}

/** Throws a 404 where no report can be of an area or as at a period. */
export function checkReport(
  { geography }: Dataset,
  { area, period }: { area: string; period?: string | undefined },
) {
  lookupArea(geography, area);
  if (period !== undefined) reportPeriod(geography, period);
}

/**
 * Everything a report of an area is made of, as at a period (the latest where none is given), from the replies of the
 * API; no more than the parts that are needed, and no further once nobody waits for it. Throws a 404 for an unknown area
 * or period, and the signal's reason.
 */
export async function gather(
  dataset: Dataset,
  query: { area: string; period?: string },
  parts: ReadonlySet<Part>,
  signal: AbortSignal,
): Promise<Gathered> {
  const asAt = { period: query.period };
  checkReport(dataset, query);
  const [catalogue, areas, progress] = await Promise.all([
    reply(dataset, 'catalogue', {}),
    reply(dataset, 'areas', {}),
    reply(dataset, 'progress', { area: query.area, ...asAt }),
  ]);
  signal.throwIfAborted();
  const subject = subjectOf(dataset, query.area, areas, progress);
  const { area, level, alliance } = subject;
  const period = progress.period;
  const [findings, own, scorecard] = await Promise.all([
    parts.has('findings') ? reply(dataset, 'findings', { area, ...asAt }) : null,
    isSingle(subject) ? reply(dataset, 'profile', { area, ...asAt }) : null,
    isAlliance(subject)
      ? reply(dataset, 'scorecard', { alliance: area, ...asAt }).then(scorecardTable)
      : level === 'england'
        ? englandScorecard(dataset, catalogue, period)
        : null,
  ]);
  signal.throwIfAborted();
  const [first] = scorecard?.rows ?? [];
  const profile =
    first && hasOnePart({ subject, scorecard })
      ? await reply(dataset, 'profile', { area: first.area, ...asAt })
      : own;
  const measured = scorecard?.columns ?? profile?.rows ?? [];
  const waits = waitsOf(measured);
  const periodOf = (metric: MetricId) => measured.find((each) => each.metric === metric)?.period ?? '';
  const latest = waits.map((metric) => ({ metric, period: periodOf(metric) }));
  const home = { metric: waits[0], period: periodOf(waits[0]) };
  const byCcg = catalogue.metrics
    .find(({ id }) => id === home.metric)
    ?.periods.some((each) => each.level === 'ccg' && each.periods.includes(home.period));
  const partLevel =
    level === 'england' || level === 'alliance' ? (byCcg ? 'ccg' : 'icb') : level === 'ccg' ? 'ccg' : 'icb';
  const has = (part: Part) => parts.has(part) && home.period !== '';
  const [snapshot, spread, drivers, trends] = await Promise.all([
    has('map')
      ? reply(dataset, 'snapshot', { ...home, level: level === 'england' ? 'alliance' : partLevel }).catch(
          nullIfNoFigure,
        )
      : null,
    has('spread') ? reply(dataset, 'spread', { ...home, level: partLevel }).catch(nullIfNoFigure) : null,
    Promise.all(
      latest
        .filter((each) => parts.has('drivers') && each.period !== '' && alliance.area !== '')
        .map((each) => reply(dataset, 'drivers', { ...each, alliance: alliance.area }).catch(nullIfNoFigure)),
    ),
    Promise.all(
      waits
        .filter(() => parts.has('trends'))
        .map((metric) => reply(dataset, 'trend', { metric, area, grain: 'month' }).catch(nullIfNoFigure)),
    ),
  ]);
  signal.throwIfAborted();
  const { version: dataVersion, builtAt } = dataset;
  return {
    ...{ subject, waits, period, dataVersion, builtAt, areas, catalogue, progress },
    ...{ findings, scorecard, profile, snapshot, spread },
    trends: trends.filter((each) => each !== null),
    drivers: drivers.filter((each) => each !== null),
  };
}
