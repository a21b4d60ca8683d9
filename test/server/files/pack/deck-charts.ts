import readBook from 'read-excel-file/node';
import {
  type AnyChart,
  type ChartBlock,
  type Deck,
  isChart,
  type PointsBlock,
} from '../../../../server/files/pack/deck.ts';
import { type Element, found, type opened, targets } from './package.ts';

type Pack = ReturnType<typeof opened>;

/** Each chart of a deck with its part and the workbook behind it, by the relationships of its slide. */
export const chartsOf = (deck: Deck, pack: Pack) =>
  deck.slides.flatMap(({ blocks }, index) => {
    const page = `ppt/slides/slide${index + 1}.xml`;
    const drawn = found(pack.part(page), 'c:chart').map(
      ({ attributes }) => targets(pack, page).get(attributes['r:id'] ?? '') ?? '',
    );
    return blocks.filter(isChart).map((block, at) => {
      const name = drawn[at] ?? '';
      const book = [...targets(pack, name).values()][0] ?? '';
      return { block, part: pack.part(name), book: Buffer.from(pack.files[book] ?? []) };
    });
  });

type Drawn<Block extends AnyChart> = ReturnType<typeof chartsOf>[number] & { block: Block };

/** Those of the charts that are of lines or bars. */
export const ofCategories = (charts: readonly Drawn<AnyChart>[]) =>
  charts.filter((one): one is Drawn<ChartBlock> => one.block.kind === 'chart');

/** The numbers of an element of a series, by their places. */
function numbersIn(series: Element, name: 'c:val' | 'c:xVal' | 'c:yVal') {
  const [values] = found(series, name);
  return new Map(
    (values ? found(values, 'c:pt') : []).map(({ attributes, text }) => [
      Number(attributes.idx),
      Number(text),
    ]),
  );
}

/** What the part of a chart of lines or bars draws: each series with its labels and, for each of these, its number or a gap. */
const drawnByLabel = (part: Element, { labels }: ChartBlock) =>
  found(part, 'c:ser').map((one) => {
    const drawn = numbersIn(one, 'c:val');
    const [name, ...names] = [...found(one, 'c:tx'), ...found(one, 'c:cat')].flatMap((place) =>
      found(place, 'c:v').map(({ text }) => text),
    );
    return { name, labels: names, values: labels.map((_, at) => drawn.get(at) ?? null) };
  });

/** What the part of a chart of points draws: each series with the two numbers of its points. */
const drawnByPoint = (part: Element) =>
  found(part, 'c:ser').map((one) => {
    const [name] = found(one, 'c:tx').flatMap((place) => found(place, 'c:v').map(({ text }) => text));
    const ys = numbersIn(one, 'c:yVal');
    return { name, points: [...numbersIn(one, 'c:xVal')].map(([at, x]) => [x, ys.get(at)]) };
  });

/** What the part of a chart draws. */
export const drawnIn = (part: Element, block: AnyChart) =>
  block.kind === 'chart' ? drawnByLabel(part, block) : drawnByPoint(part);

/** What a chart should draw, in the same shape. */
export const givenTo = (block: AnyChart) =>
  block.kind === 'chart'
    ? block.series.map(({ name, values }) => ({ name, labels: block.labels, values }))
    : block.series.map(({ name, points }) => ({ name, points: points.map(({ x, y }) => [x, y]) }));

/** The cells that a chart's series name, and what should be in them. */
const rowsOf = ({ nameTitle, across, series }: PointsBlock) => [
  [nameTitle, across.title, ...series.map(({ name }) => name)],
  ...series.flatMap(({ points }, at) =>
    points.map(({ name, x, y }) => [name, x, ...series.map((_, each) => (each === at ? y : null))]),
  ),
];

/** The rows of the workbook behind a chart, and what they should be. */
export async function behind({ block, book }: Drawn<AnyChart>) {
  const [sheet] = await readBook(book);
  const given =
    block.kind === 'points'
      ? rowsOf(block)
      : [
          [block.labelTitle || null, ...block.series.map(({ name }) => name)],
          ...block.labels.map((label, at) => [label, ...block.series.map(({ values }) => values[at])]),
        ];
  return { name: sheet?.sheet, held: sheet?.data, given };
}
