import { areasQuestion } from './areas/route.ts';
import { boundariesQuestion } from './boundaries/route.ts';
import { catalogueQuestion } from './catalogue/route.ts';
import { driversQuestion } from './drivers/route.ts';
import { findingsQuestion } from './findings/route.ts';
import { profileQuestion } from './profile/route.ts';
import { progressQuestion } from './progress/route.ts';
import type { Question } from './question.ts';
import { scorecardQuestion } from './scorecard/route.ts';
import { snapshotQuestion } from './snapshot/route.ts';
import { sourcesQuestion } from './sources/route.ts';
import { spreadQuestion } from './spread/route.ts';
import { trendQuestion } from './trend/route.ts';

/** Every question of the API that is answered from a dataset. */
export const QUESTIONS: readonly Question[] = [
  catalogueQuestion,
  areasQuestion,
  boundariesQuestion,
  snapshotQuestion,
  profileQuestion,
  trendQuestion,
  spreadQuestion,
  progressQuestion,
  driversQuestion,
  scorecardQuestion,
  findingsQuestion,
  sourcesQuestion,
];
