import type { Benchmark, SimilarTen } from '../../../data/contract/index.ts';
import { type Metric, type MetricId, metric as metricOf } from '../../../data/metrics/index.ts';
import { areasMonth, type Period } from '../../../data/periods.ts';
import { areasNoun, listOf } from '../../../data/text/words.ts';
import { type Geography, overlaps } from '../../dataset/geography.ts';
import { ProblemError } from '../../http/problem.ts';
import { weightedMean } from '../../stats/arithmetic.ts';
import { quantile } from '../../stats/quantile.ts';
import { wilson } from '../../stats/wilson.ts';
import {
  figureOf,
  gap,
  isCounted,
  isJudged,
  judgedOnly,
  type Row,
  type SnapshotRow,
  summedFigure,
} from './figures.ts';
import { lookupArea } from './lookup.ts';

/** Areas that need a figure for a best tenth. */
const ENOUGH_FOR_TENTH = 10;
/** Similar CCGs that need a figure for a common one. */
const ENOUGH_SIMILAR = 5;
/** A CCG's similar ones in words. */
const SIMILAR = 'its ten most similar CCGs';
/** What the build names as the source of an Alliance's or region's index, rate or score. */
const MEAN_OF_CCGS = 'weighted mean of CCGs';
const OTHER_PUBLICATION =
  'England’s figure for this period is of another publication, with which these cannot be compared';

/** A benchmark, or why there is none. */
export type Found = { row: Benchmark | null; why: string };

/** What figures are compared with, as a query asks, and every row of the metric in the period, of all levels. */
type Query = {
  /** The query's `benchmark`. */
  against: string;
  level: string;
  period: Period;
  metric: MetricId;
  group: string;
  rows: readonly SnapshotRow[];
};

/** What a benchmark is found from: the query, and its rows of the patient group by area. */
type Context = { geography: Geography; query: Query; metric: Metric; rowOf: ReadonlyMap<string, Row> };

/** What figures are compared with. */
type Against = {
  /** In words, to stand after `better than`: `England`, `its Alliance`, `the chosen group of 3 CCGs`. */
  name: string;
  /** One benchmark for all areas; null where each has its own or where it has no figure. */
  shared: Benchmark | null;
  /** What an area is compared with, or null and why. */
  of(area: string): Found;
};

/**
 * What a question's figures are compared with. Throws a 404 for an area that is not known; a 400 for a group of mixed
 * levels or with an area given twice, and for a CCG's own benchmark at another level.
 */
export function benchmarkFor(geography: Geography, query: Query): Against {
  const context = contextOf(geography, query);
  switch (query.against) {
    case 'england':
      return forAll('England', englandBenchmark(query.rows, context.metric));
    case 'best-decile': {
      const name = `the best tenth of ${areasNoun(query.level, 2)}`;
      return forAll(name, bestTenth(context, name));
    }
    case 'alliance':
      return forEach(context, 'the rest of its Alliance', restOfOwnAlliance);
    case 'similar':
      return forEach(context, SIMILAR, similarTogether);
  }
  if (query.against.includes(',')) {
    const { name, found } = chosenGroup(context);
    return forAll(name, found);
  }
  const area = lookupArea(geography, query.against);
  const whole = forAll(areaInWords(context, area), areaBenchmark(context, area));
  const month = areasMonth(query.period);
  const isPart = (part: string) => geography.parentsOf(part, month).includes(area);
  return { ...whole, of: (part) => (isPart(part) ? restOf(context, area, part) : whole.of(part)) };
}

/** What a question's benchmarks are found from. */
export function contextOf(geography: Geography, query: Query): Context {
  const ofGroup = query.rows.filter(({ group }) => group === query.group);
  const rowOf = new Map(ofGroup.map((row) => [row.area, row]));
  return { geography, query, metric: metricOf(query.metric), rowOf };
}

const forAll = (name: string, found: Found): Against => ({ name, shared: found.row, of: () => found });

function forEach(context: Context, name: string, find: (context: Context, area: string) => Found): Against {
  const { against, level } = context.query;
  if (level !== 'ccg') throw refused(`is '${against}', which is for CCGs only; the level is ${level}`);
  return { name, shared: null, of: (area) => find(context, area) };
}

/** A benchmark that cannot be asked for, in words to stand after `The parameter 'benchmark'`. */
const refused = (message: string) =>
  new ProblemError('invalid_value', `The parameter 'benchmark' ${message}.`);

/** An area's name in the period of the question. */
const nameOf = ({ geography, query }: Context, area: string) =>
  geography.areaAt(area, areasMonth(query.period))?.name ?? area;

function areaInWords(context: Context, area: string): string {
  const level = context.geography.areaAt(area, areasMonth(context.query.period))?.level;
  return level === 'region' ? `the ${nameOf(context, area)} region` : nameOf(context, area);
}

const none = (why: string): Found => ({ row: null, why });

/** A row as a benchmark; none where there is no row, for the reason given, or no figure in it that may be compared with. */
function asBenchmark(row: Row | null | undefined, name: string, why: string): Found {
  if (!row) return none(why);
  if (row.value === null) return none(`${name} has no figure for this period: ${row.note}`);
  if (!isJudged(row)) return none(`The figure of ${name} is probably incomplete`);
  return { row: { area: row.area, name, ...figureOf(row), note: row.note }, why: '' };
}

/** The figure of one area. */
export const areaBenchmark = (context: Context, area: string): Found =>
  asBenchmark(
    context.rowOf.get(area),
    nameOf(context, area),
    `${nameOf(context, area)} has no figure for this period`,
  );

/** England's figure to compare the rows of a metric and period with. */
export function englandBenchmark(rows: readonly SnapshotRow[], metric: Metric): Found {
  const england = rows.filter(({ area }) => area === 'england');
  const sources = new Set(rows.filter(({ area }) => area !== 'england').map(({ source }) => source));
  const row = comparableEngland(england, metric, sources);
  const why = england.length > 0 ? OTHER_PUBLICATION : 'England has no figure for this period';
  return asBenchmark(row, 'England', why);
}

/**
 * England's row to compare figures by area with: of the release they come from, where that has one. Scores and rates of
 * two publications are never compared with each other; of proportions, counted alike, the series of England serves.
 */
export function comparableEngland<England extends { group: string; source: string }>(
  england: readonly England[],
  { kind }: Metric,
  sources: ReadonlySet<string>,
): England | null {
  // A mean of the CCGs of a release is of that release too.
  const released = england.find(
    ({ group, source }) => group.startsWith('release:') && (sources.has(source) || sources.has(MEAN_OF_CCGS)),
  );
  if (released) return released;
  const series = england.find(({ group }) => !/^(release|basis):/.test(group)) ?? null;
  // England's scores of a survey are of the publication that has those of its CCGs.
  const ofSurvey = (kind === 'score' || kind === 'mean') && sources.has(MEAN_OF_CCGS);
  return series && (kind === 'proportion' || ofSurvey || sources.has(series.source)) ? series : null;
}

/**
 * The value that the best tenth of a level's areas reach or pass: the 90th percentile of their values (the 10th where
 * less is better), R's type 7. It has no counts and no interval.
 */
function bestTenth({ geography, query, metric, rowOf }: Context, name: string): Found {
  if (metric.polarity === 'none')
    return none('Neither more nor less of this is better, so that there is no best tenth');
  const rows = geography
    .areasAt(query.level, areasMonth(query.period))
    .flatMap(({ area }) => rowOf.get(area) ?? []);
  const values = judgedOnly(rows).flatMap(({ value }) => value ?? []);
  if (values.length < ENOUGH_FOR_TENTH)
    return none(
      `${values.length} areas have a figure, too few for a best tenth: ${ENOUGH_FOR_TENTH} are needed`,
    );
  const percentile = metric.polarity === 'lower' ? 10 : 90;
  return {
    row: {
      area: 'best-decile',
      name,
      status: 'derived',
      value: quantile(values, percentile / 100),
      numerator: null,
      denominator: null,
      lower: null,
      upper: null,
      note: `The ${percentile}th percentile of the figures of ${values.length} areas, each counted alike`,
    },
    why: '',
  };
}

/** An Alliance without one of the areas that it is summed from, to compare that area with. */
function restOf(context: Context, alliance: string, part: string): Found {
  const [whole, own] = [context.rowOf.get(alliance), context.rowOf.get(part)];
  if (!whole || !own || !isJudged(whole)) return areaBenchmark(context, alliance);
  const rest = withoutPart(whole, own, context.metric);
  if (rest === whole) return areaBenchmark(context, alliance);
  if (typeof rest === 'string') return none(`${rest}: ${nameOf(context, alliance)}`);
  const name = `the rest of ${nameOf(context, alliance)}`;
  return { row: { ...rest, name, note: `${nameOf(context, alliance)} without this area` }, why: '' };
}

/**
 * The figure of a whole without one of its parts: compared with the whole, a part is compared with itself too. The whole
 * where either has no figure; in words why there is no rest, where a figure cannot be taken out or the part is all of it.
 */
export function withoutPart(whole: Row, part: Row, metric: Metric): Row | string {
  if (whole.value === null || part.value === null) return whole;
  const why = unsummable(metric);
  if (why !== null) return `${why}, nor taken out of the whole that this area is part of`;
  if (!isCounted(whole) || !isCounted(part)) return whole;
  const numerator = whole.numerator - part.numerator;
  const denominator = whole.denominator - part.denominator;
  if (denominator < ALONE) return 'It is alone in its Alliance, so that there is no rest to compare it with';
  if (numerator < 0 || numerator > denominator) return 'It is not counted whole in its Alliance';
  const row = { ...gap(`rest-of-${whole.area}`, ''), status: 'derived' as const, numerator, denominator };
  return { ...row, value: numerator / denominator, ...wilson(numerator, denominator) };
}

/** Fewer people than this are nobody: what rounding leaves of half patients. */
const ALONE = 0.25;

/** The rest of the Alliance in which a CCG is counted; none where it lies in two. */
function restOfOwnAlliance(context: Context, area: string): Found {
  const alliances = context.geography.parentsOf(area, areasMonth(context.query.period));
  const [only, ...others] = alliances;
  if (only === undefined) return none('This CCG is counted in no Alliance');
  if (others.length === 0) return restOf(context, only, area);
  const names = listOf(alliances.map((each) => nameOf(context, each)));
  return none(`This CCG lies in ${alliances.length} Alliances, ${names}: choose one to compare it with`);
}

/** The rows of a CCG's ten most similar, and how many CCGs they are; null for a CCG that is none of December 2016. */
function similarRows({ geography, query, rowOf }: Context, area: string) {
  const similar = geography.similarAt(area, areasMonth(query.period));
  return similar && { of: similar.all.length, rows: similar.now.flatMap((each) => rowOf.get(each) ?? []) };
}

/** The ten CCGs most similar to one of December 2016, together. */
function similarTogether(context: Context, area: string): Found {
  const why = unsummable(context.metric);
  if (why !== null) return none(why);
  const similar = similarRows(context, area);
  if (similar === null) return none('Similar CCGs are known only for the CCGs of December 2016');
  const { of, rows } = similar;
  return sumOf({ area: 'similar', name: SIMILAR }, rows, { of, atLeast: ENOUGH_SIMILAR });
}

/**
 * The figure of the ten most similar CCGs to show beside one's own, and how many of them have a figure: their counts
 * summed or, of a figure without counts, its mean weighted by population; null where fewer than five have one.
 */
export function similarTen(context: Context, area: string): SimilarTen | null {
  const figures = judgedOnly(similarRows(context, area)?.rows ?? []).flatMap((row) =>
    row.value === null ? [] : [{ area: row.area, value: row.value }],
  );
  if (figures.length < ENOUGH_SIMILAR) return null;
  const areas = figures.length;
  if (unsummable(context.metric) === null) {
    const { row } = similarTogether(context, area);
    return row && { areas, ...row };
  }
  return {
    areas,
    area: 'similar',
    name: SIMILAR,
    ...figureOf(gap('similar', '')),
    status: 'derived',
    value: weightedMean(
      figures.map(({ area: ccg, value }) => ({
        value,
        weight: context.geography.populationOf.get(ccg) ?? 0,
      })),
    ),
    note: `Mean of ${areas} CCGs weighted by population: our approximation, not an official statistic`,
  };
}

/** The common figure of areas of one level, separated by commas, and the group in words. */
function chosenGroup(context: Context): { name: string; found: Found } {
  const { members, level } = membersOf(context);
  const name = `the chosen group of ${members.length} ${areasNoun(level, 2)}`;
  const why = unsummable(context.metric);
  if (why !== null) return { name, found: none(why) };
  const rows = members.flatMap((member) => context.rowOf.get(member) ?? []);
  const notes = (areas: readonly string[]) => countedTwice(context, areas);
  return { name, found: sumOf({ area: members.join(','), name }, rows, { of: members.length, notes }) };
}

/** The areas of a chosen group, and their level. Throws where one is unknown, empty, given twice or of another level. */
function membersOf({ geography, query }: Context): { members: string[]; level: string } {
  const members = query.against.split(',');
  if (members.includes('')) throw refused('has a comma with no area before or after it');
  const levels = new Map<string, string>();
  for (const member of members) {
    lookupArea(geography, member);
    if (levels.has(member)) throw refused(`names ${member} twice`);
    levels.set(member, geography.areaAt(member, areasMonth(query.period))?.level ?? '');
  }
  const [level = '', ...others] = new Set(levels.values());
  if (others.length === 0) return { members, level };
  const mixed = [level, ...others].map((each) => {
    const ofLevel = members.filter((member) => levels.get(member) === each);
    return `${ofLevel.join(', ')} (${each})`;
  });
  throw refused(`mixes levels: ${mixed.join('; ')}`);
}

/** What has to be known of areas that overlap: a CCG whose people two Alliances count, as both did NHS Cumbria. */
function countedTwice(context: Context, areas: readonly string[]): string[] {
  const { start, end } = context.query.period;
  return [...context.geography.footprintsOf].flatMap(([commissioner, footprints]) => {
    const inside = footprints.filter((row) => areas.includes(row.area) && overlaps(row, start, end));
    const names = [...new Set(inside.map(({ area }) => nameOf(context, area)))];
    return names.length > 1
      ? [`${nameOf(context, commissioner)} is counted in each of ${listOf(names)}`]
      : [];
  });
}

const KINDS = {
  proportion: 'A proportion',
  index: 'An index',
  rate: 'A rate',
  mean: 'A mean score',
  score: 'A published percentage',
};

/** Why the figures of several areas have no common one; null where their counts can be summed. */
export const unsummable = ({ kind }: Metric): string | null =>
  kind === 'proportion' ? null : `${KINDS[kind]} cannot be summed over areas`;

type Sum = {
  of: number;
  /** With fewer figures there is none. */
  atLeast?: number;
  /** What has to be known of the areas that are in it. */
  notes?: (areas: readonly string[]) => string[];
};

/**
 * The common figure of so many areas: the counts of their rows summed, with a Wilson interval; only of those that have a
 * figure, as its note then says. A withheld count is in no sum, so that none can be found by subtraction.
 */
function sumOf(
  named: { area: string; name: string },
  rows: readonly Row[],
  { of, atLeast = 1, notes = () => [] }: Sum,
): Found {
  const counted = judgedOnly(rows).filter(isCounted);
  if (counted.length === 0) return none(`None of ${named.name} has a figure for this period`);
  if (counted.length < atLeast)
    return none(`Only ${counted.length} of ${named.name} have a figure: at least ${atLeast} are needed`);
  const partial = counted.length < of ? [`${counted.length} of ${of} areas have a figure`] : [];
  return {
    row: {
      ...named,
      status: 'derived',
      ...summedFigure(counted),
      note: [...partial, ...notes(counted.map(({ area }) => area))].join('. '),
    },
    why: '',
  };
}
