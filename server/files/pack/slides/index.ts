import { setImmediate as othersFirst } from 'node:timers/promises';
import { COMPARING_SLIDES } from '../../../../data/addresses/choices.ts';
import { SLIDES, type SlideId } from '../../../../data/contract/pack.ts';
import { areasNoun } from '../../../../data/text/words.ts';
import { ProblemError } from '../../../http/problem.ts';
import { hasOnePart, isSingle, type Part } from '../../shared/gather.ts';
import type { Slide } from '../deck.ts';
import { ambitionsSlide } from './ambitions.ts';
import { cautionsSlides } from './cautions.ts';
import { coverSlide } from './cover.ts';
import { driversSlides } from './drivers.ts';
import { findingsSlide } from './findings.ts';
import type { Content } from './kit.ts';
import { mapSlide } from './map.ts';
import { profileSlides } from './profile.ts';
import { progressSlides } from './progress.ts';
import { scorecardSlides } from './scorecard.ts';
import { trendSlide } from './trend.ts';
import { variationSlide } from './variation.ts';

const MAKERS: Record<SlideId, { needs: readonly Part[]; make: (content: Content) => Slide | Slide[] }> = {
  cover: { needs: [], make: coverSlide },
  findings: { needs: ['findings'], make: findingsSlide },
  ambitions: { needs: [], make: ambitionsSlide },
  map: { needs: ['map'], make: mapSlide },
  'trend-62-day': { needs: ['trends'], make: trendSlide('trend-62-day', 0) },
  'trend-31-day': { needs: ['trends'], make: trendSlide('trend-31-day', 1) },
  scorecard: {
    needs: [],
    make: (content) =>
      isSingle(content.subject) || hasOnePart(content) ? profileSlides(content) : scorecardSlides(content),
  },
  drivers: { needs: ['drivers'], make: driversSlides },
  variation: { needs: ['spread'], make: variationSlide },
  progress: { needs: [], make: progressSlides },
  cautions: { needs: [], make: cautionsSlides },
};

/** The slides that a list separated by commas names, in the deck's own order; all of them where none is given. Throws a 400. */
export function chosenSlides(list: string | undefined): SlideId[] {
  if (list === undefined) return [...SLIDES];
  const ids = list.split(',').map((each) => each.trim());
  const unknown = ids.find((each) => !SLIDES.some((id) => id === each));
  if (unknown !== undefined)
    throw new ProblemError(
      'invalid_value',
      `No slide '${unknown}'. There are: ${SLIDES.join(', ')}.`,
      SLIDES,
    );
  return SLIDES.filter((id) => ids.includes(id));
}

/** The parts of a report that the chosen slides need. */
export const partsOf = (chosen: readonly SlideId[]): Set<Part> =>
  new Set(chosen.flatMap((id) => MAKERS[id].needs));

/**
 * The chosen slides, made of what was gathered; without those that would compare the one CCG or ICB of an Alliance with
 * itself. Others are answered between two slides. Throws a 400 where none remains, and the signal's reason once nobody
 * waits.
 */
export async function slidesOf(
  content: Content,
  chosen: readonly SlideId[],
  signal: AbortSignal,
): Promise<Slide[]> {
  const kept = hasOnePart(content) ? chosen.filter((id) => !COMPARING_SLIDES.includes(id)) : chosen;
  if (kept.length === 0)
    throw new ProblemError(
      'invalid_value',
      `${content.subject.name} has one ${areasNoun(content.scorecard?.level ?? '', 1)}, which these slides would compare with itself: ${chosen.join(', ')}. Ask for others.`,
      SLIDES.filter((id) => !COMPARING_SLIDES.includes(id)),
    );
  const slides: Slide[] = [];
  for (const id of kept) {
    slides.push(...[MAKERS[id].make(content)].flat());
    await othersFirst();
    signal.throwIfAborted();
  }
  return slides;
}
