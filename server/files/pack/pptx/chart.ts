import { arialWidth } from '../../../../data/text/arial.ts';
import type { ChartBlock } from '../deck.ts';
import type { ChartOptions, Sheet } from './library.ts';
import { colour, FONT, INK } from './page.ts';

const SIZE = 12;
/** What is left of a chart's width when its value axis has had its own, in inches. */
const AXIS = 1;

/** Of every how many labels one is written, so that they stand apart on one line; months by whole parts of a year. */
export function labelSkip({ type, labels, box, size = SIZE }: ChartBlock): number {
  if (type === 'bar') return 1;
  const widest = Math.max(0, ...labels.map((label) => arialWidth(label, size)));
  const least = (labels.length * (widest + size)) / ((box.w - AXIS) * 72);
  return [1, 2, 3, 4, 6, 12, 24, 36].find((skip) => skip >= least) ?? Math.ceil(least);
}

/** Puts a native chart on a slide. */
export function addChart(slide: Sheet, block: ChartBlock, key: string) {
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
    stacked,
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
    chartColors: series.map((one) => colour(one.colour)),
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
    ...(stacked && { barGrouping: 'stacked' }),
    ...(least !== undefined && { valAxisMinVal: least }),
    ...(most !== undefined && { valAxisMaxVal: most }),
    // The first bar on top, and the values' axis beneath the last.
    ...(type === 'bar' && {
      catAxisOrientation: 'maxMin',
      catAxisCrossesAt: 'max',
      valAxisLabelPos: 'nextTo',
    }),
    ...(type !== 'line' && { catAxisMajorTickMark: 'none' }),
    lang: 'en-GB',
  } as unknown as ChartOptions;
  // The numbers and names are written in the mending.
  const data = series.map(({ name }) => ({ name, labels: [...labels], values: labels.map(() => 0) }));
  slide.addChart(type === 'line' ? 'line' : 'bar', data, options);
}
