import {
  type Alliance,
  type AllianceToday,
  Areas,
  type Ccg,
  type Icb,
  type LaterCcg,
  type OwnAreaReply,
} from '../../../data/contract/index.ts';
import { grouped } from '../../../data/grouped.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { OPEN, type Version } from '../../dataset/geography.ts';
import { nothing, question } from '../question.ts';

type AllianceRow = Omit<Alliance, 'lead' | 'stps' | 'ccgs'> & {
  leadName: string | null;
  leadRole: string | null;
  leadOrganisation: string | null;
};
type StpRow = Alliance['stps'][number] & { alliance: string };
type MemberRow = { area: string; level: OwnAreaReply['level']; member: string };
type CcgRow = Omit<Ccg, 'alliances' | 'similar' | 'successors'>;

/** A CCG that is none of Annex i: made by a merger, or a new footprint under an old code. */
function laterCcg({ geography }: Dataset, version: Version): LaterCcg {
  const { area, name, from, until } = version;
  const counted = (geography.footprintsOf.get(area) ?? []).find(
    (row) => geography.isAlliance(row.area) && row.from <= from && from <= row.until,
  );
  const predecessors = [...geography.successionsOf.values()]
    .flat()
    .filter((row) => row.successor === area && row.from <= from && from <= row.until)
    .map(({ ccg }) => ccg);
  return {
    area,
    name,
    from,
    until: until === OPEN ? null : until,
    predecessors: [...new Set(predecessors)],
    alliance: counted?.area ?? '',
    fit: counted?.fit ?? 'exact',
  };
}

/** An ICB with today's Alliance, the Alliances of Annex i its people live in, and what became of it. */
function icbOf(
  { geography }: Dataset,
  { area, name, from, until, population }: Version,
  onsCode: string,
): Icb {
  const { footprintsOf, icbs, icbSuccessions, isAlliance, populationOf, successionsOf } = geography;
  const people = new Map<string, number>();
  for (const row of [...successionsOf.values()].flat()) {
    if (row.successor !== area || from < row.from || row.until < from) continue;
    const homes = geography.parentsOf(row.ccg, '2017-04');
    const inside = homes.length > 0 ? homes : geography.parentsOf(row.ccg, '2016-12');
    for (const home of inside)
      people.set(home, (people.get(home) ?? 0) + row.share * (populationOf.get(row.ccg) ?? 0));
  }
  const all = [...people.values()].reduce((sum, each) => sum + each, 0);
  const counted = (footprintsOf.get(area) ?? []).filter((row) => isAlliance(row.area)).map((row) => row.area);
  return {
    area,
    name,
    onsCode,
    from,
    until: until === OPEN ? null : until,
    population,
    allianceToday: icbs.find((row) => row.icb === area)?.alliance ?? '',
    alliances: [...people]
      .sort(([, one], [, other]) => other - one)
      .map(([alliance, each]) => ({
        area: alliance,
        share: Math.round((1000 * each) / all) / 1000,
        counted: counted.includes(alliance),
      })),
    successors: icbSuccessions
      .filter((row) => row.icb === area)
      .map(({ successor, from: since, share }) => ({
        area: successor,
        name: geography.areaAt(successor, since)?.name ?? successor,
        from: since,
        share,
      })),
  };
}

async function areas(dataset: Dataset): Promise<Areas> {
  const { db, geography, version } = dataset;
  const [regions, alliances, stps, ccgs, memberships, similar] = await Promise.all([
    db.rows<{ area: string; name: string }>('regions'),
    db.rows<AllianceRow>('alliances'),
    db.rows<StpRow>('stps'),
    db.rows<CcgRow>('ccgs'),
    db.rows<{ alliance: string; ccg: string }>('memberships'),
    db.rows<{ ccg: string; similar: string }>('similar'),
  ]);
  const members = grouped(await db.rows<MemberRow>('own-members'), ({ area }) => area);
  const codes = await db.rows<{ area: string; onsCode: string; level: string }>('codes-today');
  const codeOf = new Map(codes.map(({ area, onsCode }) => [area, onsCode]));
  const later = geography.versions.filter(({ level, from }) => level === 'ccg' && from > '0000-00');
  return {
    query: {},
    dataVersion: version,
    latestMonth: geography.latestMonth,
    regions: regions.map((region) => ({
      ...region,
      alliances: alliances.filter((each) => each.region === region.area).map(({ area }) => area),
    })),
    alliances: alliances.map(({ leadName, leadRole, leadOrganisation, ...alliance }) => ({
      ...alliance,
      lead:
        leadName === null
          ? null
          : { name: leadName, role: leadRole ?? '', organisation: leadOrganisation ?? '' },
      stps: stps.filter((stp) => stp.alliance === alliance.area).map(({ alliance: _, ...stp }) => stp),
      ccgs: memberships.filter((each) => each.alliance === alliance.area).map(({ ccg }) => ccg),
    })),
    ccgs: ccgs.map((ccg) => ({
      ...ccg,
      alliances: memberships.filter((each) => each.ccg === ccg.area).map(({ alliance }) => alliance),
      similar: similar.filter((each) => each.ccg === ccg.area).map((each) => each.similar),
      successors: (geography.successionsOf.get(ccg.area) ?? [])
        .filter(({ from }) => from > '0000-00')
        .map(({ successor, from, share, fit, note }) => ({
          area: successor,
          name: geography.areaAt(successor, from)?.name ?? successor,
          from,
          share,
          fit,
          note,
        })),
    })),
    laterCcgs: later.map((each) => laterCcg(dataset, each)),
    icbs: geography.versions
      .filter(({ level }) => level === 'icb')
      .map((each) => icbOf(dataset, each, codeOf.get(each.area) ?? '')),
    alliancesToday: geography.versions
      .filter(({ level }) => level === 'alliance-today')
      .map(
        ({ area, name, population }): AllianceToday => ({
          area,
          name,
          shortName: name.replace(/ Cancer Alliance$/, ''),
          onsCode: codeOf.get(area) ?? '',
          icbs: [...new Set(geography.icbs.filter((row) => row.alliance === area).map(({ icb }) => icb))],
          population,
        }),
      ),
    ownAreas: geography.versions
      .filter(({ level }) => level === 'own')
      .map((each) => ownArea(each, members.get(each.area) ?? [])),
  };
}

const ownArea = (
  { area, name, from, until, population }: Version,
  members: readonly MemberRow[],
): OwnAreaReply => ({
  area,
  name,
  level: members[0]?.level ?? 'ccg',
  members: members.map(({ member }) => member),
  from: from === BEGINNING ? null : from,
  until: until === OPEN ? null : until,
  population,
});

/** The beginning of what was there before the first figures. */
const BEGINNING = '0000-00';

export const areasQuestion = question({
  path: '/api/areas',
  summary:
    'Regions, Alliances, CCGs, ICBs and own areas: names, codes, leads, STPs, memberships, populations, successors.',
  parameters: nothing,
  query: nothing,
  reply: Areas,
  examples: ['/api/areas'],
  answer: areas,
});
