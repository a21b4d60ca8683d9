import type { AnyChart } from '../deck.ts';
import { categoryChartXml } from './category-chart.ts';
import { chartBook } from './chart-book.ts';
import { pointChartXml } from './point-chart.ts';
import { emu, naming } from './xml.ts';

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';

/** The name of a presentation's chart; `number` from 1, over all slides. */
const partOf = (number: number) => `ppt/charts/chart${number}.xml`;
const bookOf = (number: number) => `ppt/embeddings/Microsoft_Excel_Worksheet${number}.xlsx`;

const relationship = (id: string, kind: string, target: string) =>
  `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${kind}" Target="../${target.replace('ppt/', '')}"/>`;

/** A chart's own id among the relationships of its slide. */
const idOf = (number: number) => `rIdChart${number}`;

/** The relationship of a slide to one of its charts. */
export const chartRelationship = (number: number): string =>
  relationship(idOf(number), 'chart', partOf(number));

/** The content type of a chart's part. */
export const chartType = (number: number): string =>
  `<Override PartName="/${partOf(number)}" ContentType="${TYPE}"/>`;

/** The shape in which a slide shows a chart. */
export function chartFrame(block: AnyChart, number: number, id: number): string {
  const { x, y, w, h } = block.box;
  return (
    `<p:graphicFrame><p:nvGraphicFramePr>${naming(id, block)}<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>` +
    `<p:xfrm><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(w)}" cy="${emu(h)}"/></p:xfrm>` +
    `<a:graphic><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" r:id="${idOf(number)}"/></a:graphicData></a:graphic></p:graphicFrame>`
  );
}

/** The parts of a native, editable chart: its XML and that of its relationships, and the workbook behind it. */
export async function chartParts(block: AnyChart, number: number, publisher: string) {
  const part = partOf(number);
  const rels =
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
    `${relationship('rId1', 'package', bookOf(number))}</Relationships>`;
  return {
    xml: {
      [part]: block.kind === 'chart' ? categoryChartXml(block) : pointChartXml(block),
      [part.replace('charts/', 'charts/_rels/').concat('.rels')]: rels,
    },
    book: { [bookOf(number)]: await chartBook(block, publisher) },
  };
}
