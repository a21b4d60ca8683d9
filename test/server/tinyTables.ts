export const ALWAYS = { from_month: '0000-00', until_month: '9999-12' };
export const before = (month: string) => ({ from_month: '0000-00', until_month: month });
export const since = (month: string) => ({ from_month: month, until_month: '9999-12' });

/** The tables of an invented country: three CCGs in two Alliances, two of them merging in March 2017. */
export const TABLES = {
  period: [
    { id: '2016-04', grain: 'month', start_month: '2016-04', end_month: '2016-04', months: 1 },
    { id: '2017-03', grain: 'month', start_month: '2017-03', end_month: '2017-03', months: 1 },
    { id: 'fy2016-17', grain: 'year', start_month: '2016-04', end_month: '2017-03', months: 12 },
    { id: '2011', grain: 'calendar-year', start_month: '2011-01', end_month: '2011-12', months: 12 },
    { id: '2016', grain: 'calendar-year', start_month: '2016-01', end_month: '2016-12', months: 12 },
  ],
  region: [{ id: 'region-north', name: 'North' }],
  alliance: [
    {
      id: 'upper',
      name: 'Upper Alliance',
      kind: 'alliance',
      lead_name: 'A Lead',
      lead_role: 'Chair',
      lead_organisation: 'A Trust',
    },
    { id: 'lower', name: 'Lower Vanguard', kind: 'vanguard' },
  ].map((row) => ({
    lead_name: null,
    lead_role: null,
    lead_organisation: null,
    ...row,
    name_printed: row.name,
    short_name: row.name,
    region: 'region-north',
    population_printed: '1 million',
    population: 1_000_000,
    ccgs_printed: 2,
  })),
  stp: [
    {
      alliance: 'upper',
      name: 'An STP',
      name_printed: 'An STP',
      ons_code: 'E54000001',
      coverage: 'part',
      coverage_printed: 'only A',
    },
  ],
  ccg: ['00A', '00B', '00C'].map((id, i) => ({
    id,
    ons_code: `E3800000${i}`,
    name: `NHS ${['Apple', 'Birch', 'Cedar'][i]} CCG`,
    name_printed: `HS ${id}`,
    population: 100_000 * (i + 1),
    imd_score: 20.5,
    imd_rank: i + 1,
    longitude: 0,
    latitude: 53,
    stp: 'An STP',
  })),
  membership: [
    { alliance: 'upper', ccg: '00A' },
    { alliance: 'lower', ccg: '00B' },
    { alliance: 'lower', ccg: '00C' },
  ],
  load: [
    {
      id: 'load-0001',
      loaded_at: '2026-01-02T00:00:00.000Z',
      version_before: 'older',
      version: 'tiny',
      files: 'april.xlsx: Waits, <April> 2016',
      added: 1,
      revised: 2,
      removed: 0,
    },
  ],
  revision: [
    {
      ...{ load: 'load-0001', metric: '62-day-wait', area: '00A', period: '2016-04', grp: 'all' },
      ...{ old_numerator: 90, old_denominator: 100, old_value: 0.9, old_status: 'provisional' },
      ...{ numerator: 95, denominator: 100, value: 0.95, status: 'published' },
    },
    {
      ...{ load: 'load-0001', metric: '62-day-wait', area: 'upper', period: '2016-04', grp: 'all' },
      ...{ old_numerator: 91, old_denominator: 100, old_value: 0.91, old_status: 'derived' },
      ...{ numerator: 95, denominator: 100, value: 0.95, status: 'derived' },
    },
  ],
  similar_ccg: [{ ccg: '00A', place: 1, similar_to: '00B' }],
  area: [
    { id: 'england', name: 'England', level: 'england', ...ALWAYS },
    { id: 'region-north', name: 'North', level: 'region', ...ALWAYS },
    { id: 'upper', name: 'Upper Alliance', level: 'alliance', ...ALWAYS },
    { id: 'lower', name: 'Lower Vanguard', level: 'alliance', ...ALWAYS },
    { id: '00A', name: 'NHS Apple CCG', level: 'ccg', ...ALWAYS },
    { id: '00B', name: 'NHS Birch CCG', level: 'ccg', ...before('2017-02') },
    { id: '00C', name: 'NHS Cedar CCG', level: 'ccg', ...before('2017-02') },
    { id: '11M', name: 'NHS Merged CCG', level: 'ccg', ...since('2017-03') },
  ],
  succession: [
    { ccg: '00A', successor: '00A', ...ALWAYS, share: 1, fit: 'exact' },
    ...['00B', '00C'].flatMap((ccg) => [
      { ccg, successor: ccg, ...before('2017-02'), share: 1, fit: 'exact' },
      { ccg, successor: '11M', ...since('2017-03'), share: 1, fit: 'exact' },
    ]),
  ],
  footprint: [
    { area: 'upper', commissioner: '00A', ...ALWAYS, fit: 'exact' },
    { area: 'lower', commissioner: '00B', ...before('2017-02'), fit: 'exact' },
    { area: 'lower', commissioner: '00C', ...before('2017-02'), fit: 'exact' },
    { area: 'lower', commissioner: '11M', ...since('2017-03'), fit: 'exact' },
  ],
  area_note: [{ area: 'lower', ...since('2017-03'), note: 'The lower Alliance changed.' }],
  series_break: [
    { area: 'lower', from_month: '2017-03', moved: 0.1, reason: 'A tenth of its people moved.' },
  ],
  source_file: ['cwt-2016-04', 'cwt-2017-03', 'survival', 'other'].map((id) => ({
    id,
    publisher: 'A publisher',
    publication: `Publication ${id}`,
    period: '',
    file: `${id}.xlsx`,
    sha256: 'ab12',
    rows: 4,
    licence: 'OGL',
  })),
};
