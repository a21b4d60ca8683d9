import { type TObject, type TSchema, Type } from 'typebox';
import { Health } from '../../../data/contract/index.ts';
import { nothing, type Question } from '../../questions/question.ts';
import { anchorOf } from './html.ts';

export const GROUPS = {
  questions: 'Questions, answered in JSON',
  charts: 'Charts and maps, as pictures and as numbers',
  files: 'Packs and downloads',
  server: 'The server',
} as const;
export type Group = keyof typeof GROUPS;

/** One address of the API, as it is described. */
export type Endpoint = {
  id: string;
  group: Group;
  path: string;
  summary: string;
  /** What it is for, and for whom; empty where the summary says it. */
  about: string;
  parameters: TObject;
  query: TObject;
  /** Media type. */
  type: string;
  /** The schema of a JSON reply; null for a file. */
  reply: TSchema | null;
  /** Columns of a table with their meaning; none where the file is no table. */
  columns: TSchema | null;
  examples: readonly string[];
  /** The other addresses it has, with their parameters. */
  others: readonly { path: string; parameters: TObject }[];
};

const JSON_TYPE = 'application/json';

const ofQuestion = (question: Question): Endpoint => ({
  ...question,
  id: anchorOf(question.path),
  group: 'questions',
  about: ABOUT[question.path] ?? '',
  type: JSON_TYPE,
  columns: null,
  others: [],
});

/** A file of the API; `others`: the other addresses it has. */
export type DescribedFile = Pick<
  Endpoint,
  'path' | 'summary' | 'parameters' | 'query' | 'type' | 'examples' | 'others'
> & { columns?: TSchema };

const ofFile = (file: DescribedFile): Endpoint => ({
  id: anchorOf(file.path),
  group: file.path.startsWith('/api/chart/') ? 'charts' : 'files',
  path: file.path,
  summary: file.summary,
  about: ABOUT[file.path] ?? '',
  parameters: file.parameters,
  query: file.query,
  type: file.type,
  reply: null,
  columns: file.columns ?? null,
  examples: file.examples,
  others: file.others,
});

const server = (path: string, summary: string, reply: TSchema): Endpoint => ({
  id: anchorOf(path),
  group: 'server',
  path,
  summary,
  about: ABOUT[path] ?? '',
  parameters: nothing,
  query: nothing,
  type: JSON_TYPE,
  reply,
  columns: null,
  examples: [path],
  others: [],
});

const OpenApi = Type.Object({
  openapi: Type.String({ description: 'The version of OpenAPI' }),
  info: Type.Record(Type.String(), Type.Unknown(), { description: 'Title, version and licence' }),
  paths: Type.Record(Type.String(), Type.Unknown(), { description: 'Every address' }),
});

/** Every address of the API, in the order of its page. */
export const endpointsOf = (questions: readonly Question[], files: readonly DescribedFile[]): Endpoint[] => [
  ...questions.map(ofQuestion),
  ...files.map(ofFile),
  server('/api/health', 'Whether a dataset is being served, and which.', Health),
  server('/api/openapi.json', 'This description of the API in OpenAPI 3.1.', OpenApi),
];

/** What each address is for and who would want it, beyond its summary; by path. */
export const ABOUT: Readonly<Record<string, string>> = {
  '/api/catalogue':
    'Start here: the ids that other questions take, with the definition, unit, targets and cautions of each metric, the periods it has figures for, and its publisher. Whoever quotes a figure finds here what to say beside it.',
  '/api/areas':
    'The other half of the ids. For whoever joins these figures to their own: NHS and ONS codes, which CCG lies in which Alliance, who its ten most similar CCGs are, and what became of it in later mergers.',
  '/api/boundaries/:layer':
    'For whoever draws a map of their own in R, QGIS, D3 or a notebook. The ids of the shapes are those of /api/areas. Show the attribution that comes with them.',
  '/api/snapshot':
    'The map and the ranked list of the dashboard: each area’s figure with its counts and 95% interval, how it stands to a benchmark, whether it meets the target, and its rank with the range of that rank. For an analyst who wants one table of a period.',
  '/api/profile':
    'All that is known of one CCG, Alliance, region or England on one page: for a commissioner or a board member who asks how their own area does.',
  '/api/trend':
    'A series with what is needed to read it: England over the same periods, targets with the time they held for, breaks, a control chart (XmR) and the recent trend. For whoever asks whether something has changed.',
  '/api/spread':
    'The funnel plot and the statistics of unwarranted variation: quantiles, heterogeneity, over-dispersion, deprivation, and how much lies between Alliances and how much within them. For an analyst who has to say how much of a difference is chance.',
  '/api/metrics-compared':
    'Which metric varies most: England, the middle eight in ten, the share of the variation beyond chance, and the areas beyond the widened limits, one metric a row. For whoever has to choose what to look into first.',
  '/api/groups':
    'Variation between groups of patients: each cancer type, route, treatment or sex of one area beside the same group in England, with counts, intervals and whether they differ. For whoever asks whose wait is longest.',
  '/api/progress':
    'The table of ambitions of the board page: gap in points and in people, the pace seen and the pace needed, when the target would be reached, or why that cannot be said.',
  '/api/drivers':
    'For an Alliance that misses a standard: how many people each of its CCGs adds to the gap, and how much of a change since a baseline is the CCGs’ own and how much their changing share of patients. People sum to the Alliance’s, to the person.',
  '/api/scorecard':
    'The grid of an Alliance’s board page: its CCGs down, metrics across, each cell with its comparison and its verdict.',
  '/api/findings':
    'Ready sentences for a board paper. Every number in them comes with the address that answers it and the way to it through the reply, so that each can be checked by a program.',
  '/api/changes':
    'What moved under your feet: the figures that a load of new files revised, old value and new, by data version. As a feed it is /api/changes.atom.',
  '/api/changes.atom':
    'The same for a feed reader: an entry for each load, with its largest revisions in words.',
  '/api/sources/:metric/:area/:period':
    'The audit trail of one figure: every cell of the publishers’ files it was made from, with the file’s SHA-256. For whoever has been asked where a number comes from.',
  '/api/brief/:alliance.pdf':
    'One side of A4 for a board member: what the page of the Alliance says first, with its trend, ambitions, map and drivers, to print or to send.',
  '/api/pack/:alliance.pptx':
    'For whoever writes the board paper: a 16:9 deck to take slides from. Its trends are PowerPoint’s own charts with their figures inside, so that they can be restyled and checked.',
  '/api/pack/:alliance.xlsx':
    'The same figures for whoever wants to work on: cover, contents and notes, then one marked-up table a sheet, numbers as numbers.',
  '/api/download/observations.csv':
    'The table for analysis: every figure and every gap, one a row, with every filter or none. It is sent as it is read, so the whole dataset costs no more memory than a part.',
  '/api/download/fingertips.csv':
    'For whoever has scripts or templates for Fingertips downloads (fingertipsR, Excel): the same 26 columns in the same order.',
  '/api/download/observations.parquet':
    'The quickest way to the whole dataset from pandas, Polars, R’s arrow or DuckDB: small, typed, nothing to parse.',
  '/api/health':
    'For whoever runs the server. It answers 503 while there is no dataset to serve, and is never cached.',
  '/api/openapi.json':
    'For programs: clients can be made from it, and requests and replies checked against it. It is derived from the schemas that the server itself checks requests by.',
};
