import type { Areas, Trend } from '../../../../data/contract/index.ts';

const ccg = (
  area: string,
  name: string,
  similar: string[],
  successors: Areas['ccgs'][number]['successors'] = [],
) => ({ area, name, similar, successors }) as unknown as Areas['ccgs'][number];
const bradfordDistrict = {
  area: '36J',
  name: 'NHS Bradford District and Craven CCG',
  from: '2020-04',
  share: 1,
  fit: 'exact' as const,
  note: '',
};

/** Three CCGs of West Yorkshire, one that followed two of them, an Alliance beside theirs, and a region. */
export const areas = (): Areas =>
  ({
    query: {},
    dataVersion: 'test',
    regions: [{ area: 'region-north', name: 'North', alliances: ['west-yorkshire'] }],
    alliances: [
      { area: 'west-yorkshire', name: 'West Yorkshire', kind: 'alliance', ccgs: ['02N', '02W', '02T'] },
      { area: 'peninsula', name: 'Peninsula', kind: 'alliance', ccgs: ['11N'] },
    ],
    ccgs: [
      ccg('02N', 'NHS Airedale, Wharfedale and Craven CCG', ['02T', '10A'], [bradfordDistrict]),
      ccg('02W', 'NHS Bradford City CCG', [], [bradfordDistrict]),
      ccg('02T', 'NHS Calderdale CCG', ['02N', '10A']),
    ],
    icbs: [],
    alliancesToday: [],
    laterCcgs: [
      {
        area: '36J',
        name: 'NHS Bradford District and Craven CCG',
        from: '2020-04',
        until: null,
        predecessors: ['02N', '02W'],
        alliance: 'west-yorkshire',
        fit: 'exact',
      },
    ],
  }) as unknown as Areas;

/** A trend by quarter from a value for each period; null for a gap. */
export const trend = (
  area: string,
  values: Readonly<Record<string, number | null>>,
  over: Partial<Trend> = {},
): Trend =>
  ({
    query: { metric: '62-day-wait', area, grain: 'quarter' },
    dataVersion: 'test',
    area: { area, name: `NHS ${area} CCG`, level: 'ccg' },
    points: Object.entries(values).map(([period, value]) => ({ period, value, notes: [] })),
    targets: [],
    breaks: [],
    successor: null,
    ...over,
  }) as unknown as Trend;
