import readBook from 'read-excel-file/node';
import type { ChartBlock, Deck } from '../../../../server/files/pack/deck.ts';
import { type Element, found, type opened, targets } from './package.ts';

type Pack = ReturnType<typeof opened>;

/** Each chart of a deck with its part and the workbook behind it, by the relationships of its slide. */
export const chartsOf = (deck: Deck, pack: Pack) =>
  deck.slides.flatMap(({ blocks }, index) => {
    const page = `ppt/slides/slide${index + 1}.xml`;
    const drawn = found(pack.part(page), 'c:chart').map(
      ({ attributes }) => targets(pack, page).get(attributes['r:id'] ?? '') ?? '',
    );
    return blocks
      .filter((one): one is ChartBlock => one.kind === 'chart')
      .map((block, at) => {
        const name = drawn[at] ?? '';
        const book = [...targets(pack, name).values()][0] ?? '';
        return { block, part: pack.part(name), book: Buffer.from(pack.files[book] ?? []) };
      });
  });

/** What the part of a chart draws: each series with its labels and, for each of these, its number or a gap. */
export const drawnIn = (part: Element, { labels }: ChartBlock) =>
  found(part, 'c:ser').map((one) => {
    const [values] = found(one, 'c:val');
    const drawn = new Map(
      (values ? found(values, 'c:pt') : []).map(({ attributes, text }) => [
        Number(attributes.idx),
        Number(text),
      ]),
    );
    const [name, ...names] = [...found(one, 'c:tx'), ...found(one, 'c:cat')].flatMap((place) =>
      found(place, 'c:v').map(({ text }) => text),
    );
    return { name, labels: names, values: labels.map((_, at) => drawn.get(at) ?? null) };
  });

/** What a chart should draw, in the same shape. */
export const givenTo = ({ series, labels }: ChartBlock) =>
  series.map(({ name, values }) => ({ name, labels, values }));

/** The rows of the workbook behind a chart, and what they should be. */
export async function behind({ block, book }: ReturnType<typeof chartsOf>[number]) {
  const [sheet] = await readBook(book);
  const given = [
    [block.labelTitle || null, ...block.series.map(({ name }) => name)],
    ...block.labels.map((label, at) => [label, ...block.series.map(({ values }) => values[at])]),
  ];
  return { name: sheet?.sheet, held: sheet?.data, given };
}
