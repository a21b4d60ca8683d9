import { useQueries } from '@tanstack/react-query';
import { useRef } from 'react';
import { answer, Failure } from '../../api.ts';
import {
  type Compared,
  compareAddresses,
  comparedFrom,
  type ToCompare,
} from '../../charts/compare/compared.ts';

/** A request the server understood and would not answer: the rows it is for are gaps. */
const isRefusal = (error: Error | null): error is Failure =>
  error instanceof Failure && error.status >= 400 && error.status < 500;

/** The figures of a view's areas: one request for each of their levels, and what the group's total and England need. */
export function useCompared(of: ToCompare) {
  const { all, levels } = compareAddresses(of);
  const queries = useQueries({ queries: all.map((url) => answer<unknown>(url)) });
  const at = (url: string) => queries[all.indexOf(url)];
  const failure = queries.map(({ error }) => error).find((error) => error !== null && !isRefusal(error));
  const settled = queries.every(({ data, error }) => data !== undefined || isRefusal(error));
  const compared = settled
    ? comparedFrom(of, (url) => ({ reply: at(url)?.data ?? null, refusal: at(url)?.error?.message ?? '' }))
    : undefined;
  const last = useRef<Compared>(undefined);
  if (compared) last.current = compared;
  const refused = levels.map(({ url }) => at(url)?.error ?? null).find(isRefusal);
  return {
    compared: compared ?? last.current,
    fresh: compared !== undefined,
    error: failure ?? (settled && !compared ? refused : undefined) ?? null,
    again: () => queries.map((query) => query.refetch()),
  };
}
