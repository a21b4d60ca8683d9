import type { Catalogue, Spread } from '../../../data/contract/index.ts';
import {
  betweenWords,
  ends,
  fifthsWords,
  funnelTitle,
  longestSpreadChange,
  spreadChange,
} from '../../../data/text/spread.ts';
import { areasNoun } from '../../../data/text/words.ts';
import { asHeading } from './words.ts';

const NOT_JUDGED = 'Nothing is judged from illustrative figures.';

/** What the funnel found, or that there is none. */
export function funnelHeading(spread: Spread): string {
  if (spread.illustrative) return 'Illustrative figures are not tested against chance';
  return asHeading(spread.funnel ? funnelTitle(spread) : 'Chance cannot be told from difference here');
}

/** From where to where the values run. */
export const rankedTitle = (spread: Spread): string =>
  spread.illustrative
    ? `Illustrative figures by ${areasNoun(spread.query.level, 1)}, in no order`
    : ends(spread);

/** How the spread changed, or why that is not said. */
export function overTimeTitle(spread: Spread): string {
  const found = asHeading(spreadChange(spread) || longestSpreadChange(spread));
  if (found) return found;
  if (spread.illustrative) return 'Illustrative figures say nothing of a change';
  return spread.overTime.length > 1
    ? 'No change can be stated up to this period'
    : 'One period is published, so no change can be stated yet';
}

/** What the ambitions of Annex A ask of the variation in a metric, each once. */
export const variationAmbitions = ({ pathway }: Catalogue, metric: string): string[] => [
  ...new Set(
    pathway
      .flatMap(({ ambitions }) => ambitions)
      .filter((each) => each.metric === metric && each.heading.includes('variation'))
      .map(({ ambition }) => ambition),
  ),
];

/** How much of the variation lies between Alliances. */
export const betweenTitle = (spread: Spread): string =>
  spread.between !== null && !spread.illustrative
    ? asHeading(betweenWords(spread))
    : 'How much lies between Alliances is not stated here';

/** What that means, or why it is not stated. */
export function betweenNote(spread: Spread): string {
  if (spread.illustrative) return NOT_JUDGED;
  if (spread.between === null) return betweenWords(spread);
  const meaning =
    'An Alliance that differs from the others as a whole asks for something else than one whose own CCGs lie far apart.';
  return `${meaning} ${spread.betweenReason ?? ''}`.trim();
}

export const areFifthsMade = ({ fifths, illustrative }: Spread) => fifths.length > 0 && !illustrative;

/** The most deprived beside the least deprived fifth. */
export const fifthsTitle = (spread: Spread): string =>
  areFifthsMade(spread)
    ? asHeading(fifthsWords(spread))
    : `${areasNoun(spread.query.level, 2)} are not put together by deprivation here`;

/** What must be known to read the fifths, or why there are none. */
export function fifthsNote(spread: Spread): string {
  if (spread.illustrative) return NOT_JUDGED;
  if (!areFifthsMade(spread)) return spread.fifthsReason ?? '';
  const many = areasNoun(spread.query.level, 2);
  return `${spread.fifthsReason ?? ''} ${many} also differ in other ways than deprivation.`.trim();
}
