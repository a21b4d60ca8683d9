import path from 'node:path';
import { readCsv } from '../../scripts/ingest/csv.ts';
import { ROOT } from '../../server/dataset/root.ts';

const table = (name: string) => readCsv(path.join(ROOT, 'data/geography', name));

const alliances = table('alliances.csv');
const memberships = table('memberships.csv');
const commissioners = table('commissioners.csv');

/** The 19 Alliances of Annex i, Vanguards among them, in its order. */
export const ALLIANCES = alliances.map(({ id = '' }) => id);

/** What makes an Alliance unlike another: a Vanguard or not, and few (under 6), several or many (15 and more) CCGs. */
function kindOfAlliance(area: string): string {
  const kind = alliances.find(({ id }) => id === area)?.kind;
  const ccgs = memberships.filter(({ alliance }) => alliance === area).length;
  return `${kind} of ${ccgs < 6 ? 'few' : ccgs < 15 ? 'several' : 'many'} CCGs`;
}

/** What became of a CCG, by the dates of its code. */
function historyOf(ccg: string): string {
  const rows = commissioners.filter(({ id }) => id === ccg);
  if (rows.length > 1) return 'whose code changed its meaning';
  const [{ from = '', until = '' } = {}] = rows;
  return from !== '' ? 'made later' : until !== '' ? 'that merged' : 'that lasts';
}

/** What makes an area unlike another for a sample: its level, the kind of an Alliance, what became of a CCG. */
export function kindOfArea(area: string): string {
  if (ALLIANCES.includes(area)) return kindOfAlliance(area);
  if (area === 'england' || area.startsWith('region-')) return area.replace(/-.*/, '');
  return `ccg ${historyOf(area)}`;
}
