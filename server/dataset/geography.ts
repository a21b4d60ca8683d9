import type { AreaLevel } from '../../data/contract/index.ts';
import { grouped } from '../../data/grouped.ts';
import { type Grain, type Period, parsePeriod, periodLabel } from '../../data/periods.ts';
import type { Database } from './database.ts';

/** Months, both included; open ends are `0000-00` and `9999-12`. */
type Span = { from: string; until: string };

export type Version = Span & { area: string; name: string; level: AreaLevel; population: number };
type Succession = Span & {
  ccg: string;
  successor: string;
  share: number;
  fit: 'exact' | 'best-fit';
  note: string;
};
type Footprint = Span & { area: string; commissioner: string; fit: 'exact' | 'best-fit' };
type Note = Span & { area: string; note: string };
type Break = { area: string; from: string; reason: string };
export type Present = {
  metric: string;
  group: string;
  level: string;
  grain: Grain;
  period: string;
  start: string;
  end: string;
};

export const holds = (span: Span, month: string) => span.from <= month && month <= span.until;

export const overlaps = (span: Span, start: string, end: string) => span.from <= end && start <= span.until;

/** The small tables of a dataset, read once: its areas through time, and the periods that have figures. */
export async function readGeography(db: Database) {
  const [
    versions,
    successions,
    footprints,
    notes,
    breaks,
    ccgs,
    memberships,
    alliances,
    similar,
    present,
    placements,
    icbs,
    icbSuccessions,
  ] = await Promise.all([
    db.rows<Version>('versions'),
    db.rows<Succession>('successions'),
    db.rows<Footprint>('footprints'),
    db.rows<Note>('notes'),
    db.rows<Break>('breaks'),
    db.rows<{ area: string; population: number }>('ccgs'),
    db.rows<{ alliance: string; ccg: string }>('memberships'),
    db.rows<{ area: string; region: string; note: string }>('alliances'),
    db.rows<{ ccg: string; similar: string }>('similar'),
    db.rows<Present>('periods'),
    db.rows<{ metric: string; period: string; areasAt: string }>('placements'),
    db.rows<Span & { icb: string; alliance: string; fit: 'exact' | 'best-fit'; note: string }>('icbs'),
    db.rows<{ icb: string; successor: string; from: string; share: number }>('icb-successions'),
  ]);
  const versionsOf = grouped(versions, ({ area }) => area);
  const areasAt = grouped(versions, ({ level }) => level);
  const successionsOf = grouped(successions, ({ ccg }) => ccg);
  const footprintsOf = grouped(footprints, ({ commissioner }) => commissioner);
  const notesOf = grouped(notes, ({ area }) => area);
  const breaksOf = grouped(breaks, ({ area }) => area);
  const membersOf = grouped(memberships, ({ alliance }) => alliance);
  const presentOf = grouped(present, ({ metric }) => metric);
  const allianceOf = new Map(alliances.map((alliance) => [alliance.area, alliance]));
  const populationOf = new Map(ccgs.map(({ area, population }) => [area, population]));
  const similarOf = new Map(
    [...grouped(similar, ({ ccg }) => ccg)].map(([ccg, rows]) => [ccg, rows.map((row) => row.similar)]),
  );
  const isAlliance = (area: string) => allianceOf.has(area);
  const placedAt = new Map(placements.map(({ metric, period, areasAt }) => [`${metric} ${period}`, areasAt]));
  const firstIcbs = icbs.filter(({ from }) => from === icbs[0]?.from).map(({ icb }) => icb);

  /** The ICB in which most of the people of one of July 2022 are counted in a month, after all mergers until then. */
  function icbAt(icb: string, month: string): string {
    const [most] = icbSuccessions
      .filter((row) => row.icb === icb && row.from <= month)
      .sort((one, other) => other.share - one.share);
    return most ? icbAt(most.successor, month) : icb;
  }

  /** Today's Alliance in which an ICB is counted in a month. */
  const todayOf = (icb: string, month: string) =>
    icbs.find((row) => row.icb === icb && holds(row, month < row.from ? row.from : month))?.alliance;

  /** The CCG in which most of a 2016 CCG's people are counted in a month. */
  const successorAt = (ccg: string, month: string) =>
    (successionsOf.get(ccg) ?? [])
      .filter((row) => holds(row, month))
      .reduce<Succession | null>((best, row) => (best && best.share >= row.share ? best : row), null);

  const predecessorsIn = new Map<string, Map<string, string[]>>();

  /** The 2016 CCGs by the CCG in which they are counted in a month. */
  function predecessorsAt(month: string) {
    const kept = predecessorsIn.get(month);
    if (kept) return kept;
    const counted = ccgs.flatMap(({ area }) => successorAt(area, month) ?? []);
    const predecessors = new Map(
      [...grouped(counted, ({ successor }) => successor)].map(([area, rows]) => [
        area,
        rows.map(({ ccg }) => ccg),
      ]),
    );
    predecessorsIn.set(month, predecessors);
    return predecessors;
  }

  /** The 2016 CCGs, or the ICBs of July 2022, whose people an area holds in a month: the shapes a map colours for it. */
  function shapesOf(area: string, month: string): string[] {
    if (isAlliance(area)) return (membersOf.get(area) ?? []).map(({ ccg }) => ccg);
    const inside = alliances.filter(({ region }) => region === area);
    if (inside.length > 0) return [...new Set(inside.flatMap((alliance) => shapesOf(alliance.area, month)))];
    const level = areaAt(area, month)?.level;
    if (level === 'icb') return firstIcbs.filter((icb) => icbAt(icb, month) === area);
    if (level === 'alliance-today')
      return firstIcbs.filter((icb) => todayOf(icbAt(icb, month), month) === area);
    return predecessorsAt(month).get(area) ?? [];
  }

  /** The Alliances a CCG's figures count in, today's Alliance of an ICB, or the region of an Alliance. */
  function parentsOf(area: string, month: string): string[] {
    const alliance = allianceOf.get(area);
    if (alliance) return [alliance.region];
    const today = todayOf(area, month);
    if (today) return [today];
    const counted = (footprintsOf.get(area) ?? []).filter((row) => isAlliance(row.area) && holds(row, month));
    return [...new Set(counted.map((row) => row.area))];
  }

  /** An area with its name and level in a month; with its last ones where it did not exist then. */
  function areaAt(area: string, month: string): Version | undefined {
    const all = versionsOf.get(area) ?? [];
    return all.find((version) => holds(version, month)) ?? all.at(-1);
  }

  return {
    versions,
    /** The last month that any figure is of. */
    latestMonth: present.reduce((latest, { end }) => (end > latest ? end : latest), ''),
    versionsOf,
    successionsOf,
    breaksOf,
    allianceOf,
    populationOf,
    presentOf,
    footprintsOf,
    isAlliance,
    successorAt,
    shapesOf,
    parentsOf,
    /** The level of the areas that an Alliance’s figures of a month are summed from. */
    partLevelAt: (month: string): 'ccg' | 'icb' => (month >= (icbs[0]?.from ?? OPEN) ? 'icb' : 'ccg'),
    /** Whether an area’s figures of a month count in an Alliance’s. */
    countsIn: (area: string, alliance: string, month: string) =>
      (footprintsOf.get(area) ?? []).some((row) => row.area === alliance && holds(row, month)),
    areaAt,
    icbs,
    icbSuccessions,
    /** The period with the month whose areas the figures of a metric were published for. */
    placed: (metric: string, period: Period): Period => {
      const areasAt = placedAt.get(`${metric} ${period.id}`);
      return areasAt === undefined || areasAt === period.start ? period : { ...period, areasAt };
    },
    /** The areas of a level as they are in a month. */
    areasAt: (level: string, month: string) =>
      (areasAt.get(level) ?? []).filter((version) => holds(version, month)),
    /** The ten CCGs most similar to one of 2016, and those of them whose code still means the same CCG; null for others. */
    similarAt: (area: string, month: string) => {
      const of2016 = (ccg: string) => areaAt(ccg, month)?.from === '0000-00';
      const all = of2016(area) ? similarOf.get(area) : undefined;
      return all ? { all, now: all.filter(of2016) } : null;
    },
    /** The notes that belong beside an area's figures between two months. */
    notesOf: (area: string, start: string, end: string) =>
      (notesOf.get(area) ?? []).filter((note) => overlaps(note, start, end)).map(({ note }) => note),
  };
}

export type Geography = Awaited<ReturnType<typeof readGeography>>;

/** The end of what has not ended. */
export const OPEN = '9999-12';

/** The month that lies some months after another; before it where `by` is negative. */
export function addMonths(month: string, by: number): string {
  const number = 12 * Number(month.slice(0, 4)) + Number(month.slice(5)) - 1 + by;
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
}

const monthName = (month: string) => {
  const period = parsePeriod(month);
  return period ? periodLabel(period) : month;
};

/** The CCG that follows a CCG whose code has ended: where most of its people are counted from the month after. */
export function successorOf(geography: Geography, area: string) {
  const last = geography.versionsOf.get(area)?.at(-1);
  if (last?.level !== 'ccg' || last.until === OPEN) return null;
  const from = addMonths(last.until, 1);
  const people = new Map<string, number>();
  for (const ccg of geography.shapesOf(area, last.until)) {
    const follows = geography.successorAt(ccg, from);
    if (!follows) continue;
    const moved = follows.share * (geography.populationOf.get(ccg) ?? 0);
    people.set(follows.successor, (people.get(follows.successor) ?? 0) + moved);
  }
  const [most] = [...people].sort(([, a], [, b]) => b - a);
  return most ? { area: most[0], name: geography.areaAt(most[0], from)?.name ?? most[0], from } : null;
}

/** What became of an area under its code, in words: another footprint, or a merger; null where nothing did. */
export function historyOf(
  { versionsOf }: Geography,
  area: string,
  successor: { name: string; from: string } | null,
): string | null {
  const versions = versionsOf.get(area) ?? [];
  const sentences = versions.slice(1).map(({ name, from }, i) => {
    const until = monthName(addMonths(from, -1));
    return `The code ${area} is ${versions[i]?.name} until ${until}, then ${name}.`;
  });
  if (successor)
    sentences.push(`Its patients are counted in ${successor.name} from ${monthName(successor.from)}.`);
  return sentences.join(' ') || null;
}
