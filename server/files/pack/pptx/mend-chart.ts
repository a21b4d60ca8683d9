import { columnLetters } from '../../shared/xlsx/index.ts';
import type { ChartBlock, Series } from '../deck.ts';
import { colour, emu } from './page.ts';
import { escaped } from './xml.ts';

const SHEET = 'Sheet1';

/** Its numbers where they are, and nothing where there is a gap. */
function points(values: readonly (string | number | null)[]): string {
  const held = values.map((value, index) =>
    value === null
      ? ''
      : `<c:pt idx="${index}"><c:v>${typeof value === 'number' ? value : escaped(value)}</c:v></c:pt>`,
  );
  return `<c:ptCount val="${values.length}"/>${held.join('')}`;
}

const words = (range: string, texts: readonly string[]) =>
  `<c:strRef><c:f>${SHEET}!${range}</c:f><c:strCache>${points(texts)}</c:strCache></c:strRef>`;

function look(type: ChartBlock['type'], one: Series): string {
  const fill = `<a:solidFill><a:srgbClr val="${colour(one.colour)}"/></a:solidFill>`;
  if (type !== 'line') return `<c:spPr>${fill}</c:spPr><c:invertIfNegative val="0"/>`;
  const line = `<a:ln w="${emu((one.width ?? 2) / 72)}" cap="rnd">${fill}<a:prstDash val="${one.dash ?? 'solid'}"/><a:round/></a:ln>`;
  return `<c:spPr>${line}</c:spPr><c:marker><c:symbol val="none"/></c:marker>`;
}

function seriesXml({ type, labels, format }: ChartBlock, one: Series, index: number): string {
  const column = columnLetters(index + 1);
  const last = labels.length + 1;
  return (
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx>${words(`$${column}$1`, [one.name])}</c:tx>` +
    look(type, one) +
    `<c:cat>${words(`$A$2:$A$${last}`, labels)}</c:cat>` +
    `<c:val><c:numRef><c:f>${SHEET}!$${column}$2:$${column}$${last}</c:f><c:numCache>` +
    `<c:formatCode>${escaped(format)}</c:formatCode>${points(one.values)}</c:numCache></c:numRef></c:val>` +
    `${type === 'line' ? '<c:smooth val="0"/>' : ''}</c:ser>`
  );
}

/**
 * A chart's part with each series drawn as its own, gaps left out, what the schema puts elsewhere put there, and as many
 * labels left out as `skip` says.
 */
export function mendChart(xml: string, block: ChartBlock, skip: number): string {
  const series = block.series.map((one, index) => seriesXml(block, one, index)).join('');
  const skips = skip > 1 ? `<c:tickLblSkip val="${skip}"/><c:tickMarkSkip val="${skip}"/>` : '';
  return xml
    .replaceAll(/>\s+</g, '><')
    .replace('<c:lineChart>', '<c:lineChart><c:grouping val="standard"/>')
    .replace(/<c:ser>.*<\/c:ser>(?:<c:dLbls>.*?<\/c:dLbls>)?/s, () => series)
    .replace(/(<c:axId [^>]*\/><c:axId [^>]*\/>)<c:axId [^>]*\/>/, '$1')
    .replace('<c:noMultiLvlLbl', `<c:lblOffset val="100"/>${skips}<c:noMultiLvlLbl`)
    .replace('<c:date1904 val="0"/>', '<c:date1904 val="0"/><c:lang val="en-GB"/>')
    .replace(/(<c:valAx>.*?<c:rich>)<a:bodyPr[^>]*\/>/s, (whole, before) =>
      block.type === 'bar' ? whole : `${before}<a:bodyPr rot="-5400000" vert="horz"/>`,
    );
}
