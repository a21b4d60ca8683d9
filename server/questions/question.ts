import { type Static, type TObject, type TSchema, Type } from 'typebox';
import type {
  Areas,
  Catalogue,
  Changes,
  ChangesQuery,
  Drivers,
  DriversQuery,
  Findings,
  FindingsQuery,
  Groups,
  GroupsQuery,
  MetricsCompared,
  MetricsComparedQuery,
  Profile,
  ProfileQuery,
  Progress,
  ProgressQuery,
  Scorecard,
  ScorecardQuery,
  Snapshot,
  SnapshotQuery,
  Sources,
  SourcesParams,
  SourcesQuery,
  Spread,
  SpreadQuery,
  Trend,
  TrendQuery,
} from '../../data/contract/index.ts';
import type { Dataset } from '../dataset/dataset.ts';

/** What each question takes and what it replies, by the question's name. */
type Contract = {
  catalogue: { query: object; reply: Catalogue };
  areas: { query: object; reply: Areas };
  boundaries: { query: { layer: 'ccg' | 'alliance' | 'hex' }; reply: object };
  snapshot: { query: SnapshotQuery; reply: Snapshot };
  profile: { query: ProfileQuery; reply: Profile };
  trend: { query: TrendQuery; reply: Trend };
  spread: { query: SpreadQuery; reply: Spread };
  metricsCompared: { query: MetricsComparedQuery; reply: MetricsCompared };
  groups: { query: GroupsQuery; reply: Groups };
  progress: { query: ProgressQuery; reply: Progress };
  drivers: { query: DriversQuery; reply: Drivers };
  scorecard: { query: ScorecardQuery; reply: Scorecard };
  findings: { query: FindingsQuery; reply: Findings };
  sources: { query: Static<typeof SourcesParams> & Static<typeof SourcesQuery>; reply: Sources };
  changes: { query: ChangesQuery; reply: Changes };
};

export type QuestionName = keyof Contract;
export type QueryOf<Name extends QuestionName> = Contract[Name]['query'];
export type ReplyOf<Name extends QuestionName> = Contract[Name]['reply'];

/** Asks a question by its name; see `reply` in reply.ts. */
export type AskReply = <Name extends QuestionName>(
  dataset: Dataset,
  name: Name,
  query: QueryOf<Name>,
) => Promise<ReplyOf<Name>>;

/** One question of the API: what it takes, what it replies, and how the reply is computed. */
export type Question<Query = never, Reply extends object = object> = {
  /** With parameters as `:name`. */
  path: string;
  summary: string;
  parameters: TObject;
  query: TObject;
  reply: TSchema;
  examples: readonly string[];
  /** Computes the reply; `reply` gives those of other questions. */
  answer(dataset: Dataset, query: Query, reply: AskReply): Promise<Reply>;
};

/** A question whose `answer` is typed by the schemas of its parameters, query and reply. */
export const question = <Parameters extends TObject, Query extends TObject, Reply extends TSchema>(
  stated: Omit<Question, 'parameters' | 'query' | 'reply' | 'answer'> & {
    parameters: Parameters;
    query: Query;
    reply: Reply;
    answer(
      dataset: Dataset,
      query: Static<Parameters> & Static<Query>,
      reply: AskReply,
    ): Promise<Static<Reply> & object>;
  },
): Question<Static<Parameters> & Static<Query>, Static<Reply> & object> => stated;

/** The schema of a question that takes no parameters. */
export const nothing = Type.Object({}, { additionalProperties: false });
