import path from 'node:path';
import { ROOT } from '../../server/dataset/root.ts';
import { readCsv } from '../ingest/csv.ts';
import type { Groups } from './topology.ts';

const GEOGRAPHY = path.join(ROOT, 'data/geography');

export type Geography = { alliances: Groups; regions: Groups; names: Map<string, string> };

/** Alliances and regions with the NHS codes of their CCGs, and the CCGs' names, from data/geography. */
export function geography(directory = GEOGRAPHY): Geography {
  const alliances: Groups = new Map();
  const regions: Groups = new Map();
  const memberships = readCsv(path.join(directory, 'memberships.csv'));
  for (const { id = '', region = '' } of readCsv(path.join(directory, 'alliances.csv'))) {
    const members = memberships.filter(({ alliance }) => alliance === id).map(({ ccg = '' }) => ccg);
    alliances.set(id, members);
    regions.set(region, [...new Set([...(regions.get(region) ?? []), ...members])]);
  }
  const ccgs = readCsv(path.join(directory, 'ccgs.csv'));
  return { alliances, regions, names: new Map(ccgs.map(({ id = '', name = '' }) => [id, name])) };
}
