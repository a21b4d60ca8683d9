import { Type } from 'typebox';
import { COLOURINGS, PACK_SLIDES, type SlideId } from '../addresses/choices.ts';
import { Area, PeriodId, strict } from './common.ts';

/** The slides of a deck that can be asked for, in their order. */
export const SLIDES = PACK_SLIDES.map(({ id }) => id);
export type { SlideId };

export const PackParameters = Type.Object(
  { alliance: { ...Area, description: 'An Alliance, a CCG or an ICB by its NHS code, or england' } },
  strict,
);

/** As at when a report is made. */
const PackPeriod = Type.Optional({
  ...PeriodId,
  description: 'As at this period: each metric’s latest by then. The latest by default',
});

export const DeckQuery = Type.Object(
  {
    period: PackPeriod,
    slides: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 200,
        description: `The slides wanted, separated by commas; all by default: ${SLIDES.join(', ')}`,
      }),
    ),
    colour: Type.Optional(
      Type.Enum([...COLOURINGS], {
        description:
          'What the areas of the map are coloured by, in shapes, legend and title: by default what the metric’s classes lie around',
      }),
    ),
  },
  strict,
);

export const BriefParameters = Type.Object(
  { alliance: { ...Area, description: 'An Alliance of Annex i or of today' } },
  strict,
);
export const BriefQuery = Type.Object({ period: PackPeriod }, strict);
