import { officeColour } from '../../../../data/palette.ts';
import { columnLetters } from '../../shared/xlsx/write.ts';
import type { Dash } from '../deck.ts';
import { emu, escaped, FONT, INK } from './xml.ts';

/** The size of a chart's text in points, where it says none. */
export const SIZE = 12;

/** The sheet of the workbook behind a chart. */
export const SHEET = 'Sheet1';

const NAMESPACES =
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

const NO_FILL = '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>';

/**
 * The part of a chart whose plot area is given; `legend` is empty where there is none, and so is `layout` where the
 * program that shows it may place the plot. Its workbook is its first relationship.
 */
export const chartSpace = (plot: string, legend: string, layout = ''): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><c:chartSpace ${NAMESPACES}>` +
  '<c:date1904 val="0"/><c:lang val="en-GB"/><c:roundedCorners val="0"/>' +
  `<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout>${layout}</c:layout>${plot}${NO_FILL}</c:plotArea>${legend}` +
  `<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>${NO_FILL}` +
  '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>';

export const solid = (colour: string): string =>
  `<a:solidFill><a:srgbClr val="${officeColour(colour)}"/></a:solidFill>`;

/** A line `width` points thick. */
export const stroke = (colour: string, width: number, dash: Dash = 'solid'): string =>
  `<a:ln w="${emu(width / 72)}" cap="rnd">${solid(colour)}<a:prstDash val="${dash}"/><a:round/></a:ln>`;

const type = (size: number, ink: string) =>
  `sz="${100 * size}" b="0"><a:solidFill><a:srgbClr val="${ink}"/></a:solidFill><a:latin typeface="${FONT}"/>`;

/** How a chart's texts look; `wrapped` into lines where there is little room. */
export const textXml = (size: number, { wrapped = true } = {}): string =>
  `<c:txPr><a:bodyPr${wrapped ? '' : ' wrap="none"'}/><a:lstStyle/><a:p><a:pPr><a:defRPr ${type(size, INK.text)}</a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>`;

/** The legend below a chart, without the series whose places are given. */
export const legendXml = (left: readonly number[], size: number): string =>
  '<c:legend><c:legendPos val="b"/>' +
  left.map((index) => `<c:legendEntry><c:idx val="${index}"/><c:delete val="1"/></c:legendEntry>`).join('') +
  `<c:overlay val="0"/>${textXml(size)}</c:legend>`;

type Axis = {
  id: number;
  /** The number of the other axis, and where this one stands on it. */
  across: number;
  crosses: 'autoZero' | 'min' | 'max';
  side: 'l' | 'b';
  title: string;
  size: number;
  least?: number;
  most?: number;
  /** The first value is at the top. */
  downwards?: boolean;
  grid?: boolean;
  /** Whether it is drawn as a line, with marks where labels are. */
  line?: boolean;
  marks?: boolean;
  /** Excel's format of its numbers. */
  format?: string;
  labels?: 'low' | 'nextTo';
};

/** What axes of every kind have, in the order of the schema. */
export function axisXml(axis: Axis): string {
  const { id, across, crosses, side, title, size, least, most, format } = axis;
  const ends =
    (most === undefined ? '' : `<c:max val="${most}"/>`) +
    (least === undefined ? '' : `<c:min val="${least}"/>`);
  return (
    `<c:axId val="${id}"/><c:scaling><c:orientation val="${axis.downwards ? 'maxMin' : 'minMax'}"/>${ends}</c:scaling>` +
    `<c:delete val="0"/><c:axPos val="${side}"/>` +
    (axis.grid ? `<c:majorGridlines><c:spPr>${lineXml(INK.grid, 0.5)}</c:spPr></c:majorGridlines>` : '') +
    (title === '' ? '' : titleXml(title, size, side)) +
    `<c:numFmt formatCode="${escaped(format ?? 'General')}" sourceLinked="${format === undefined ? 1 : 0}"/>` +
    `<c:majorTickMark val="${axis.marks ? 'out' : 'none'}"/><c:minorTickMark val="none"/><c:tickLblPos val="${axis.labels ?? 'nextTo'}"/>` +
    `<c:spPr>${axis.line ? lineXml(INK.quiet, 1) : '<a:ln><a:noFill/></a:ln>'}</c:spPr>${textXml(size)}` +
    `<c:crossAx val="${across}"/><c:crosses val="${crosses}"/>`
  );
}

/** A line of an axis or grid, in a colour as Office's files write it. */
const lineXml = (ink: string, width: number) =>
  `<a:ln w="${emu(width / 72)}" cap="flat"><a:solidFill><a:srgbClr val="${ink}"/></a:solidFill><a:prstDash val="solid"/><a:round/></a:ln>`;

/** A title of an axis; beside an upright one it is turned. */
const titleXml = (title: string, size: number, side: Axis['side']) =>
  `<c:title><c:tx><c:rich><a:bodyPr${side === 'l' ? ' rot="-5400000" vert="horz"' : ''}/><a:lstStyle/><a:p><a:pPr><a:defRPr ${type(size, INK.quiet)}</a:defRPr></a:pPr>` +
  `<a:r><a:rPr lang="en-GB" ${type(size, INK.quiet)}</a:rPr><a:t>${escaped(title)}</a:t></a:r></a:p></c:rich></c:tx><c:layout/><c:overlay val="0"/></c:title>`;

/** That a data label is its value, or its text in place of it; that there is none. */
export const labelled = (shown: boolean): string =>
  `<c:showLegendKey val="0"/><c:showVal val="${shown ? 1 : 0}"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`;

/** Cells of one column of the workbook behind a chart; the first column and row are 0. */
export const cells = (column: number, first: number, last: number): string => {
  const letters = columnLetters(column);
  return `${SHEET}!$${letters}$${first + 1}${last === first ? '' : `:$${letters}$${last + 1}`}`;
};

/** The beginning of a series: its place, and its name, which is the head of its column. */
export const seriesHead = (index: number, column: number, name: string): string =>
  `<c:idx val="${index}"/><c:order val="${index}"/><c:tx>${textsXml(cells(column, 0, 0), [name])}</c:tx>`;

export const textsXml = (range: string, texts: readonly string[]): string =>
  `<c:strRef><c:f>${range}</c:f><c:strCache>${pointsXml(texts)}</c:strCache></c:strRef>`;

export const numbersXml = (range: string, format: string, numbers: readonly (number | null)[]): string =>
  `<c:numRef><c:f>${range}</c:f><c:numCache><c:formatCode>${escaped(format)}</c:formatCode>${pointsXml(numbers)}</c:numCache></c:numRef>`;

/** Values at their places; a gap has no point. */
function pointsXml(values: readonly (string | number | null)[]): string {
  const points = values.map((value, index) =>
    value === null
      ? ''
      : `<c:pt idx="${index}"><c:v>${typeof value === 'number' ? value : escaped(value)}</c:v></c:pt>`,
  );
  return `<c:ptCount val="${values.length}"/>${points.join('')}`;
}
