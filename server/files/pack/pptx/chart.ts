import { type CellStyle, type CellValue, writeXlsx } from 'hucre/xlsx';
import type Module from 'pptxgenjs';
import { officeColour } from '../../../../data/palette.ts';
import { arialWidth } from '../../../../data/text/measure.ts';
import { columnLetters, mended } from '../../shared/xlsx/write.ts';
import type { ChartBlock, Series } from '../deck.ts';
import { emu, escaped, FONT, INK, legal } from './xml.ts';

/** Points. */
const SIZE = 12;
/** Inches of a chart's width that its value axis takes. */
const AXIS = 1;

/** One series of one value: `mendChart` and `chartWorkbook` write the chart's own, and PptxGenJS has no work with them. */
const NO_DATA = [{ name: '', labels: [''], values: [0] }];

/** Puts a native chart on a slide, without its numbers. */
export function addChart(slide: Module.default.Slide, block: ChartBlock, key: string) {
  const {
    box,
    type,
    labels,
    series,
    valueTitle,
    labelTitle,
    format,
    least,
    most,
    size = SIZE,
    together,
  } = block;
  const axis = (name: 'cat' | 'val', title: string) => ({
    [`${name}AxisLabelFontFace`]: FONT,
    [`${name}AxisLabelFontSize`]: size,
    [`${name}AxisLabelColor`]: INK.text,
    [`${name}AxisTitleFontFace`]: FONT,
    [`${name}AxisTitleFontSize`]: size,
    [`${name}AxisTitleColor`]: INK.quiet,
    [`${name}AxisLineColor`]: INK.quiet,
    [`${name}AxisTitle`]: title,
    [`show${name === 'cat' ? 'Cat' : 'Val'}AxisTitle`]: title !== '',
  });
  const options = {
    ...box,
    ...axis('cat', labelTitle),
    ...axis('val', valueTitle),
    objectName: key,
    altText: block.alt,
    barDir: type === 'bar' ? 'bar' : 'col',
    displayBlanksAs: 'gap',
    chartColors: series.map((one) => officeColour(one.colour)),
    lineDataSymbol: 'none',
    showLegend: series.length > 1,
    legendPos: 'b',
    legendFontFace: FONT,
    legendFontSize: size,
    legendColor: INK.text,
    valGridLine: { color: INK.grid, size: 0.5, style: 'solid' },
    catGridLine: { style: 'none' },
    valAxisLabelFormatCode: format,
    valAxisLineShow: false,
    valAxisMajorTickMark: 'none',
    catAxisLabelPos: 'low',
    chartArea: { roundedCorners: false },
    barGapWidthPct: labels.length > 40 ? 15 : 60,
    ...(together && { barGrouping: 'clustered', barOverlapPct: 100 }),
    ...(least !== undefined && { valAxisMinVal: least }),
    ...(most !== undefined && { valAxisMaxVal: most }),
    // The first bar on top, and the axis of values below the last.
    ...(type === 'bar' && {
      catAxisOrientation: 'maxMin',
      catAxisCrossesAt: 'max',
      valAxisLabelPos: 'nextTo',
      catAxisMajorTickMark: 'none',
    }),
    lang: 'en-GB',
  } as unknown as Module.default.IChartOpts;
  slide.addChart(type, NO_DATA, options);
}

/** Every how many labels one is written, so that they stand apart on one line; months at steps that divide a year. */
export function labelSkip({ type, labels, box, size = SIZE }: ChartBlock): number {
  if (type === 'bar') return 1;
  const widest = Math.max(0, ...labels.map((label) => arialWidth(label, size)));
  const least = (labels.length * (widest + size)) / ((box.w - AXIS) * 72);
  return [1, 2, 3, 4, 6, 12, 24, 36].find((skip) => skip >= least) ?? Math.ceil(least);
}

const SHEET = 'Sheet1';

/**
 * A chart's part with each series in its own style, gaps left out, elements in the order of the schema, and labels
 * skipped where all have no room.
 */
export function mendChart(xml: string, block: ChartBlock): string {
  const series = block.series.map((one, index) => seriesXml(block, one, index)).join('');
  const skip = labelSkip(block);
  const skips = skip > 1 ? `<c:tickLblSkip val="${skip}"/><c:tickMarkSkip val="${skip}"/>` : '';
  return xml
    .replaceAll(/>\s+</g, '><')
    .replace('<c:lineChart>', '<c:lineChart><c:grouping val="standard"/>')
    .replace(/<c:ser>.*<\/c:ser>(?:<c:dLbls>.*?<\/c:dLbls>)?/s, () => series)
    .replace(/(<c:axId [^>]*\/><c:axId [^>]*\/>)<c:axId [^>]*\/>/, '$1')
    .replace('<c:noMultiLvlLbl', `<c:lblOffset val="100"/>${skips}<c:noMultiLvlLbl`)
    .replace(/<c:legendPos[^>]*\/>/, (place) => place + unlisted(block))
    .replace('<c:date1904 val="0"/>', '<c:date1904 val="0"/><c:lang val="en-GB"/>')
    .replace(/(<c:valAx>.*?<c:rich>)<a:bodyPr[^>]*\/>/s, (whole, before) =>
      block.type === 'bar' ? whole : `${before}<a:bodyPr rot="-5400000" vert="horz"/>`,
    );
}

/** The later stretches of lines, taken out of the legend. */
const unlisted = ({ series }: ChartBlock) =>
  series
    .map(({ continues }, index) =>
      continues ? `<c:legendEntry><c:idx val="${index}"/><c:delete val="1"/></c:legendEntry>` : '',
    )
    .join('');

function seriesXml({ type, labels, format, size = SIZE }: ChartBlock, one: Series, index: number): string {
  const column = columnLetters(index + 1);
  const last = labels.length + 1;
  return (
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx>${textsXml(`$${column}$1`, [one.name])}</c:tx>` +
    styleXml(type, one) +
    (type === 'bar' ? valuesPrinted(format, size) : '') +
    `<c:cat>${textsXml(`$A$2:$A$${last}`, labels)}</c:cat>` +
    `<c:val><c:numRef><c:f>${SHEET}!$${column}$2:$${column}$${last}</c:f><c:numCache>` +
    `<c:formatCode>${escaped(format)}</c:formatCode>${pointsXml(one.values)}</c:numCache></c:numRef></c:val>` +
    `${type === 'line' ? '<c:smooth val="0"/>' : ''}</c:ser>`
  );
}

function styleXml(type: ChartBlock['type'], one: Series): string {
  const fill = `<a:solidFill><a:srgbClr val="${officeColour(one.colour)}"/></a:solidFill>`;
  if (type !== 'line') return `<c:spPr>${fill}</c:spPr><c:invertIfNegative val="0"/>`;
  if (one.dots)
    return `<c:spPr><a:ln><a:noFill/></a:ln></c:spPr><c:marker><c:symbol val="circle"/><c:size val="5"/><c:spPr>${fill}<a:ln><a:noFill/></a:ln></c:spPr></c:marker>`;
  const line = `<a:ln w="${emu((one.width ?? 2) / 72)}" cap="rnd">${fill}<a:prstDash val="${one.dash ?? 'solid'}"/><a:round/></a:ln>`;
  return `<c:spPr>${line}</c:spPr><c:marker><c:symbol val="none"/></c:marker>`;
}

/** The values of bars, written at their ends. */
const valuesPrinted = (format: string, size: number) =>
  `<c:dLbls><c:numFmt formatCode="${escaped(format)}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>` +
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${100 * size}"><a:latin typeface="${FONT}"/></a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>` +
  '<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>';

const textsXml = (range: string, texts: readonly string[]) =>
  `<c:strRef><c:f>${SHEET}!${range}</c:f><c:strCache>${pointsXml(texts)}</c:strCache></c:strRef>`;

/** Values at their places; a gap has no point. */
function pointsXml(values: readonly (string | number | null)[]): string {
  const points = values.map((value, index) =>
    value === null
      ? ''
      : `<c:pt idx="${index}"><c:v>${typeof value === 'number' ? value : escaped(value)}</c:v></c:pt>`,
  );
  return `<c:ptCount val="${values.length}"/>${points.join('')}`;
}

const font = { name: FONT, size: 11 };

/** The workbook behind a chart: its labels, and a column for each series with no value in a cell where there is a gap. */
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
      sheets: [{ name: SHEET, columns, rows, cells }],
    }),
  );
}
