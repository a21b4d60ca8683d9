import { strFromU8, strToU8 } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { columnLetters, FIRST_DAY, mendedParts } from '../../shared/xlsx/write.ts';
import { zipOf } from '../../shared/zip.ts';
import type { AnyChart, ChartBlock, PointsBlock } from '../deck.ts';
import { SHEET } from './chart-kit.ts';
import { escaped, FONT } from './xml.ts';

const font = { name: FONT, size: 11 };

/** The rows of the sheet behind a chart, its head first, and the format of each column's numbers. */
type Sheet = { rows: (string | number | null)[][]; formats: string[] };

/** Labels, and a column for each series, with no value in a cell where there is a gap. */
function categoryRows({ labels, labelTitle, series, format }: ChartBlock): Sheet {
  return {
    rows: [
      [labelTitle, ...series.map(({ name }) => name)],
      ...labels.map((label, index) => [label, ...series.map(({ values }) => values[index] ?? null)]),
    ],
    formats: ['', ...series.map(() => format)],
  };
}

/** A row for each point: its name, its value across, and its upright one in the column of its series. */
function pointRows({ nameTitle, across, upright, series }: PointsBlock): Sheet {
  return {
    rows: [
      [nameTitle, across.title, ...series.map(({ name }) => name)],
      ...series.flatMap(({ points }, index) =>
        points.map(({ name, x, y }) => [name, x, ...series.map((_, at) => (at === index ? y : null))]),
      ),
    ],
    formats: ['', across.format, ...series.map(() => upright.format)],
  };
}

/** A workbook of one sheet without rows: its other parts, the sheet's XML before and after its rows, and the style of each format. */
type Blank = {
  parts: Record<string, Uint8Array>;
  before: string;
  after: string;
  styles: ReadonlyMap<string, string>;
};

const SHEET_PART = 'xl/worksheets/sheet1.xml';
/** The width of every column in characters. */
const WIDTH = 18;

/** Blank workbooks by publisher and formats: charts have few, and all but its rows is the same for all of them. */
const blanks = new Map<string, Promise<Blank>>();

function blankFor(formats: readonly string[], publisher: string): Promise<Blank> {
  const key = [publisher, ...formats].join('\n');
  const blank = blanks.get(key) ?? newBlank(formats, publisher);
  blanks.set(key, blank);
  return blank;
}

async function newBlank(formats: readonly string[], publisher: string): Promise<Blank> {
  const styled = formats.map((numFmt, column) => [`0,${column}`, { style: { font, numFmt } }] as const);
  const bytes = await writeXlsx({
    properties: {
      title: 'The numbers of a chart',
      creator: publisher,
      created: FIRST_DAY,
      modified: FIRST_DAY,
    },
    defaultFont: font,
    sheets: [{ name: SHEET, rows: [formats.map(() => 0)], cells: new Map(styled) }],
  });
  const { [SHEET_PART]: sheet = new Uint8Array(), ...parts } = mendedParts(bytes);
  const [before = '', rows = '', after] = strFromU8(sheet)
    .replace(/<dimension [^>]*\/>/, '')
    .split(/<sheetData>|<\/sheetData>/);
  const numbers = [...rows.matchAll(/ s="(\d+)"/g)].map(([, number = '']) => number);
  if (after === undefined || numbers.length !== formats.length)
    throw new Error(`The sheet of a workbook is not as it was: ${strFromU8(sheet)}`);
  return { parts, before, after, styles: new Map(formats.map((format, at) => [format, numbers[at] ?? '0'])) };
}

/** The workbook behind a chart, from which its numbers are edited. */
export async function chartBook(block: AnyChart, publisher: string): Promise<Uint8Array> {
  const { rows, formats } = block.kind === 'chart' ? categoryRows(block) : pointRows(block);
  const blank = await blankFor([...new Set(formats.filter(Boolean))], publisher);
  const columns = formats.map((format, at) => ({
    letters: columnLetters(at),
    style: blank.styles.get(format),
  }));
  const sheet =
    `${blank.before}<cols><col min="1" max="${formats.length}" width="${WIDTH}" customWidth="1"/></cols><sheetData>` +
    rows.map((row, index) => rowXml(row, index + 1, columns)).join('') +
    `</sheetData>${blank.after}`;
  const parts = { ...blank.parts, [SHEET_PART]: strToU8(sheet) };
  return zipOf(
    Object.entries(parts).map(([name, bytes]) => ({ name, bytes })),
    FIRST_DAY,
  );
}

type Column = { letters: string; style: string | undefined };

/** A row of a sheet by its number from 1; a gap has no cell. */
function rowXml(row: Sheet['rows'][number], number: number, columns: readonly Column[]): string {
  const cells = row.map((value, at) => {
    if (value === null) return '';
    const { letters = '', style } = columns[at] ?? {};
    return typeof value === 'number'
      ? `<c r="${letters}${number}" s="${style ?? 0}"><v>${value}</v></c>`
      : `<c r="${letters}${number}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
  });
  return `<row r="${number}">${cells.join('')}</row>`;
}
