import { type SourceCell, Sources, SourcesParams, SourcesQuery } from '../../../data/contract/index.ts';
import { type Metric, metric as metricOf, openingGroup } from '../../../data/metrics/index.ts';
import { areasMonth, type Period, periodLabel } from '../../../data/periods.ts';
import { SOURCES } from '../../../data/sources.ts';
import { plural } from '../../../data/text/words.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { ProblemError } from '../../http/problem.ts';
import { question } from '../question.ts';
import { figureOf, gap, type Row } from '../shared/figures.ts';
import { lookupArea, lookupGroup, lookupMetric, readPeriod } from '../shared/lookup.ts';

type FigureRow = Row & { source: string };
type Query = { metric: string; area: string; period: string; group?: string };

const INTERVAL = 'Interval: Wilson score, 95%.';

async function sources(dataset: Dataset, query: Query): Promise<Sources> {
  const { geography, db } = dataset;
  const id = lookupMetric(query.metric);
  const group = openingGroup(id, query.group);
  const area = lookupArea(geography, query.area);
  const period = geography.placed(id, readPeriod(query.period));
  lookupGroup(geography, id, group);
  const name = geography.areaAt(area, areasMonth(period))?.name ?? area;
  const key = { metric: id, area, period: period.id, group };
  const [[row], cells, earlier] = await Promise.all([
    db.rows<FigureRow>('figure', key),
    db.rows<SourceCell>('sources', { ...key, start: period.start, end: period.end }),
    db.rows<Sources['earlier'][number]>('earlier', key),
  ]);
  if (!row)
    throw new ProblemError('no_data', `There is no figure of ${id} for ${name} in ${periodLabel(period)}.`);
  const figure = { ...gap(area, ''), ...row };
  return {
    query: key,
    dataVersion: dataset.version,
    figure: { area, name, period: period.id, ...figureOf(figure), note: row.note },
    method: methodOf({ ...figure, source: row.source }, cells, period, metricOf(id)),
    earlier,
    cells,
  };
}

/** What was done to the publisher's figures, in words. */
function methodOf(row: FigureRow, cells: readonly SourceCell[], period: Period, metric: Metric): string {
  const { publication, publisher } = SOURCES[metric.source];
  const counted = row.numerator !== null ? ` Value = numerator / denominator. ${INTERVAL}` : '';
  const published = `${cells[0]?.publication ?? publication}, ${cells[0]?.publisher ?? publisher}`;
  switch (row.status) {
    case 'published':
      return `Published: ${published}.${counted}`;
    case 'provisional':
      return `Published as provisional, so that it may still be revised: ${published}.${counted}`;
    case 'inferred-period':
      return `Published: ${published}. The publication does not state the period; it is inferred.${counted}`;
    case 'derived':
      return cells.length === 1 && cells[0]?.area === row.area
        ? `Derived from ${published}. ${row.note}${counted}`
        : derived(row, cells, period);
    case 'incomplete':
      return cells.some(({ area, period: of }) => area !== row.area || of !== period.id)
        ? `${derived(row, cells, period)} ${row.note}`
        : `Published: ${published}.${counted} ${row.note}`;
    case 'no-patients':
    case 'missing-submission':
      return row.note;
    case 'suppressed':
      return `Withheld by the publisher: ${row.note}`;
    case 'not-published':
      return `No figure: ${row.note}`;
  }
}

/** How an area’s figure is made from several published ones, in words. */
function derived(row: FigureRow, cells: readonly SourceCell[], period: Period): string {
  const areas = new Set(cells.map(({ area }) => area)).size;
  if (row.numerator === null)
    return `${row.note} From ${plural(cells.length, 'published figure')} of ${plural(areas, 'CCG')}, ${periodLabel(period)}.`;
  const kind = cells.some((cell) => cell.period !== period.id) ? 'monthly figure' : 'figure';
  const summed = cells.every(({ area }) => area === row.area)
    ? `its own ${plural(cells.length, kind)}`
    : `${plural(cells.length, kind)} of ${plural(areas, 'commissioner')}`;
  return `Sum of ${summed}, ${periodLabel(period)}; value = numerator / denominator. ${INTERVAL}`;
}

export const sourcesQuestion = question({
  path: '/api/sources/:metric/:area/:period',
  summary:
    'Where one figure came from: publication, file, sheet and row of each cell, and what was done to it.',
  parameters: SourcesParams,
  query: SourcesQuery,
  reply: Sources,
  examples: [
    '/api/sources/62-day-wait/greater-manchester/fy2016-17',
    '/api/sources/one-year-survival/02N/2011',
  ],
  answer: sources,
});
