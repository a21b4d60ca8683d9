import type { Question } from './question.ts';
import { areasQuestion } from './routes/areas.ts';
import { boundariesQuestion } from './routes/boundaries.ts';
import { catalogueQuestion } from './routes/catalogue.ts';
import { profileQuestion } from './routes/profile.ts';
import { snapshotQuestion } from './routes/snapshot.ts';
import { sourcesQuestion } from './routes/sources.ts';
import { spreadQuestion } from './routes/spread.ts';
import { trendQuestion } from './routes/trend.ts';

/** Every question of the API that is answered from a dataset. */
export const QUESTIONS: readonly Question[] = [
  catalogueQuestion,
  areasQuestion,
  boundariesQuestion,
  snapshotQuestion,
  profileQuestion,
  trendQuestion,
  spreadQuestion,
  sourcesQuestion,
];
