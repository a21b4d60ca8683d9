import { type TObject, type TSchema, Type } from 'typebox';
import { Health } from '../../../data/contract/index.ts';
import type { FileRoute } from '../../files/file.ts';
import { FILES } from '../../files/index.ts';
import { addressesOf } from '../../files/send.ts';
import { QUESTIONS } from '../../questions/index.ts';
import { nothing, type Question } from '../../questions/question.ts';
import { ABOUT } from './about.ts';
import { anchorOf } from './html.ts';

export const GROUPS = {
  questions: 'Questions, answered in JSON',
  charts: 'Charts and maps, as pictures and as numbers',
  files: 'Packs and downloads',
  server: 'The server',
} as const;
export type Group = keyof typeof GROUPS;

/** One address of the API, as its descriptions tell of it. */
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

const ofFile = (file: FileRoute): Endpoint => ({
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
  others: addressesOf(file).slice(1),
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
export const endpoints = (): Endpoint[] => [
  ...QUESTIONS.map(ofQuestion),
  ...FILES.map(ofFile),
  server('/api/health', 'Whether a dataset is being served, and which.', Health),
  server('/api/openapi.json', 'This description of the API in OpenAPI 3.1.', OpenApi),
];
