import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { healthQuery } from '../api.ts';

/** Whose figures these are, and under which licence. */
export function Footer() {
  return (
    <footer className="footer">
      <div className="width">
        <LastGood />
        <p>
          Contains public sector information licensed under the{' '}
          <a href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/">
            Open Government Licence v3.0
          </a>
          . Publishers, definitions and cautions are on the <Link href="/data">Data page</Link>, how figures
          are made and judged on the <Link href="/methods">Methods page</Link>; the figures can be read by
          machines through the <a href="/api/docs">API</a>. What a word means is among{' '}
          <Link href="/methods#words">the words explained</Link>, how every reader can use these pages in the{' '}
          <Link href="/accessibility">accessibility statement</Link>.
        </p>
        <p>
          Boundaries: Office for National Statistics, licensed under the Open Government Licence v3.0.
          Contains OS data © Crown copyright and database right 2016 (areas of Annex i) and 2023 (areas of
          today). Generalised for this site.
        </p>
        <p className="printed" suppressHydrationWarning>
          This page: {useHere()}
        </p>
        <p>An independent, open source dashboard. It is not a product of the NHS.</p>
      </div>
    </footer>
  );
}

/** Where a later dataset could not be built or served: that these figures are the last good ones, and why. */
function LastGood() {
  const [asked, setAsked] = useState(false);
  // After what the page itself asks.
  useEffect(() => {
    const later = setTimeout(() => setAsked(true), 1500);
    return () => clearTimeout(later);
  }, []);
  const { data } = useQuery({ ...healthQuery(), enabled: asked });
  const reason = data?.failedBuild?.reason ?? data?.reason;
  if (data?.status !== 'ok' || reason === undefined) return null;
  const tried = data.failedBuild ? ` on ${data.failedBuild.at.slice(0, 10)}` : '';
  return (
    <p className="last-good" role="status">
      These are the last good figures (data version {data.dataVersion}, built {data.builtAt?.slice(0, 10)}). A
      later dataset could not be served{tried}: {reason.split('\n')[0]}
    </p>
  );
}

/** The address of the page, for who reads it on paper; as the server drew it, its name is missing and its order may differ. */
function useHere(): string {
  const [path] = useLocation();
  const search = useSearch();
  const [origin, setOrigin] = useState('');
  useEffect(() => setOrigin(window.location.origin), []);
  return `${origin}${path}${search === '' ? '' : `?${search}`}`;
}
