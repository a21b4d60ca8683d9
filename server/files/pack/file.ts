import { DeckQuery, PackParameters } from '../../../data/contract/pack.ts';
import type { ColourBy } from '../../../data/painting.ts';
import { fileName } from '../../../data/text/csv.ts';
import { periodBrief, periodWords } from '../../../data/text/words.ts';
import { file, type Maker } from '../file.ts';
import { checkReport, gather } from '../shared/gather.ts';
import { work } from '../worker/work.ts';
import type { Deck } from './deck.ts';
import { chosenSlides, partsOf, slidesOf } from './slides/index.ts';

/** The deck of an area as at a period, and the name of its file. Throws a 404 for an unknown area or period, a 400 for an unknown slide. */
export async function deckOf(
  { dataset, origin, signal }: Pick<Maker, 'dataset' | 'origin' | 'signal'>,
  {
    alliance,
    period,
    slides,
    colour,
  }: { alliance: string; period?: string; slides?: string; colour?: ColourBy },
): Promise<{ deck: Deck; name: string }> {
  const chosen = chosenSlides(slides);
  const gathered = await gather(dataset, { area: alliance, period }, partsOf(chosen), signal);
  const { subject, dataVersion } = gathered;
  const named = slides === undefined ? [] : chosen;
  return {
    deck: {
      title: `${subject.name}: cancer outcomes, as at ${periodWords(gathered.period)}`,
      subject: 'Findings, ambitions, waiting times and variation, for a board paper',
      dataVersion,
      slides: await slidesOf({ ...gathered, origin, colour }, chosen, signal),
    },
    name: fileName(
      [subject.name, 'cancer-outcomes', periodBrief(gathered.period), named.join('-'), dataVersion],
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
  linked: true,
  heavy: () => true,
  check(dataset, { alliance = '', period, slides }) {
    chosenSlides(slides);
    checkReport(dataset, { area: alliance, period });
  },
  examples: [
    '/api/pack/greater-manchester.pptx',
    '/api/pack/england.pptx?slides=cover,findings,map',
    '/api/pack/peninsula.pptx?period=fy2016-17',
    '/api/pack/england.pptx?slides=map&colour=england',
  ],
  async make(maker, query) {
    const { deck, name } = await deckOf(maker, query);
    return { name, body: await work('deck', deck, maker.signal) };
  },
});
