import type {
  Areas,
  Catalogue,
  Drivers,
  Findings,
  Profile,
  Progress,
  Scorecard,
  Snapshot,
  Spread,
  Trend,
} from '../../../data/contract/index.ts';
import type { MetricId } from '../../../data/metrics/index.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { ProblemError } from '../../http/problem.ts';
import { areasQuestion } from '../../questions/areas/route.ts';
import { catalogueQuestion } from '../../questions/catalogue/route.ts';
import { driversQuestion } from '../../questions/drivers/route.ts';
import { findingsQuestion } from '../../questions/findings/route.ts';
import { profileQuestion } from '../../questions/profile/route.ts';
import { progressQuestion } from '../../questions/progress/route.ts';
import type { Question } from '../../questions/question.ts';
import { replyTo } from '../../questions/reply.ts';
import { scorecardQuestion } from '../../questions/scorecard/route.ts';
import { knownArea, reachedPeriod } from '../../questions/shared/lookup.ts';
import { snapshotQuestion } from '../../questions/snapshot/route.ts';
import { spreadQuestion } from '../../questions/spread/route.ts';
import { trendQuestion } from '../../questions/trend/route.ts';
import { Turns } from '../worker/turns.ts';
import { type Card, cardOf, ENGLAND, englandCard } from './card.ts';

/** The waits a report follows month by month and asks who makes the gap of. */
export const WAITS = ['62-day-wait', '31-day-wait'] as const satisfies readonly MetricId[];

/** Whom a report is about; `alliance`: the Alliance itself, or that of the CCG, empty for England. */
export type Subject = {
  area: string;
  name: string;
  level: 'england' | 'alliance' | 'ccg';
  alliance: { area: string; name: string };
};

export const PARTS = ['findings', 'map', 'trends', 'profile', 'drivers', 'spread'] as const;
/** What a report may need beside areas, catalogue, progress and scorecard. */
export type Part = (typeof PARTS)[number];

/** The answers of the API that a report is made of; null or empty where it was not wanted, or there is nothing by then. */
export type Gathered = {
  subject: Subject;
  /** The period that all is as at. */
  period: string;
  dataVersion: string;
  builtAt: string;
  areas: Areas;
  catalogue: Catalogue;
  progress: Progress;
  findings: Findings | null;
  /** The Alliance's CCGs by every metric; for England the Alliances; for a CCG none. */
  card: Card | null;
  profile: Profile | null;
  /** The 62-day wait by CCG; for England by Alliance. */
  snapshot: Snapshot | null;
  trends: Trend[];
  drivers: Drivers[];
  spread: Spread | null;
};

/** Answers of the API from those kept, as its readers get them. */
export function asker(dataset: Dataset) {
  const reply = <Reply>(question: Question, asked: Record<string, string>) =>
    replyTo<Reply>(dataset, question, asked);
  /** The same, or null where there is nothing by then. */
  const any = <Reply>(question: Question, asked: Record<string, string>): Promise<Reply | null> =>
    reply<Reply>(question, asked).catch((error) => {
      if (error instanceof ProblemError && ['no_data', 'unknown_period'].includes(error.code)) return null;
      throw error;
    });
  return { reply, any };
}

/** The area asked for. Throws a 404 unless it is England, an Alliance or a CCG. */
function subjectOf({ geography }: Dataset, asked: string, areas: Areas, progress: Progress): Subject {
  const area = knownArea(geography, asked);
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
  const id =
    areas.ccgs.find((each) => each.area === area)?.alliances[0] ??
    areas.laterCcgs.find((each) => each.area === area)?.alliance;
  const own = areas.alliances.find((each) => each.area === id);
  return { area, name, level: 'ccg', alliance: { area: own?.area ?? '', name: own?.name ?? '' } };
}

/** A report asks a dozen questions at once: more than two at a time, and the questions of pages would wait behind them. */
const turns = new Turns(2, 60);

/**
 * Everything a report of an area as at a period (the latest where none is named) is made of, from the questions of the
 * API; no more than the parts wanted. Throws a 404 for an area or period that is none.
 */
export const gather = (
  dataset: Dataset,
  asked: { area: string; period?: string },
  wanted: ReadonlySet<Part>,
): Promise<Gathered> => turns.take(() => gathered(dataset, asked, wanted));

async function gathered(
  dataset: Dataset,
  asked: { area: string; period?: string },
  wanted: ReadonlySet<Part>,
): Promise<Gathered> {
  const { reply, any } = asker(dataset);
  const at: Record<string, string> = asked.period === undefined ? {} : { period: asked.period };
  knownArea(dataset.geography, asked.area);
  if (asked.period !== undefined) reachedPeriod(dataset.geography, asked.period);
  const [catalogue, areas, progress] = await Promise.all([
    reply<Catalogue>(catalogueQuestion, {}),
    reply<Areas>(areasQuestion, {}),
    reply<Progress>(progressQuestion, { area: asked.area, ...at }),
  ]);
  const subject = subjectOf(dataset, asked.area, areas, progress);
  const { area, level, alliance } = subject;
  const period = progress.period;
  const when = (part: Part, holds = true) => holds && wanted.has(part);
  const read = { any, reply };
  const [findings, profile, card, trends] = await Promise.all([
    when('findings') ? reply<Findings>(findingsQuestion, { area, ...at }) : null,
    level === 'ccg' ? reply<Profile>(profileQuestion, { area, ...at }) : null,
    level === 'alliance'
      ? reply<Scorecard>(scorecardQuestion, { alliance: area, ...at }).then(cardOf)
      : level === 'england'
        ? englandCard(catalogue, period, read)
        : null,
    Promise.all(
      WAITS.filter(() => when('trends')).map((metric) =>
        any<Trend>(trendQuestion, { metric, area, grain: 'month' }),
      ),
    ),
  ]);
  const periodOf = (metric: MetricId) =>
    (card?.columns ?? profile?.rows ?? []).find((each) => each.metric === metric)?.period ?? null;
  const of = (metric: MetricId) => ({ metric, period: periodOf(metric) ?? '' });
  const home = of(WAITS[0]);
  const known = home.period !== '';
  const [snapshot, spread, drivers] = await Promise.all([
    when('map', known)
      ? any<Snapshot>(snapshotQuestion, { ...home, level: level === 'england' ? 'alliance' : 'ccg' })
      : null,
    when('spread', known) ? any<Spread>(spreadQuestion, { ...home, level: 'ccg' }) : null,
    Promise.all(
      WAITS.map(of)
        .filter((each) => when('drivers', each.period !== '' && alliance.area !== ''))
        .map((each) => any<Drivers>(driversQuestion, { ...each, alliance: alliance.area })),
    ),
  ]);
  const { version: dataVersion, builtAt } = dataset;
  return {
    ...{ subject, period, dataVersion, builtAt, areas, catalogue, progress },
    ...{ findings, card, profile, snapshot, spread },
    trends: trends.filter((each) => each !== null),
    drivers: drivers.filter((each) => each !== null),
  };
}
