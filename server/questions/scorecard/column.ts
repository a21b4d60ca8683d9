import type { ScorecardCell, ScorecardColumn } from '../../../data/contract/index.ts';
import { type MetricId, metric as metricOf, targetAt } from '../../../data/metrics/index.ts';
import { type Period, periodLabel } from '../../../data/periods.ts';
import type { Geography, Version } from '../../dataset/geography.ts';
import { benchmarkFor, englandOf } from '../shared/benchmark/index.ts';
import { ofArea, placeOf } from '../shared/benchmark/place.ts';
import {
  besideOf,
  type Confidence,
  compare,
  figureOf,
  gap,
  isIllustrative,
  notesOf,
  passMark,
  type Row,
  type SnapshotRow,
  verdictOf,
} from '../shared/figures.ts';
import { formerly } from '../shared/latest.ts';
import { rowsAt } from '../shared/level.ts';

/** A metric in the period of its column, and every row it has there. */
export type Chosen = { id: MetricId; period: Period; rows: readonly SnapshotRow[] };

/** A column, and what stands in it of a CCG. */
export type Column = { head: ScorecardColumn; cellOf(ccg: Version): ScorecardCell };

const monthLabel = (month: string) => periodLabel({ id: month, grain: 'month', start: month, end: month });

/** Why a CCG has no row in the period of a column: it was made later, or had ended. */
const elsewhen = ({ name, from, until }: Version, period: Period) =>
  `${name} ${from > period.start ? `was made in ${monthLabel(from)}` : `ended in ${monthLabel(until)}`}; the figures of this metric are of ${periodLabel(period)}.`;

/** One metric of a scorecard; each cell says what /api/snapshot says of that metric, period and CCG. */
export function columnOf(
  geography: Geography,
  { id, period, rows }: Chosen,
  alliance: string,
  by: { against: string; confidence: Confidence },
): Column {
  const metric = metricOf(id);
  const asked = { against: by.against, level: 'ccg', period, metric: id, group: 'all', rows };
  const against = benchmarkFor({ geography }, asked);
  const target = targetAt(id, period.end);
  const mark = passMark(target);
  const all = rowsAt(geography, { level: 'ccg', period, group: 'all' }, rows);
  const rowOf = new Map<string, Row>(all.map((row) => [row.area, row]));

  return {
    head: {
      metric: id,
      label: metric.label,
      pathway: metric.pathway,
      period: period.id,
      target,
      illustrative: all.some(isIllustrative),
      alliance: ofArea(placeOf(geography, asked), alliance).row,
      england: englandOf(rows, metric).row,
    },
    cellOf(ccg) {
      const row = rowOf.get(ccg.area) ?? gap(ccg.area, elsewhen(ccg, period));
      const own = against.of(ccg.area);
      return {
        metric: id,
        ...figureOf(row),
        ...compare(row, own.row, own.why, metric, by.confidence),
        verdict: verdictOf(row, mark, metric),
        notes: [
          ...notesOf(row, geography.notesOf(ccg.area, period.start, period.end), besideOf(metric, 'ccg')),
          ...formerly(ccg.area, geography.areaAt(ccg.area, period.start)?.name, ccg.name),
        ],
      };
    },
  };
}
