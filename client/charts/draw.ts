import { renderToStaticMarkup } from 'react-dom/server';
import type { ChartId } from '../../data/contract/charts.ts';
import { csv, fileStem } from '../../data/text/csv.ts';
import { EXPORTED } from './index.ts';
import type { Answered, Asked, Asks, Known, Taken } from './kit/exported.ts';
import { bareSheet, wholeSheet } from './kit/sheet.ts';

function exported(chart: string) {
  const found = EXPORTED[chart as ChartId];
  if (!found) throw new RangeError(`No chart '${chart}'.`);
  return found;
}

/** The addresses of the API whose replies a chart is drawn from. Throws a RangeError naming what is wrong with the question. */
export const chartAsks = (chart: string, asked: Asked, known: Known): Asks =>
  exported(chart).asks(asked, known);

/** What every row of a chart's file says of itself. */
const aboutOf = ({ illustrative, mixed, page }: Taken, { dataVersion, origin }: Known) => ({
  status_of_all: illustrative
    ? 'illustrative, not published'
    : mixed
      ? 'as each row says: some are illustrative, not published'
      : 'published or derived from published counts',
  data_version: dataVersion,
  link: `${origin}${page}`,
});

/** A chart in every form it is handed out in; `replies` by the addresses that `chartAsks` named. */
export function chart(id: string, asked: Asked, known: Known, replies: Readonly<Record<string, unknown>>) {
  const answered: Answered = <Reply>(url: string) => replies[url] as Reply;
  const taken = exported(id).take(asked, known, answered);
  const markup = renderToStaticMarkup(taken.picture);
  const about = aboutOf(taken, known);
  const { head, rows } = taken.table;
  return {
    title: taken.title,
    subtitle: taken.subtitle,
    notes: taken.notes,
    alt: taken.alt,
    name: fileStem([...taken.name, known.dataVersion]),
    svg: wholeSheet(taken, known, markup),
    bare: bareSheet(taken, markup),
    csv: csv(
      [...head, ...Object.keys(about)],
      rows.map((row) => [...row, ...Object.values(about)]),
    ),
  };
}
