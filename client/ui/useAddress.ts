import { useCallback, useRef } from 'react';
import { useLocation, useSearch } from 'wouter';

type Codec<State> = {
  parse: (search: string) => State;
  change: (search: string, change: Partial<State>) => string;
};

/** How to change a view; `passing`: without an entry of its own in the history. */
export type Go<View> = (change: Partial<View>, passing?: boolean) => void;

/** The state that the address holds, and how to change it; other parameters of the address are kept. */
export function useAddress<State>(codec: Codec<State>): [State, Go<State>] {
  const search = useSearch();
  const [path, navigate] = useLocation();
  // Of the address as it is by then: another part of it may have been changed just before.
  const go: Go<State> = (change, passing = false) =>
    navigate(`${path}${codec.change(window.location.search, change)}`, { replace: passing });
  return [codec.parse(search), go];
}

/** How to change a view that the address holds, and nothing else. `addressOf` must be the same from one render to the next. */
export function useGo<View>(view: View, addressOf: (view: View) => string): Go<View> {
  const [, navigate] = useLocation();
  const latest = useRef(view);
  latest.current = view;
  return useCallback(
    (change, passing = false) => navigate(addressOf({ ...latest.current, ...change }), { replace: passing }),
    [addressOf, navigate],
  );
}
