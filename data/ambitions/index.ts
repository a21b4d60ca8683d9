import type { PathwayArea } from './area.ts';
import { EARLY_DIAGNOSIS } from './early-diagnosis.ts';
import { ENABLERS } from './enablers.ts';
import { LIVING_WITH_AND_BEYOND } from './living-with-and-beyond.ts';
import { PREVENTION } from './prevention.ts';
import { TREATMENT_AND_CARE } from './treatment-and-care.ts';

export type { Ambition, Heading, PathwayArea, PathwayId } from './area.ts';

/** Annex A of the guidance to Cancer Alliances (December 2016), every row of its table, in printed order. */
export const PATHWAY: readonly PathwayArea[] = [
  PREVENTION,
  EARLY_DIAGNOSIS,
  TREATMENT_AND_CARE,
  LIVING_WITH_AND_BEYOND,
  ENABLERS,
];

const AMBITIONS = PATHWAY.flatMap(({ ambitions }) => ambitions);

/** What an ambition is called whichever areas of Annex A print it. */
const keyOf = ({ id, area }: { id: string; area: string }) => id.slice(area.length + 1);

/** Whether Annex A has printed the same ambition under an earlier area. */
export const isRepeated = (ambition: { id: string; area: string }): boolean =>
  AMBITIONS.find((each) => keyOf(each) === keyOf(ambition))?.id !== ambition.id;
