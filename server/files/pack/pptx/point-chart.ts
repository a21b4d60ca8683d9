import type { PointSeries, PointsBlock } from '../deck.ts';
import {
  axisXml,
  cells,
  chartSpace,
  labelled,
  legendXml,
  numbersXml,
  SIZE,
  seriesHead,
  solid,
  stroke,
  textXml,
} from './chart-kit.ts';
import { escaped } from './xml.ts';

/** The numbers by which the axes of a chart name one another. */
const [ACROSS, UPRIGHT] = [1, 2];
/** The column of values across in the workbook behind; names stand before it, a column for each series after it. */
const XS = 1;

/** The part of a chart of points by two numbers. */
export function pointChartXml(block: PointsBlock): string {
  const { series, across, upright, size = SIZE } = block;
  // LibreOffice loses series that stand before a longer one: the first is as long as the longest, its last cells empty.
  const longest = Math.max(...series.map(({ points }) => points.length));
  let row = 1;
  const all = series.map((one, index) => {
    const rows = index === 0 ? longest : one.points.length;
    const drawn = seriesXml(block, one, index, { first: row, last: row + rows - 1 });
    row += one.points.length;
    return drawn;
  });
  const left = series.flatMap(({ unlisted }, index) => (unlisted ? index : []));
  const axis = (given: Parameters<typeof axisXml>[0]) =>
    `<c:valAx>${axisXml(given)}<c:crossBetween val="midCat"/></c:valAx>`;
  return chartSpace(
    '<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>' +
      `${all.join('')}<c:axId val="${ACROSS}"/><c:axId val="${UPRIGHT}"/></c:scatterChart>` +
      axis({
        id: ACROSS,
        across: UPRIGHT,
        crosses: 'min',
        side: 'b',
        size,
        line: true,
        marks: true,
        ...across,
      }) +
      axis({ id: UPRIGHT, across: ACROSS, crosses: 'min', side: 'l', size, grid: true, ...upright }),
    legendXml(left, size),
    layoutXml(block),
  );
}

/** Where the plot stands in the chart, as shares of its width and height. */
const layoutXml = ({ plot: { x, y, w, h }, box }: PointsBlock) =>
  '<c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>' +
  `<c:x val="${x / box.w}"/><c:y val="${y / box.h}"/><c:w val="${w / box.w}"/><c:h val="${h / box.h}"/></c:manualLayout>`;

/** A series with its first and last row in the workbook; rows count from 0. */
function seriesXml(
  block: PointsBlock,
  one: PointSeries,
  index: number,
  { first, last }: { first: number; last: number },
): string {
  const column = XS + 1 + index;
  const places = Array.from({ length: last - first + 1 }, (_, at) => one.points[at]);
  const [xs, ys] = [places.map((point) => point?.x ?? null), places.map((point) => point?.y ?? null)];
  return (
    `<c:ser>${seriesHead(index, column, one.name)}${styleXml(one)}${namesXml(one, block.size ?? SIZE)}` +
    `<c:xVal>${numbersXml(cells(XS, first, last), block.across.format, xs)}</c:xVal>` +
    `<c:yVal>${numbersXml(cells(column, first, last), block.upright.format, ys)}</c:yVal><c:smooth val="0"/></c:ser>`
  );
}

const NO_LINE = '<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr>';

type Mark = NonNullable<PointSeries['mark']>;

const markXml = ({ shape, size, fill, line, lineWidth }: Mark) =>
  `<c:marker><c:symbol val="${shape}"/><c:size val="${size}"/><c:spPr>${solid(fill)}${stroke(line, lineWidth)}</c:spPr></c:marker>`;

/** A line without marks, or marks without a line. */
function styleXml({ line, mark, points }: PointSeries): string {
  if (!mark)
    return `<c:spPr>${line ? stroke(line.colour, line.width, line.dash) : ''}</c:spPr><c:marker><c:symbol val="none"/></c:marker>`;
  const strong = points.map(({ strong }, index) =>
    strong
      ? `<c:dPt><c:idx val="${index}"/>${markXml({ ...mark, size: mark.size + 4, line: strong.colour, lineWidth: 2 })}<c:bubble3D val="0"/>${NO_LINE}</c:dPt>`
      : '',
  );
  return NO_LINE + markXml(mark) + strong.join('');
}

const NO_WRAP = '<a:bodyPr wrap="none"/>';

/** The names of those points that are to have one, beside them. */
function namesXml({ points }: PointSeries, size: number): string {
  const named = points.map(({ name, strong }, index) =>
    strong?.side
      ? `<c:dLbl><c:idx val="${index}"/><c:tx><c:rich>${NO_WRAP}<a:lstStyle/><a:p><a:r>` +
        `<a:rPr lang="en-GB" sz="${100 * size}" b="1">${solid(strong.colour)}</a:rPr><a:t>${escaped(name)}</a:t></a:r></a:p></c:rich></c:tx>` +
        `<c:dLblPos val="${strong.side}"/>${labelled(true)}</c:dLbl>`
      : '',
  );
  const all = named.join('');
  if (all === '') return '';
  return `<c:dLbls>${all}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textXml(size, { wrapped: false })}${labelled(false)}</c:dLbls>`;
}
