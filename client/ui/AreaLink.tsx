import { type ReactNode, useSyncExternalStore } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { areaUrl, type Context, contextOf, mapAtUrl } from '../url.ts';

const never = () => () => {};

/**
 * What the reader looks at, to go along with a link. The server draws one view for all addresses that mean it, so that
 * nothing is known until the browser has taken the page over.
 */
export function useLookedAt(): Context {
  const [path] = useLocation();
  const search = useSearch();
  const inBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return inBrowser ? contextOf(path, search) : {};
}

type Props = { level: string; area: string; children: ReactNode };

/** A link to the page of an area, on the metric, period and benchmark that the reader looks at. */
export const AreaLink = ({ level, area, children }: Props) => (
  <Link href={areaUrl(level, area, useLookedAt())}>{children}</Link>
);

/** A link to an area on the map of England, coloured by the metric and in the period that the reader looks at. */
export const OnTheMap = ({ level, area, children }: Props) => (
  <Link href={mapAtUrl({ ...useLookedAt(), level, area })}>{children}</Link>
);
