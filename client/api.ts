import { queryOptions } from '@tanstack/react-query';
import {
  type AsAt,
  driversUrl,
  findingsUrl,
  type MapView,
  type MetricView,
  type ProfileView,
  profileUrl,
  progressUrl,
  type ScorecardView,
  scorecardUrl,
  snapshotUrl,
  spreadUrl,
} from '../data/addresses/view.ts';
import pathsUrl from '../data/boundaries/paths.json?url';
import type {
  Areas,
  Catalogue,
  Drivers,
  Findings,
  Health,
  Problem,
  Profile,
  Progress,
  Scorecard,
  Snapshot,
  Spread,
  Trend,
  TrendQuery,
} from '../data/contract/index.ts';
import type { Place } from './charts/map/neighbours.ts';

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

const firstAnswers: Record<string, unknown> = embedded();

function embedded(): Record<string, unknown> {
  if (typeof document === 'undefined') return {};
  const text = document.getElementById('first-answers')?.textContent;
  return text ? (JSON.parse(text) as Record<string, unknown>) : {};
}

/** An answer that came with the page, handed out once: later questions ask the server. */
function fromPage<T>(url: string): T | undefined {
  const answer = firstAnswers[url];
  delete firstAnswers[url];
  return answer as T | undefined;
}

/** The JSON at an address. Throws a Failure with the server's own words where it refuses, or with ours where it is silent. */
export async function get<T>(url: string): Promise<T> {
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

/** How the answer at an address of the API is asked for: once, and kept. */
export const answer = <T>(url: string) =>
  queryOptions({
    queryKey: [url],
    queryFn: () => get<T>(url),
    initialData: () => fromPage<T>(url),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const catalogueQuery = () => answer<Catalogue>('/api/catalogue');

export const areasQuery = () => answer<Areas>('/api/areas');

export const snapshotQuery = (view: MapView & Partial<MetricView>) => answer<Snapshot>(snapshotUrl(view));

export const spreadQuery = (view: MetricView) => answer<Spread>(spreadUrl(view));

export const profileQuery = (view: ProfileView) => answer<Profile>(profileUrl(view));

export const trendUrl = ({ metric, area, grain }: TrendQuery) =>
  `/api/trend?area=${encodeURIComponent(area)}&grain=${grain}&metric=${metric}`;

export const trendQuery = (query: TrendQuery) => answer<Trend>(trendUrl(query));

export const progressQuery = (view: AsAt) => answer<Progress>(progressUrl(view));

export const findingsQuery = (view: AsAt) => answer<Findings>(findingsUrl(view));

export const driversQuery = (view: Parameters<typeof driversUrl>[0]) => answer<Drivers>(driversUrl(view));

export const scorecardQuery = (view: ScorecardView) => answer<Scorecard>(scorecardUrl(view));

export const healthQuery = () =>
  queryOptions({ queryKey: ['health'], queryFn: () => get<Health>('/api/health'), retry: false });

/** Ready path strings of one layout, whole steps in a fixed box. */
export type Layout = {
  box: [width: number, height: number];
  ccg: Record<string, string>;
  alliance: Record<string, string>;
  /** The lines inside Alliances, and those between them with the coast; a layout may leave them to be found. */
  mesh?: { ccg: string; alliance: string };
  label: { ccg: Record<string, Place>; alliance: Record<string, Place> };
};
export type Paths = {
  map: Layout & { london: { x: number; y: number; w: number; h: number } };
  hex?: Layout;
  attribution: string;
};

export const pathsQuery = () =>
  queryOptions({
    queryKey: [pathsUrl],
    queryFn: () => get<Paths>(pathsUrl),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Where one figure came from, cell by cell. */
export const sourcesUrl = (metric: string, area: string, period: string) =>
  `/api/sources/${metric}/${encodeURIComponent(area)}/${period}`;
