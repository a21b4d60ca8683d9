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
import type { Dataset } from '../../dataset/dataset.ts';
import { nullIfNoFigure, ProblemError } from '../../http/problem.ts';
import { reply } from '../../questions/reply.ts';
import { lookupArea, reportPeriod } from '../../questions/shared/lookup.ts';
import { Turns } from '../worker/queue.ts';
import { ENGLAND, englandScorecard, type ScorecardTable, scorecardTable } from './scorecard.ts';

/** The waits a report follows month by month and asks who makes the gap of. */
export const WAITS = ['62-day-wait', '31-day-wait'] as const satisfies readonly MetricId[];

/** The area a report is about; `alliance`: the Alliance itself, or that of the CCG, empty for England. */
export type Subject = {
  area: string;
  name: string;
  level: 'england' | 'alliance' | 'ccg';
  alliance: { area: string; name: string };
};

export const PARTS = ['findings', 'map', 'trends', 'profile', 'drivers', 'spread'] as const;
/** What a report may need besides areas, catalogue, progress and scorecard. */
export type Part = (typeof PARTS)[number];

/** The replies of the API that a report is made of; null or empty where one was not needed, or there is no figure. */
export type Gathered = {
  subject: Subject;
  /** The period that everything is as at. */
  period: string;
  dataVersion: string;
  builtAt: string;
  areas: Areas;
  catalogue: Catalogue;
  progress: Progress;
  findings: Findings | null;
  /** The Alliance's CCGs by every metric; for England the Alliances; for a CCG none. */
  scorecard: ScorecardTable | null;
  profile: Profile | null;
  /** The 62-day wait by CCG; for England by Alliance. */
  snapshot: Snapshot | null;
  trends: Trend[];
  drivers: Drivers[];
  spread: Spread | null;
};

const PAGES = { england: '/progress', alliance: '/alliances/', ccg: '/ccgs/' } as const;

/** The address of the page that shows a report's area as at its period. */
export function pageOf({ subject: { level, area }, period }: Gathered, origin: string): string {
  if (level === 'england') return `${origin}${PAGES.england}?area=${area}&period=${period}`;
  return `${origin}${PAGES[level]}${encodeURIComponent(area)}?period=${period}`;
}

/** The area asked for. Throws a 404 unless it is England, an Alliance or a CCG. */
function subjectOf({ geography }: Dataset, id: string, areas: Areas, progress: Progress): Subject {
  const area = lookupArea(geography, id);
  const { name, level } = progress.area;
  const alliance = areas.alliances.find((each) => each.area === area);
  if (level !== 'england' && level !== 'ccg' && !alliance)
    throw new ProblemError(
      'unknown_area',
      `'${area}' is a ${level}: reports are made of an Alliance, of a CCG by its code, or of ${ENGLAND}.`,
      [ENGLAND, ...areas.alliances.filter(({ region }) => region === area).map((each) => each.area)],
    );
  if (level === 'england') return { area, name, level, alliance: { area: '', name: '' } };
  if (alliance) return { area, name: alliance.name, level: 'alliance', alliance };
  const within =
    areas.ccgs.find((each) => each.area === area)?.alliances[0] ??
    areas.laterCcgs.find((each) => each.area === area)?.alliance;
  const own = areas.alliances.find((each) => each.area === within);
  return { area, name, level: 'ccg', alliance: { area: own?.area ?? '', name: own?.name ?? '' } };
}

/** A report asks a dozen questions at once: more than two at a time, and the questions of pages would wait behind them. */
const turns = new Turns(2, 60);

/**
 * Everything a report of an area is made of, as at a period (the latest where none is given), from the replies of the
 * API; no more than the parts that are needed. Throws a 404 for an unknown area or period.
 */
export const gather = (
  dataset: Dataset,
  query: { area: string; period?: string },
  parts: ReadonlySet<Part>,
): Promise<Gathered> => turns.take(() => gathered(dataset, query, parts));

async function gathered(
  dataset: Dataset,
  query: { area: string; period?: string },
  parts: ReadonlySet<Part>,
): Promise<Gathered> {
  const asAt = { period: query.period };
  lookupArea(dataset.geography, query.area);
  if (query.period !== undefined) reportPeriod(dataset.geography, query.period);
  const [catalogue, areas, progress] = await Promise.all([
    reply(dataset, 'catalogue', {}),
    reply(dataset, 'areas', {}),
    reply(dataset, 'progress', { area: query.area, ...asAt }),
  ]);
  const subject = subjectOf(dataset, query.area, areas, progress);
  const { area, level, alliance } = subject;
  const period = progress.period;
  const [findings, profile, scorecard, trends] = await Promise.all([
    parts.has('findings') ? reply(dataset, 'findings', { area, ...asAt }) : null,
    level === 'ccg' ? reply(dataset, 'profile', { area, ...asAt }) : null,
    level === 'alliance'
      ? reply(dataset, 'scorecard', { alliance: area, ...asAt }).then(scorecardTable)
      : level === 'england'
        ? englandScorecard(dataset, catalogue, period)
        : null,
    Promise.all(
      WAITS.filter(() => parts.has('trends')).map((metric) =>
        reply(dataset, 'trend', { metric, area, grain: 'month' }).catch(nullIfNoFigure),
      ),
    ),
  ]);
  const periodOf = (metric: MetricId) =>
    (scorecard?.columns ?? profile?.rows ?? []).find((each) => each.metric === metric)?.period ?? '';
  const latest = WAITS.map((metric) => ({ metric, period: periodOf(metric) }));
  const home = { metric: WAITS[0], period: periodOf(WAITS[0]) };
  const has = (part: Part) => parts.has(part) && home.period !== '';
  const [snapshot, spread, drivers] = await Promise.all([
    has('map')
      ? reply(dataset, 'snapshot', { ...home, level: level === 'england' ? 'alliance' : 'ccg' }).catch(
          nullIfNoFigure,
        )
      : null,
    has('spread') ? reply(dataset, 'spread', { ...home, level: 'ccg' }).catch(nullIfNoFigure) : null,
    Promise.all(
      latest
        .filter((each) => parts.has('drivers') && each.period !== '' && alliance.area !== '')
        .map((each) => reply(dataset, 'drivers', { ...each, alliance: alliance.area }).catch(nullIfNoFigure)),
    ),
  ]);
  const { version: dataVersion, builtAt } = dataset;
  return {
    ...{ subject, period, dataVersion, builtAt, areas, catalogue, progress },
    ...{ findings, scorecard, profile, snapshot, spread },
    trends: trends.filter((each) => each !== null),
    drivers: drivers.filter((each) => each !== null),
  };
}
