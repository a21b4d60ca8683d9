import { areasQuestion } from './areas/route.ts';
import { boundariesQuestion } from './boundaries/route.ts';
import { catalogueQuestion } from './catalogue/route.ts';
import { changesQuestion } from './changes/route.ts';
import { driversQuestion } from './drivers/route.ts';
import { findingsQuestion } from './findings/route.ts';
import { groupsQuestion } from './groups/route.ts';
import { metricsComparedQuestion } from './metrics-compared/route.ts';
import { profileQuestion } from './profile/route.ts';
import { progressQuestion } from './progress/route.ts';
import type { QueryOf, Question, QuestionName, ReplyOf } from './question.ts';
import { scorecardQuestion } from './scorecard/route.ts';
import { snapshotQuestion } from './snapshot/route.ts';
import { sourcesQuestion } from './sources/route.ts';
import { spreadQuestion } from './spread/route.ts';
import { trendQuestion } from './trend/route.ts';

/** Every question by its name, in the order in which the API's description lists them. */
export const QUESTION_OF: { [Name in QuestionName]: Question<QueryOf<Name>, ReplyOf<Name>> } = {
  catalogue: catalogueQuestion,
  areas: areasQuestion,
  boundaries: boundariesQuestion,
  snapshot: snapshotQuestion,
  profile: profileQuestion,
  trend: trendQuestion,
  spread: spreadQuestion,
  metricsCompared: metricsComparedQuestion,
  groups: groupsQuestion,
  progress: progressQuestion,
  drivers: driversQuestion,
  scorecard: scorecardQuestion,
  findings: findingsQuestion,
  sources: sourcesQuestion,
  changes: changesQuestion,
};

/** Every question of the API that is answered from a dataset. */
export const QUESTIONS: readonly Question[] = Object.values(QUESTION_OF);
