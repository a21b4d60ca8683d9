import type { Catalogue, CatalogueMetric, Scorecard, Snapshot } from '../../../data/contract/index.ts';
import { endOf, LONGEST_FIRST, parsePeriod } from '../../../data/periods.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { nullIfNoFigure } from '../../http/problem.ts';
import { reply } from '../../questions/reply.ts';

export const ENGLAND = 'england';

/** A table of areas by every metric: the CCGs or ICBs of an Alliance, or the Alliances of England. */
export type ScorecardTable = Pick<Scorecard, 'against' | 'columns' | 'rows' | 'notes'> & {
  /** What its rows are. */
  level: Scorecard['level'] | 'alliance';
};

export const scorecardTable = ({ against, level, columns, rows, notes }: Scorecard): ScorecardTable => ({
  level,
  against,
  columns,
  rows,
  notes,
});

/** The latest period of a metric by Alliance up to the end of another, of the same length if there is one. */
function latestBy({ periods }: CatalogueMetric, id: string): string | null {
  const asAt = parsePeriod(id);
  const ended = (each: string) => endOf(each) <= (asAt?.end ?? '');
  const order = [asAt?.grain ?? 'year', ...LONGEST_FIRST];
  for (const grain of order) {
    const own = periods.find((each) => each.level === 'alliance' && each.grain === grain);
    const last = own?.periods.filter(ended).at(-1);
    if (last) return last;
  }
  return null;
}

/** The Alliances of England by every metric that has figures for them by the end of a period. */
export async function englandScorecard(
  dataset: Dataset,
  { metrics }: Catalogue,
  period: string,
): Promise<ScorecardTable> {
  const latest = metrics.map((metric) => ({ metric, period: latestBy(metric, period) }));
  // Two at a time: asked at once, they would all stand in line before everybody else's questions.
  const replies: (Snapshot | null)[] = [];
  const left = latest.entries();
  const ask = async () => {
    for (const [index, { metric, period: last }] of left) {
      const query = { metric: metric.id, period: last ?? '', level: 'alliance' } as const;
      replies[index] = last === null ? null : await reply(dataset, 'snapshot', query).catch(nullIfNoFigure);
    }
  };
  await Promise.all([ask(), ask()]);
  const found = replies.flatMap((reply, index) => {
    const metric = metrics[index];
    return reply && metric ? [{ reply, metric }] : [];
  });
  const areas = found[0]?.reply.areas ?? [];
  return {
    level: 'alliance',
    against: found[0]?.reply.against ?? 'England',
    columns: found.map(({ reply, metric }) => ({
      metric: metric.id,
      label: metric.label,
      pathway: metric.pathway,
      period: reply.query.period,
      target: reply.target,
      alliance: null,
      england: reply.benchmark,
    })),
    rows: areas.map(({ area, name }) => ({
      area,
      name,
      cells: found.flatMap(({ reply, metric }) => {
        const cell = reply.areas.find((each) => each.area === area);
        return cell ? [{ ...cell, metric: metric.id }] : [];
      }),
    })),
    notes: [],
  };
}
