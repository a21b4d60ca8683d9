import { GAP, rating, score, wait, writeTiny } from './tiny.ts';
import { ALWAYS, before, since, TABLES } from './tinyTables.ts';

const CCGS = ['W01', 'W02', 'W03', 'W04', 'W05', 'W06', 'W07', 'W08', 'W09', 'W10', 'W11', 'W12'];

/** W11 lies in two Alliances, W12 is the only CCG of its own. */
const MEMBERS = [
  ...CCGS.slice(0, 11).map((ccg) => ({ alliance: 'east', ccg })),
  { alliance: 'west', ccg: 'W11' },
  { alliance: 'lone', ccg: 'W12' },
];

const alliance = TABLES.alliance[0];
const ccg = TABLES.ccg[0];
const area = (id: string, level: string, months: object = ALWAYS, name = `NHS ${id} CCG`) => ({
  id,
  name,
  level,
  ...months,
});

/** Twelve CCGs; W08 and W09 become W99 in March 2017, when W10 becomes another CCG under its old code. */
const WIDE_TABLES = {
  ...TABLES,
  stp: [],
  alliance: ['east', 'west', 'lone'].map((id) => ({ ...alliance, id, name: `The ${id}` })),
  ccg: CCGS.map((id, i) => ({ ...ccg, id, ons_code: `E38${i}`, population: 1000 * (i + 1) })),
  membership: MEMBERS,
  similar_ccg: [
    ...CCGS.slice(1, 11).map((similar_to, i) => ({ ccg: 'W01', place: i + 1, similar_to })),
    ...CCGS.slice(1, 7).map((similar_to, i) => ({ ccg: 'W12', place: i + 1, similar_to })),
  ],
  area: [
    area('england', 'england', ALWAYS, 'England'),
    area('region-north', 'region', ALWAYS, 'North'),
    ...['east', 'west', 'lone'].map((id) => area(id, 'alliance', ALWAYS, `The ${id}`)),
    ...CCGS.filter((id) => !['W08', 'W09', 'W10'].includes(id)).map((id) => area(id, 'ccg')),
    ...['W08', 'W09', 'W10'].map((id) => area(id, 'ccg', before('2017-02'))),
    area('W10', 'ccg', since('2017-03'), 'NHS New W10 CCG'),
    area('W99', 'ccg', since('2017-03')),
  ],
  succession: CCGS.map((id) => ({ ccg: id, successor: id, ...ALWAYS, share: 1, fit: 'exact' })),
  footprint: [
    ...MEMBERS.map((row) => ({ area: row.alliance, commissioner: row.ccg, ...ALWAYS, fit: 'exact' })),
    { area: 'east', commissioner: 'W99', ...since('2017-03'), fit: 'exact' },
  ],
  area_note: [],
  series_break: [],
};

const suppressed = { ...GAP, status: 'suppressed', source: 'cwt', note: 'Fewer than five people.' };

/** In April 2016 W06 is withheld and W07 has no row; most are very small. */
const WIDE_OBSERVATIONS = [
  wait('W01', '2016-04', 85, 100),
  wait('W02', '2016-04', 5, 5),
  wait('W03', '2016-04', 0, 1),
  wait('W04', '2016-04', 1, 2),
  wait('W05', '2016-04', 2, 3),
  { ...wait('W06', '2016-04', 1, 4), ...suppressed },
  wait('W08', '2016-04', 80, 100),
  wait('W09', '2016-04', 90, 100),
  wait('W10', '2016-04', 70, 100),
  wait('W11', '2016-04', 60, 100),
  wait('W12', '2016-04', 50, 100),
  wait('east', '2016-04', 393, 511),
  wait('west', '2016-04', 60, 100),
  wait('lone', '2016-04', 50, 100),
  ...['W02', 'W03', 'W04', 'W05', 'W11'].map((id) => wait(id, '2017-03', 5, 10)),
  ...['W01', 'W10', 'W99'].map((id) => wait(id, '2017-03', 9, 10)),
  wait('england', '2017-03', 60, 100),
  ...CCGS.slice(0, 10).map((id, i) => ({
    ...score('under-75-mortality', id, '2011', 100 + 5 * i, 'published', 'survival'),
    lower: 95 + 5 * i,
    upper: 105 + 5 * i,
  })),
  ...CCGS.map((id) => ({ ...wait(id, 'fy2016-17', 2, 100), metric: 'cancer-prevalence' })),
  ...CCGS.map(rating),
];

/** Writes an invented dataset of twelve CCGs. */
export const writeWide = (file: string) => writeTiny(file, 'wide', WIDE_OBSERVATIONS, WIDE_TABLES);
