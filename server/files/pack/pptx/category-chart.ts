import { arialWidth } from '../../../../data/text/measure.ts';
import type { ChartBlock, Series } from '../deck.ts';
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
  textsXml,
  textXml,
} from './chart-kit.ts';
import { escaped } from './xml.ts';

/** Inches of a chart's width that its value axis takes. */
const AXIS = 1;
/** The numbers by which the axes of a chart name one another. */
const [LABELS, VALUES] = [1, 2];
/** From so many labels on, bars stand close together. */
const MANY = 40;

/** The part of a chart of lines or bars. */
export function categoryChartXml(block: ChartBlock): string {
  const { type, series, size = SIZE } = block;
  const all = series.map((one, index) => seriesXml(block, one, index)).join('');
  const ids = `<c:axId val="${LABELS}"/><c:axId val="${VALUES}"/>`;
  const drawn =
    type === 'line'
      ? `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${all}<c:marker val="1"/>${ids}</c:lineChart>`
      : '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>' +
        `${all}<c:gapWidth val="${block.labels.length > MANY ? 15 : 60}"/>${block.together ? '<c:overlap val="100"/>' : ''}${ids}</c:barChart>`;
  const later = series.flatMap(({ continues }, index) => (continues ? index : []));
  return chartSpace(
    drawn + labelAxis(block, size) + valueAxis(block, size),
    series.length > 1 ? legendXml(later, size) : '',
  );
}

/** The axis of labels: below lines, beside bars, of which the first is on top. */
function labelAxis(block: ChartBlock, size: number): string {
  const bars = block.type === 'bar';
  const skip = labelSkip(block);
  const skips = skip > 1 ? `<c:tickLblSkip val="${skip}"/><c:tickMarkSkip val="${skip}"/>` : '';
  const axis = axisXml({
    ...{ id: LABELS, across: VALUES, crosses: 'autoZero', side: bars ? 'l' : 'b', size },
    ...{ title: block.labelTitle, downwards: bars, line: true, marks: !bars, labels: 'low' },
  });
  return `<c:catAx>${axis}<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>${skips}<c:noMultiLvlLbl val="1"/></c:catAx>`;
}

/** The axis of values: beside lines; below the last of bars. */
function valueAxis({ type, valueTitle, format, least, most }: ChartBlock, size: number): string {
  const bars = type === 'bar';
  const axis = axisXml({
    ...{ id: VALUES, across: LABELS, crosses: bars ? 'max' : 'autoZero', side: bars ? 'b' : 'l' },
    ...{ title: valueTitle, size, least, most, format, grid: true },
  });
  return `<c:valAx>${axis}<c:crossBetween val="between"/></c:valAx>`;
}

/** Every how many labels one is written, so that they stand apart on one line; months at steps that divide a year. */
export function labelSkip({ type, labels, box, size = SIZE }: ChartBlock): number {
  if (type === 'bar') return 1;
  const widest = Math.max(0, ...labels.map((label) => arialWidth(label, size)));
  const least = (labels.length * (widest + size)) / ((box.w - AXIS) * 72);
  return [1, 2, 3, 4, 6, 12, 24, 36].find((skip) => skip >= least) ?? Math.ceil(least);
}

function seriesXml({ type, labels, format, size = SIZE }: ChartBlock, one: Series, index: number): string {
  const last = labels.length;
  return (
    `<c:ser>${seriesHead(index, index + 1, one.name)}${styleXml(type, one)}` +
    (type === 'bar' ? valuesPrinted(format, size) : '') +
    `<c:cat>${textsXml(cells(0, 1, last), labels)}</c:cat>` +
    `<c:val>${numbersXml(cells(index + 1, 1, last), format, one.values)}</c:val>` +
    `${type === 'line' ? '<c:smooth val="0"/>' : ''}</c:ser>`
  );
}

function styleXml(type: ChartBlock['type'], one: Series): string {
  const fill = solid(one.colour);
  if (type !== 'line') return `<c:spPr>${fill}</c:spPr><c:invertIfNegative val="0"/>`;
  if (one.dots)
    return `<c:spPr><a:ln><a:noFill/></a:ln></c:spPr><c:marker><c:symbol val="circle"/><c:size val="5"/><c:spPr>${fill}<a:ln><a:noFill/></a:ln></c:spPr></c:marker>`;
  return `<c:spPr>${stroke(one.colour, one.width ?? 2, one.dash)}</c:spPr><c:marker><c:symbol val="none"/></c:marker>`;
}

/** The values of bars, written at their ends. */
const valuesPrinted = (format: string, size: number) =>
  `<c:dLbls><c:numFmt formatCode="${escaped(format)}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>` +
  `${textXml(size)}<c:dLblPos val="outEnd"/>${labelled(true)}</c:dLbls>`;
