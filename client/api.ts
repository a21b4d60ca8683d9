import { queryOptions } from '@tanstack/react-query';
import {
  changesUrl,
  driversUrl,
  findingsUrl,
  groupsUrl,
  metricsComparedUrl,
  profileUrl,
  progressUrl,
  scorecardUrl,
  snapshotUrl,
  spreadUrl,
  trendUrl,
} from '../data/addresses/api.ts';
import todayPathsUrl from '../data/boundaries/icb-paths.json?url';
import pathsUrl from '../data/boundaries/paths.json?url';
import { isOfToday, type Paths, type TodayPaths } from '../data/boundaries/paths.ts';
import type {
  Areas,
  Catalogue,
  Changes,
  Drivers,
  DriversQuery,
  Findings,
  FindingsQuery,
  Groups,
  GroupsQuery,
  Health,
  MetricsCompared,
  MetricsComparedQuery,
  Problem,
  Profile,
  ProfileQuery,
  Progress,
  ProgressQuery,
  Scorecard,
  ScorecardQuery,
  Snapshot,
  SnapshotQuery,
  Spread,
  SpreadQuery,
  Trend,
  TrendQuery,
} from '../data/contract/index.ts';
import type { LoadOutcome } from '../data/contract/loads.ts';
import placesUrl from '../data/geography/places.json?url';
import type { Places } from '../data/geography/places.ts';
import { declareOwn } from '../data/metrics/own.ts';

export const catalogueQuery = () => ({
  ...answer<Catalogue>(CATALOGUE),
  queryFn: async () => declared(await get<Catalogue>(CATALOGUE)),
});
export const changesQuery = (area: string) => answer<Changes>(changesUrl({ area }));
export const areasQuery = () => answer<Areas>('/api/areas');
export const snapshotQuery = (query: SnapshotQuery) => answer<Snapshot>(snapshotUrl(query));
export const spreadQuery = (query: SpreadQuery) => answer<Spread>(spreadUrl(query));
export const trendQuery = (query: TrendQuery) => answer<Trend>(trendUrl(query));
export const profileQuery = (query: ProfileQuery) => answer<Profile>(profileUrl(query));
export const progressQuery = (query: ProgressQuery) => answer<Progress>(progressUrl(query));
export const findingsQuery = (query: FindingsQuery) => answer<Findings>(findingsUrl(query));
export const groupsQuery = (query: GroupsQuery) => answer<Groups>(groupsUrl(query));
export const metricsComparedQuery = (query: MetricsComparedQuery) =>
  answer<MetricsCompared>(metricsComparedUrl(query));
export const driversQuery = (query: DriversQuery) => answer<Drivers>(driversUrl(query));
export const scorecardQuery = (query: ScorecardQuery) => answer<Scorecard>(scorecardUrl(query));
/** The shapes of the areas of a level. */
export const levelPathsQuery = (level: string) =>
  answer<Paths | TodayPaths>(isOfToday(level) ? todayPathsUrl : pathsUrl);
/** Councils and hospital trusts, with the areas they lie in. */
export const placesQuery = () => answer<Places>(placesUrl);
export const healthQuery = () =>
  queryOptions({ queryKey: ['health'], queryFn: () => get<Health>('/api/health'), retry: false });

/** What a load in the browser comes to: its outcome, or a message of why there is none. */
export type Told = { upload?: string; outcome: LoadOutcome & { message?: string } };

/** Sends a file, or nothing, and hears what is done with it, line by line; the outcome comes last. */
export async function told(url: string, body: Blob, hear: (line: string) => void): Promise<Told> {
  const headers = { 'content-type': 'application/octet-stream' };
  const response = await fetch(url, { method: 'POST', body, headers }).catch(() => {
    throw new Failure(0, 'The server cannot be reached.');
  });
  if (!response.ok || response.body === null) {
    const problem = (await response.json().catch(() => null)) as Partial<Problem> | null;
    throw new Failure(response.status, problem?.message ?? `The server answered ${response.status}.`);
  }
  let text = '';
  let last: Told | null = null;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = `${text}${part.value}`.split('\n');
    text = lines.pop() ?? '';
    for (const line of lines.filter((each) => each.trim() !== '')) {
      const heard = JSON.parse(line) as Told & { line?: string };
      if (heard.line === undefined) last = heard;
      else hear(heard.line);
    }
  }
  if (last === null) throw new Failure(0, 'The server ended without an answer.');
  return last;
}

/** The answer at an address of the server: asked for once, and kept. */
export const answer = <T>(url: string) =>
  queryOptions({
    queryKey: [url],
    queryFn: () => get<T>(url),
    initialData: () => fromPage<T>(url),
    staleTime: Number.POSITIVE_INFINITY,
  });

const CATALOGUE = '/api/catalogue';

/** A catalogue, once the metrics are known that it says are declared beside the bundled ones. */
function declared(catalogue: Catalogue): Catalogue {
  declareOwn(catalogue.own);
  return catalogue;
}

const firstAnswers: Record<string, unknown> = embedded();

function embedded(): Record<string, unknown> {
  if (typeof document === 'undefined') return {};
  const text = document.getElementById('first-answers')?.textContent;
  if (!text) return {};
  const answers = JSON.parse(text) as Record<string, unknown>;
  if (answers[CATALOGUE]) declared(answers[CATALOGUE] as Catalogue);
  return answers;
}

/** An answer that came with the page, handed out once: later questions ask the server. */
function fromPage<T>(url: string): T | undefined {
  const answer = firstAnswers[url];
  delete firstAnswers[url];
  return answer as T | undefined;
}

/** A failed request, with what the server said about it. */
export class Failure extends Error {
  readonly status: number;
  readonly details: readonly string[];
  constructor(status: number, message: string, details: readonly string[] = []) {
    super(message);
    this.status = status;
    this.details = details;
  }
}

/** A request the server understood and would not answer. */
export const isRefusal = (error: Error | null | undefined): error is Failure =>
  error instanceof Failure && error.status >= 400 && error.status < 500;

/** The JSON at an address. Throws a Failure with the server’s own words where it refuses, or with ours where it is silent. */
async function get<T>(url: string): Promise<T> {
  const response = await fetch(url, { headers: { accept: 'application/json' } }).catch(() => {
    throw new Failure(0, 'The server cannot be reached.');
  });
  const body: unknown = await response.json().catch(() => null);
  if (response.ok && body !== null) return body as T;
  const problem = body as Partial<Problem & Health> | null;
  throw new Failure(
    response.status,
    problem?.message ?? problem?.reason ?? `The server answered ${response.status} without saying why.`,
    problem?.details,
  );
}
