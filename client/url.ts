import { COLOURINGS, CONFIDENCES, DEFAULTS, LIMITS, OWN_BENCHMARKS } from '../data/addresses/choices.ts';
import type { Catalogue, CatalogueMetric } from '../data/contract/index.ts';
import { HOME_METRIC, METRIC_IDS, type MetricId } from '../data/metrics/index.ts';
import { MAP_LEVELS, type MapLevel } from '../data/metrics/types.ts';
import { LONGEST_FIRST, parsePeriod } from '../data/periods.ts';

/** As many areas as can be told apart in one picture. */
export const MOST_AREAS = 20;

/** The benchmark of compared areas that is their own total. */
export const OWN_TOTAL = 'group';

// The state of each page is declared once, below: its parts in the order in which an address has them, each with its
// kind and its default. A part that depends on others (a level on the metric, a period on both) comes after them.

/** What a part may depend on: the parts before it. */
type Before = { metric?: MetricId; level?: MapLevel; alliance?: string; sort?: string };

type Part<T, Given = Before> = {
  /** The parameter’s name, where it is not the part’s own. */
  parameter?: string;
  /** What a parameter means; the default where it is missing (null) or makes no sense. Never throws. */
  read: (text: string | null, given: Given) => T;
  /** The parameter that means a value. */
  text: (value: T) => string;
};

const text = (otherwise = ''): Part<string> => ({ read: (given) => given || otherwise, text: String });

const trimmed: Part<string> = { read: (given) => given?.trim() ?? '', text: String };

/** One of a few, by default the first. */
const oneOf = <const T extends string>(choices: readonly T[], otherwise = choices[0] as T): Part<T> => ({
  read: (given) => choices.find((each) => each === given) ?? otherwise,
  text: String,
});

/** A metric, or one of a few other words, the first by default. */
const metricOr = <const T extends string>(words: readonly T[]): Part<T | MetricId> => ({
  read: (given) => [...words, ...METRIC_IDS].find((each) => each === given) ?? (words[0] as T),
  text: String,
});

/** Whether a parameter has the one value that means yes; by default it has not. */
const flag = (yes: string, parameter?: string): Part<boolean> => ({
  parameter,
  read: (given) => given === yes,
  text: (value) => (value ? yes : ''),
});

/** Names separated by commas, each once; none by default. */
const names: Part<readonly string[]> = {
  read: (given) => [...new Set((given ?? '').split(',').flatMap((each) => each.trim() || []))],
  text: (value) => value.join(','),
};

/** A period that can be one; empty by default: the latest. */
const anyPeriod: Part<string> = {
  read: (given) => (given !== null && parsePeriod(given) ? given : ''),
  text: String,
};

/** Before the parts that depend on which figures there are. */
type Measured = Before & { catalogue: Catalogue };

/** The periods in which a metric has figures at a level, longest grain first, oldest first within it. */
export function periodsAt(metric: CatalogueMetric | undefined, level: string): string[] {
  const listed = metric?.periods.filter((entry) => entry.level === level) ?? [];
  return LONGEST_FIRST.flatMap((grain) => listed.find((entry) => entry.grain === grain)?.periods ?? []);
}

const isAt = (metric: CatalogueMetric | undefined, level: MapLevel) => periodsAt(metric, level).length > 0;
/** Whether a metric has figures at a level that can be mapped. */
export const isMapped = (metric: CatalogueMetric | undefined) =>
  MAP_LEVELS.some((level) => isAt(metric, level));
const entryOf = ({ metrics }: Catalogue, id: string | null | undefined) =>
  metrics.find((each) => each.id === id);

/** A metric that has figures at a level of the map, by default the home metric. */
const mappedMetric: Part<MetricId, Measured> = {
  read: (given, { catalogue }) => {
    const entry = entryOf(catalogue, given);
    return entry && isMapped(entry) ? entry.id : catalogue.home.metric;
  },
  text: String,
};

/** A level at which the metric has figures, by default the first of the map's: CCGs where it has them. */
const mappedLevel: Part<MapLevel, Measured> = {
  read: (given, { catalogue, metric }) => {
    const entry = entryOf(catalogue, metric);
    const levels = MAP_LEVELS.filter((each) => isAt(entry, each));
    return levels.find((each) => each === given) ?? levels[0] ?? MAP_LEVELS[0];
  },
  text: String,
};

/** A period in which the metric has figures at the level, by default the home period or else the latest of the longest. */
const mappedPeriod: Part<string, Measured> = {
  read: (given, { catalogue, metric, level }) => {
    const { period: home } = catalogue.home;
    const periods = periodsAt(
      entryOf(catalogue, metric),
      level ?? mappedLevel.read(null, { catalogue, metric }),
    );
    const grain = parsePeriod(periods[0] ?? '')?.grain;
    const found = [given, home].find((each) => each !== null && periods.includes(each));
    return found ?? periods.findLast((each) => parsePeriod(each)?.grain === grain) ?? home ?? '';
  },
  text: String,
};

type AnyPart = Omit<Part<never, never>, 'read'> & { read: (text: string | null, given: never) => unknown };
type Parts = Readonly<Record<string, AnyPart>>;
type StateOf<P extends Parts> = { [Name in keyof P]: ReturnType<P[Name]['read']> };
type GivenOf<P extends Parts> = P[keyof P]['read'] extends (text: null, given: infer Given) => unknown
  ? Given
  : never;

/**
 * The codec of a page’s state. `parse` is total: an address that makes no sense means the default. `write` makes the
 * shortest query string, with only what is not at its default, and `parse` of it is the state again.
 */
function codec<P extends Parts>(parts: P, { readableCommas = false } = {}) {
  type State = StateOf<P>;
  /** The catalogue, where a part needs it. */
  type Given = Before extends GivenOf<P> ? [] : [given: GivenOf<P>];

  const parse = (search: string | URLSearchParams, ...[given]: Given): State => {
    const parameters = new URLSearchParams(search);
    const state: Record<string, unknown> = {};
    for (const [name, { parameter = name, read }] of Object.entries(parts))
      state[name] = read(parameters.get(parameter), { ...(given as object), ...state } as never);
    return state as State;
  };

  /** Sets or takes out the parameters of a state, and leaves all others; with the `?`, or empty. */
  const writeInto = (parameters: URLSearchParams, state: State, ...[given]: Given): string => {
    for (const [name, { parameter = name, read, text }] of Object.entries(parts)) {
      const value = text(state[name] as never);
      if (value === text(read(null, { ...(given as object), ...state } as never) as never))
        parameters.delete(parameter);
      else parameters.set(parameter, value);
    }
    const written = parameters.toString();
    if (written === '') return '';
    return `?${readableCommas ? written.replaceAll('%2C', ',') : written}`;
  };

  const write = (state: State, ...given: Given): string => writeInto(new URLSearchParams(), state, ...given);

  return {
    parse,
    write,
    /** As `write`, once what does not exist in the state has fallen back to its default. */
    settled: (state: State, ...given: Given): string =>
      write(parse(write(state, ...given), ...given), ...given),
    /** A query string after a change of this state; the parameters of others are kept. */
    change: (search: string, change: Partial<State>, ...given: Given): string =>
      writeInto(new URLSearchParams(search), { ...parse(search, ...given), ...change }, ...given),
  };
}

/** What all charts over time of a page are narrowed to, and which of their lines are hidden and picked out. */
const EXPLORED_PARTS = {
  /** The first and the last month, `2018-04..2020-03`, as the address has it; empty: all. */
  range: trimmed,
  /** Lines by what they are of, whether or not there are such lines. */
  hide: names,
  /** The line picked out; empty for none. */
  pick: text(),
};
export const EXPLORED = codec(EXPLORED_PARTS, { readableCommas: true });
export type ExploredView = ReturnType<typeof EXPLORED.parse>;

/** How long the periods of charts over time are; empty: as the page opens. */
const grain = oneOf(['', 'month', 'quarter', 'year']);

const benchmark = text(DEFAULTS.benchmark);
const confidence = oneOf(CONFIDENCES);
const metric = oneOf(METRIC_IDS, HOME_METRIC);

/** The map of England. */
export const ENGLAND = codec(
  {
    metric: mappedMetric,
    level: mappedLevel,
    period: mappedPeriod,
    layout: oneOf(['map', 'hex']),
    /** What areas are coloured by; empty: what the metric’s classes lie around. */
    colour: oneOf(['', ...COLOURINGS]),
    /** The area chosen; empty for none. */
    area: text(),
    sort: oneOf(['rank', 'name']),
    down: flag('down', 'order'),
    /** The Alliance or region the list is narrowed to; empty for none. */
    within: text(),
    /** The name or code searched for. */
    find: text(),
    /** The part of the map that is shown, as data/boundaries/view.ts writes it; empty for the whole. */
    view: text(),
    /** Whether colours fade where a figure is less sure. */
    sure: flag('1'),
    /** The period that is put beside the one shown; empty for none. */
    beside: { ...anyPeriod, parameter: 'then' },
    ...EXPLORED_PARTS,
  },
  { readableCommas: true },
);
export type EnglandView = ReturnType<typeof ENGLAND.parse>;

export const englandUrl = (view: EnglandView, catalogue: Catalogue): string =>
  `/${ENGLAND.write(view, { catalogue })}`;

/** The page of one metric, but for the metric itself, which its path names. */
export const METRIC = codec({
  level: mappedLevel,
  period: mappedPeriod,
  benchmark,
  confidence,
  limits: oneOf(LIMITS),
  /** Whether the funnel’s limits are widened for over-dispersion. */
  widened: flag('1'),
  /** The Alliance whose areas are picked out; empty for none. */
  alliance: text(),
  /** The area chosen in a chart or table; empty for none. */
  area: text(),
  /** Whose patients are shown by group, and what tells the groups apart; empty: as the page opens. */
  patients: text(),
  by: text(),
  /** Whether the table keeps only the picked Alliance’s areas. */
  only: {
    read: (given: string | null, { alliance }: Before) => given === '1' && alliance !== '',
    text: (value: boolean) => (value ? '1' : ''),
  },
  /** The column the table is sorted by; empty: as it opens. */
  sort: text(),
  down: flag('down', 'order'),
  ...EXPLORED_PARTS,
});
export type MetricView = { metric: MetricId } & ReturnType<typeof METRIC.parse>;

/** The page of a metric; null where there is no such metric, or no figure of it at a level of the map. */
export function parseMetric(id: string, search: string, catalogue: Catalogue): MetricView | null {
  const entry = entryOf(catalogue, id);
  if (!entry || !isMapped(entry)) return null;
  return { metric: entry.id, ...METRIC.parse(search, { catalogue, metric: entry.id }) };
}

export const metricUrl = (view: MetricView, catalogue: Catalogue): string =>
  `/metrics/${view.metric}${METRIC.write(view, { catalogue })}`;

/** Every metric by how far it varies: between which areas, as at when (empty: the latest year), in which order. */
export const METRICS = codec({
  level: oneOf(MAP_LEVELS),
  period: anyPeriod,
  /** The column the table is sorted by; empty: widest first. */
  sort: text(),
  down: flag('down', 'order'),
});
export type MetricsView = ReturnType<typeof METRICS.parse>;

/** The board page of one Alliance. */
export const ALLIANCE = codec(
  {
    /** As at when; empty: the latest. */
    period: text(),
    /** The measure of the map, the drivers and the trends. */
    metric,
    benchmark,
    confidence,
    /** The CCG picked out on map and trends; empty for none. */
    area: text(),
    /** What the scorecard is sorted by, `name` or a measure; empty: as Annex i lists its CCGs. */
    sort: metricOr<string>(['', 'name']),
    down: {
      parameter: 'order',
      read: (given: string | null, { sort }: Before) => given === 'down' && sort !== '',
      text: (value: boolean) => (value ? 'down' : ''),
    },
    /** What tells the groups of patients apart; empty: as the page opens. */
    by: text(),
    /** The part of its map that is shown, as data/boundaries/view.ts writes it; empty for the whole. */
    view: text(),
  },
  { readableCommas: true },
);
export type AllianceView = ReturnType<typeof ALLIANCE.parse>;

/** The board page of an Alliance, with what differs from how it opens. */
export const allianceUrl = (id: string, view: Partial<AllianceView> = {}): string =>
  `/alliances/${id}${ALLIANCE.change('', view)}`;

/** The page of one CCG. */
export const CCG = codec({
  /** As at when; empty: the latest. */
  period: text(),
  benchmark,
  confidence,
  /** The measure whose trend is open; empty for none. */
  trend: metricOr(['']),
  /** The measure that it is compared on with its similar ten. */
  measure: metric,
});
export type CcgView = ReturnType<typeof CCG.parse>;

/** The page of a CCG, with what differs from how it opens. */
export const ccgUrl = (code: string, view: Partial<CcgView> = {}): string =>
  `/ccgs/${code}${CCG.change('', view)}`;

/** The page of an ICB, with what differs from how it opens. */
export const icbUrl = (code: string, view: Partial<CcgView> = {}): string =>
  `/icbs/${code}${CCG.change('', view)}`;

/** What travels from one page to another: the metric, the period or as at when, and what figures are compared with. */
export type Context = { metric?: MetricId; period?: string | null; benchmark?: string };

/** What the reader of an address looks at; what it does not say is left out. */
export function contextOf(path: string, search: string): Context {
  const asked = new URLSearchParams(search);
  const named = [/^\/metrics\/(.+)$/.exec(path)?.[1], asked.get('metric'), asked.get('measure')];
  return {
    metric: METRIC_IDS.find((id) => named.includes(id)),
    period: asked.get('period') ?? undefined,
    benchmark: asked.get('benchmark') ?? undefined,
  };
}

/** The page of an area of a level, on the metric, as at the period and beside the benchmark that the reader comes from. */
export function areaUrl(level: string, area: string, context: Context = {}): string {
  const { metric, period } = context;
  const along = {
    ...(period == null ? {} : { period }),
    benchmark: benchmarkAt(level, context) ?? DEFAULTS.benchmark,
  };
  const ofArea = level === 'ccg' || level === 'icb';
  if (!ofArea) {
    // What is each CCG's own Alliance is, on an Alliance's page, that one.
    const benchmark = context.benchmark === 'alliance' ? area : along.benchmark;
    return allianceUrl(area, { ...along, benchmark, ...(metric === undefined ? {} : { metric }) });
  }
  const view = { ...along, ...(metric === undefined ? {} : { measure: metric }) };
  return level === 'ccg' ? ccgUrl(area, view) : icbUrl(area, view);
}

/** The benchmark that goes along to a level; undefined where there is none, or it is one that only CCGs have. */
const benchmarkAt = (level: string | undefined, { benchmark }: Context): string | undefined =>
  benchmark !== undefined && OWN_BENCHMARKS.includes(benchmark) && level !== 'ccg' ? undefined : benchmark;

type Place = Context & { level?: string; area?: string };

/** The page of a metric for who comes from elsewhere; a level or period without figures is named, for the page to say so. */
export const metricAtUrl = (metric: MetricId, { metric: _, ...place }: Place): string =>
  addressOf(`/metrics/${metric}`, { ...place, benchmark: benchmarkAt(place.level, place) });

/** The map for who comes from elsewhere; a metric, level or period that it has not is named, for the page to say so. */
export const mapAtUrl = ({ benchmark: _, ...place }: Place): string => addressOf('/', place);

/** Every metric by how far it varies for who comes from elsewhere, as at the same period. */
export const metricsAtUrl = ({ period }: Context): string => addressOf('/metrics', { period });

/** Progress for who comes from elsewhere, as at the same period. */
export const progressAtUrl = ({ period }: Context): string => addressOf('/progress', { period });

/** Areas side by side for who comes from elsewhere, on the same metric, which says so where the period has no figure. */
export const compareAtUrl = ({ metric, period }: Context): string =>
  addressOf('/compare', { metric, period });

function addressOf(path: string, { metric, level, period, benchmark, area }: Place): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries({ metric, level, period, benchmark, area }))
    if (value && value !== DEFAULTS.benchmark) parameters.set(name, value);
  const written = parameters.toString();
  return written === '' ? path : `${path}?${written}`;
}

/** The trends of all waiting times, on the pages of Alliances and CCGs. */
export const TRENDS = codec({
  grain,
  chart: oneOf(['trend', 'control']),
});

/** The ambitions, for one area as at one period (empty: the latest). */
export const PROGRESS = codec({ area: text('england'), period: anyPeriod });
export type ProgressView = ReturnType<typeof PROGRESS.parse>;

export const progressPageUrl = (view: Partial<ProgressView> = {}): string =>
  `/progress${PROGRESS.change('', view)}`;

/** Areas side by side. */
export const COMPARE = codec(
  {
    /** As the address names them; it does not say whether there are such areas. */
    areas: names,
    metric: mappedMetric,
    period: mappedPeriod,
    /** What the chosen areas are called together, where their total is shown; empty where it is not. */
    group: trimmed,
    /** England, an Alliance, or the group’s total. */
    benchmark,
    confidence,
    /** The area whose line is picked out; empty for none. */
    line: text(),
    grain,
    range: EXPLORED_PARTS.range,
    hide: EXPLORED_PARTS.hide,
  },
  { readableCommas: true },
);
export type CompareView = ReturnType<typeof COMPARE.parse>;

export const compareUrl = (view: CompareView, catalogue: Catalogue): string =>
  `/compare${COMPARE.write(view, { catalogue })}`;

/** Areas side by side, on the measure the page opens with. */
export const compareAreasUrl = (areas: readonly string[]): string => `/compare?areas=${areas.join(',')}`;
