import type { Question } from './question.ts';
import { areasQuestion } from './routes/areas.ts';
import { boundariesQuestion } from './routes/boundaries.ts';
import { catalogueQuestion } from './routes/catalogue.ts';
import { driversQuestion } from './routes/drivers.ts';
import { findingsQuestion } from './routes/findings.ts';
import { profileQuestion } from './routes/profile.ts';
import { progressQuestion } from './routes/progress.ts';
import { scorecardQuestion } from './routes/scorecard.ts';
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
  progressQuestion,
  driversQuestion,
  scorecardQuestion,
  findingsQuestion,
  sourcesQuestion,
];
