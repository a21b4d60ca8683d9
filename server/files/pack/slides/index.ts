import { SLIDES, type SlideId } from '../../../../data/contract/pack.ts';
import { ProblemError } from '../../../http/problem.ts';
import type { Part } from '../../shared/gather.ts';
import type { Slide } from '../deck.ts';
import { ambitionsSlide } from './ambitions.ts';
import { cautionsSlides } from './cautions.ts';
import { coverSlide } from './cover.ts';
import { driversSlides } from './drivers.ts';
import { findingsSlide } from './findings.ts';
import type { Content } from './frame.ts';
import { mapSlide } from './map.ts';
import { profileSlide } from './profile.ts';
import { progressSlide } from './progress.ts';
import { scorecardSlides } from './scorecard.ts';
import { trendSlide } from './trend.ts';
import { variationSlide } from './variation.ts';

type Made = { needs: readonly Part[]; make: (content: Content) => Slide | Slide[] };

const MADE: Record<SlideId, Made> = {
  cover: { needs: [], make: coverSlide },
  findings: { needs: ['findings'], make: findingsSlide },
  ambitions: { needs: [], make: ambitionsSlide },
  map: { needs: ['map'], make: mapSlide },
  'trend-62-day': { needs: ['trends'], make: trendSlide('trend-62-day', '62-day-wait') },
  'trend-31-day': { needs: ['trends'], make: trendSlide('trend-31-day', '31-day-wait') },
  scorecard: {
    needs: [],
    make: (content) => (content.subject.level === 'ccg' ? profileSlide(content) : scorecardSlides(content)),
  },
  drivers: { needs: ['drivers'], make: driversSlides },
  variation: { needs: ['spread'], make: variationSlide },
  progress: { needs: [], make: progressSlide },
  cautions: { needs: [], make: cautionsSlides },
};

/** The slides that a list separated by commas names, in the deck's own order; all of them where none is given. Throws a 400. */
export function slidesAsked(list: string | undefined): SlideId[] {
  if (list === undefined) return [...SLIDES];
  const asked = list.split(',').map((each) => each.trim());
  const unknown = asked.find((each) => !SLIDES.some((id) => id === each));
  if (unknown !== undefined)
    throw new ProblemError(
      'invalid_value',
      `No slide '${unknown}'. There are: ${SLIDES.join(', ')}.`,
      SLIDES,
    );
  return SLIDES.filter((id) => asked.includes(id));
}

/** What the slides chosen must be told. */
export const partsOf = (chosen: readonly SlideId[]): Set<Part> =>
  new Set(chosen.flatMap((id) => MADE[id].needs));

/** The slides chosen, made of what was gathered. */
export const slidesOf = (content: Content, chosen: readonly SlideId[]): Slide[] =>
  chosen.flatMap((id) => MADE[id].make(content));
