import { useCallback } from 'react';
import { useLocation, useSearch } from 'wouter';

/** A query string with one parameter set, or taken out where the value is null; all others are kept. */
export function withParameter(search: string, name: string, value: string | null): string {
  const parameters = new URLSearchParams(search);
  if (value === null) parameters.delete(name);
  else parameters.set(name, value);
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

/** A parameter of the address, and how to set it without touching the others. */
export function useParameter(name: string): [value: string | null, set: (value: string | null) => void] {
  const [path, navigate] = useLocation();
  const search = useSearch();
  const set = useCallback(
    (value: string | null) => navigate(`${path}${withParameter(search, name, value)}`),
    [navigate, path, search, name],
  );
  return [new URLSearchParams(search).get(name), set];
}
