import type { FingertipsRow, ObservationRow } from '../../../data/contract/index.ts';
import { type Metric, type MetricId, metric as metricOf } from '../../../data/metrics/index.ts';
import { type Period, parsePeriod } from '../../../data/periods.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { grouped } from '../../dataset/geography.ts';
import { comparableEngland } from '../../questions/shared/figures.ts';
import { type Beside, fingertipsRow } from './fingertipsRow.ts';
import { EVERYTHING, type ObservationsAsked, observationSlices } from './observations.ts';

const ENGLAND = { code: 'E92000001', name: 'England' };
const NOWHERE = { code: '', name: '' };

type Source = { period: string; group: string; source: string };
type Benchmarks = {
  england(row: ObservationRow): ObservationRow | null;
  of(area: string, row: ObservationRow): ObservationRow | null;
};

const keyOf = (...parts: string[]) => parts.join(' ');

async function every(dataset: Dataset, asked: Partial<ObservationsAsked>) {
  const rows: ObservationRow[] = [];
  for await (const slice of observationSlices(dataset, { ...EVERYTHING, ...asked })) rows.push(...slice);
  return rows;
}

/** The figures that those of a metric are compared with, in every period: England's and each Alliance's. */
async function benchmarksOf(dataset: Dataset, id: MetricId, metric: Metric): Promise<Benchmarks> {
  const [england, alliances, sources] = await Promise.all([
    every(dataset, { metric: id, level: 'england' }),
    every(dataset, { metric: id, level: 'alliance' }),
    dataset.db.rows<Source>('published-in', { metric: id }),
  ]);
  const englandIn = grouped(england, ({ period }) => period);
  const sourcesIn = grouped(sources, ({ period, group }) => keyOf(period, group));
  const rowOf = new Map(alliances.map((row) => [keyOf(row.area, row.period, row.group), row]));
  const found = new Map<string, ObservationRow | null>();
  return {
    england({ period, group }) {
      const key = keyOf(period, group);
      let row = found.get(key);
      if (row === undefined) {
        const own = (englandIn.get(period) ?? []).filter(
          (each) => each.group === group || each.group.startsWith('release:'),
        );
        const published = new Set((sourcesIn.get(key) ?? []).map(({ source }) => source));
        row = comparableEngland(own, metric, published);
        found.set(key, row);
      }
      return row;
    },
    of: (area, { period, group }) => rowOf.get(keyOf(area, period, group)) ?? null,
  };
}

/** The codes of CCGs as the Office for National Statistics had them in December 2016. */
async function codesOf({ db, geography }: Dataset) {
  const ccgs = await db.rows<{ area: string; onsCode: string }>('ccgs');
  const codes = new Map(ccgs.map(({ area, onsCode }) => [area, onsCode]));
  // A code that came to mean another CCG got another ONS code then.
  return (area: string, period: Period) =>
    geography.areaAt(area, period.start)?.from === '0000-00' ? (codes.get(area) ?? area) : area;
}

function besideOf(
  { geography }: Dataset,
  row: ObservationRow,
  period: Period,
  benchmarks: Benchmarks,
): Omit<Beside, 'code'> {
  const england = benchmarks.england(row);
  if (row.level === 'england') return { parent: NOWHERE, england, alliance: null };
  if (row.level !== 'ccg') return { parent: ENGLAND, england, alliance: null };
  const [alliance, ...others] = geography.parentsOf(row.area, period.start);
  if (alliance === undefined || others.length > 0) return { parent: NOWHERE, england, alliance: null };
  const name = geography.areaAt(alliance, period.start)?.name ?? alliance;
  return { parent: { code: alliance, name }, england, alliance: benchmarks.of(alliance, row) };
}

/**
 * The figures and gaps asked for in Fingertips' columns, some thousand at a time, each compared as the map compares it.
 * Beside a slice, it keeps the figures of England and of the Alliances for one metric.
 */
export async function* fingertipsSlices(
  dataset: Dataset,
  asked: ObservationsAsked,
): AsyncGenerator<readonly FingertipsRow[]> {
  const codeOf = await codesOf(dataset);
  let metric = '';
  let benchmarks: Benchmarks | undefined;
  for await (const slice of observationSlices(dataset, asked)) {
    const id = slice[0]?.metric as MetricId;
    if (benchmarks === undefined || metric !== id) benchmarks = await benchmarksOf(dataset, id, metricOf(id));
    metric = id;
    const beside = benchmarks;
    yield slice.map((row) => {
      const period = parsePeriod(row.period);
      if (!period) throw new Error(`${row.period} is no period`);
      const code = row.area === 'england' ? ENGLAND.code : codeOf(row.area, period);
      return fingertipsRow(row, period, { code, ...besideOf(dataset, row, period, beside) });
    });
  }
}
