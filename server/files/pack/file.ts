import { DeckQuery, PackParameters } from '../../../data/contract/pack.ts';
import { fileName } from '../../../data/text/csv.ts';
import { periodBrief, periodWords } from '../../../data/text/figure.ts';
import { file, type Maker } from '../file.ts';
import { gather } from '../shared/gather.ts';
import { work } from '../worker/work.ts';
import type { Deck } from './deck.ts';
import { funnelOf } from './painted.ts';
import { partsOf, slidesAsked, slidesOf } from './slides/index.ts';

type Asked = { alliance: string; period?: string; slides?: string };

/** The deck of an area as at a period, and what its file is called. Throws a 404 or a 400 for what is not known. */
export async function deckOf(
  maker: Maker,
  { alliance, period, slides }: Asked,
): Promise<{ deck: Deck; name: string }> {
  const chosen = slidesAsked(slides);
  const { dataset, origin } = maker;
  const found = await gather(dataset, { area: alliance, period }, partsOf(chosen));
  const { subject, dataVersion } = found;
  const funnel = chosen.includes('variation') ? await funnelOf(maker, subject, found.spread) : null;
  const some = slides === undefined ? [] : chosen;
  return {
    deck: {
      title: `${subject.name}: cancer outcomes, as at ${periodWords(found.period)}`,
      subject: 'Findings, ambitions, waiting times and variation, for a board paper',
      dataVersion,
      slides: slidesOf({ ...found, funnel, origin }, chosen),
    },
    name: fileName(
      [subject.name, 'cancer-outcomes', periodBrief(found.period), some.join('-'), dataVersion],
      'pptx',
    ),
  };
}

export const packFile = file({
  path: '/api/pack/:alliance.pptx',
  summary:
    'A presentation for a board paper: findings, ambitions, map, trends, scorecard, drivers, variation and progress of an Alliance, a CCG or England, as native charts, tables and shapes.',
  parameters: PackParameters,
  query: DeckQuery,
  type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  examples: [
    '/api/pack/greater-manchester.pptx',
    '/api/pack/england.pptx?slides=cover,findings,map',
    '/api/pack/peninsula.pptx?period=fy2016-17',
  ],
  async make(maker, asked) {
    const { deck, name } = await deckOf(maker, asked);
    return { name, body: await work('deck', deck) };
  },
});
