import path from 'node:path';
import { ROOT } from '../../server/dataset/root.ts';
import { readCsv } from '../ingest/csv.ts';
import type { Groups } from './topology.ts';

const GEOGRAPHY = path.join(ROOT, 'data/geography');

/** Alliances and regions with the codes of their areas, the areas' names, and their codes by another code. */
export type Geography = {
  alliances: Groups;
  regions: Groups;
  names: Map<string, string>;
  byCode: ReadonlyMap<string, string>;
};

/** The 19 Alliances and 4 regions of Annex i, of CCGs by NHS code. */
export function annexI(directory = GEOGRAPHY): Geography {
  const alliances: Groups = new Map();
  const regions: Groups = new Map();
  const memberships = readCsv(path.join(directory, 'memberships.csv'));
  for (const { id = '', region = '' } of readCsv(path.join(directory, 'alliances.csv'))) {
    const members = memberships.filter(({ alliance }) => alliance === id).map(({ ccg = '' }) => ccg);
    alliances.set(id, members);
    regions.set(region, [...new Set([...(regions.get(region) ?? []), ...members])]);
  }
  const ccgs = readCsv(path.join(directory, 'ccgs.csv'));
  const names = new Map(ccgs.map(({ id = '', name = '' }) => [id, name]));
  return { alliances, regions, names, byCode: new Map() };
}

/** The ICBs of London, for the inset. */
const LONDON = ['QMJ', 'QMF', 'QRV', 'QWE', 'QKK'];

/** Today's 21 Alliances, of the 42 ICBs of July 2022 by NHS code; their ONS codes lead to these. */
export function today(directory = GEOGRAPHY): Geography {
  const rows = (name: string) => readCsv(path.join(directory, name));
  const icbs = rows('commissioners.csv').filter(({ kind, from }) => kind === 'icb' && from === '2022-04');
  const alliances: Groups = new Map();
  for (const { icb = '', alliance = '', from } of rows('memberships-today.csv'))
    if (from === '2022-04') alliances.set(alliance, [...(alliances.get(alliance) ?? []), icb]);
  return {
    alliances,
    regions: new Map([['region-london', LONDON]]),
    names: new Map(icbs.map(({ id = '', name = '' }) => [id, name])),
    byCode: new Map([...icbs, ...rows('ons-codes.csv')].map(({ ons_code = '', id = '' }) => [ons_code, id])),
  };
}
