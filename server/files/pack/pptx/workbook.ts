import { type CellStyle, type CellValue, writeXlsx } from 'hucre/xlsx';
import { mended } from '../../shared/xlsx/mend.ts';
import type { ChartBlock } from '../deck.ts';
import { FONT } from './page.ts';
import { legal } from './xml.ts';

const font = { name: FONT, size: 11 };

/** The workbook behind a chart: its labels and a column for each series, a cell without a value where there is a gap. */
export async function chartWorkbook(
  { name, labels, labelTitle, series, format }: ChartBlock,
  publisher: string,
) {
  const rows: CellValue[][] = [
    [labelTitle, ...series.map((one) => one.name)].map(legal),
    ...labels.map((label, index) => [legal(label), ...series.map(({ values }) => values[index] ?? null)]),
  ];
  const cells = new Map<string, { style: CellStyle }>();
  for (const [row, values] of rows.entries())
    for (const column of values.keys())
      cells.set(`${row},${column}`, { style: { font, ...(row > 0 && column > 0 && { numFmt: format }) } });
  const columns = rows[0]?.map(() => ({ width: 18 }));
  return mended(
    await writeXlsx({
      properties: { title: legal(name), creator: publisher },
      defaultFont: font,
      sheets: [{ name: 'Sheet1', columns, rows, cells }],
    }),
  );
}
