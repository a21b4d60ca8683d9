import { type MetricId, metric as metricOf } from '../../../../data/metrics/index.ts';
import { SOURCES } from '../../../../data/sources.ts';
import { periodBrief } from '../../../../data/text/words.ts';
import type { Gathered } from '../../shared/gather.ts';
import type { BookCell } from '../../shared/xlsx/book.ts';
import { type Column, tableOf, textCell } from '../../shared/xlsx/book.ts';
import type { FigureSheet } from '../../shared/xlsx/front-matter.ts';

const source = (id: MetricId) => SOURCES[metricOf(id).source];

/** The source of every measure of a workbook, and the address that lists the published cells behind its figure. */
export function sourcesSheet(
  { subject, scorecard, profile, progress }: Gathered,
  ids: readonly MetricId[],
  origin: string,
): FigureSheet {
  const own = progress.rows.filter(({ value }) => value !== null);
  const shown = [...own, ...(profile?.rows ?? []).filter(({ value }) => value !== null)];
  const inScorecard = (scorecard?.columns ?? []).filter((column) =>
    subject.level === 'england' ? column.england : column.alliance,
  );
  const periodOf = (id: MetricId) =>
    [...shown, ...inScorecard].find(({ metric }) => metric === id)?.period ?? null;
  const cells = (id: MetricId): BookCell => {
    const period = periodOf(id);
    if (period === null) return textCell(null);
    const url = `${origin}/api/sources/${id}/${encodeURIComponent(subject.area)}/${period}`;
    return { text: url, url };
  };
  const columns: readonly Column<MetricId>[] = [
    { head: 'Metric', width: 34, cell: (id) => metricOf(id).label },
    { head: 'Publisher', width: 28, cell: (id) => source(id).publisher },
    { head: 'Publication', width: 50, cell: (id) => source(id).publication },
    {
      head: 'Where it is published',
      width: 40,
      cell: (id) => ({ text: source(id).page, url: source(id).page }),
    },
    { head: 'Licence', width: 30, cell: (id) => source(id).licence },
    { head: 'How often', width: 12, cell: (id) => textCell(source(id).frequency) },
    { head: 'How late', width: 34, cell: (id) => textCell(source(id).lag) },
    { head: 'Next', width: 40, cell: (id) => textCell(source(id).next) },
    {
      head: 'Period of the figure',
      width: 14,
      cell: (id) => {
        const period = periodOf(id);
        return textCell(period && periodBrief(period));
      },
    },
    { head: 'The publisher’s cells behind it', width: 60, cell: cells },
  ];
  return {
    sheet: {
      name: 'Sources',
      title: 'Where the figures come from',
      lines: ['The last column is the address at which the API names every cell that a figure is made of.'],
      ...tableOf(columns, ids),
    },
    holds: 'Publisher, publication and licence of every metric',
    metrics: [],
  };
}
