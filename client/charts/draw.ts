import { renderToStaticMarkup } from 'react-dom/server';
import type { ChartId } from '../../data/contract/charts.ts';
import type { Drawing } from '../../data/contract/drawing.ts';
import { fileStem } from '../../data/text/csv.ts';
import { CHART_ENTRIES } from './index.ts';
import type { ReplyAt } from './kit/chart.ts';
import { csvOf } from './kit/columns.ts';
import { bareSheet, wholeSheet } from './kit/sheet.ts';

function entry(chart: string) {
  if (Object.hasOwn(CHART_ENTRIES, chart)) return CHART_ENTRIES[chart as ChartId];
  throw new RangeError(`No chart '${chart}'.`);
}

/** What a chart is drawn from. */
export const chartAsks: Drawing['chartAsks'] = (chart, query, context) => entry(chart).asks(query, context);

/** A chart in every form it is handed out in. */
export const chart: Drawing['chart'] = (id, query, context, replies) => {
  const replyAt: ReplyAt = <Reply>(url: string) => replies[url] as Reply;
  const parts = entry(id).draw(query, context, replyAt);
  const { title, subtitle, notes, alt } = parts;
  const markup = renderToStaticMarkup(parts.picture);
  return {
    title,
    subtitle,
    notes,
    alt,
    name: fileStem([...parts.name, context.dataVersion]),
    svg: wholeSheet(parts, context, markup),
    bare: bareSheet(parts, markup),
    csv: csvOf(parts.table, {
      status_of_all: 'published or derived from published counts',
      data_version: context.dataVersion,
      link: `${context.origin}${parts.page}`,
    }),
  };
};
