import { Link } from 'wouter';
import { useTitle } from './useTitle.ts';

/** The page for an address that has none, or for an area that is not known. */
export default function NotFound({ what }: { what?: string }) {
  useTitle('Page not found');
  return (
    <div className="finding prose">
      <h1>{what ?? 'This page does not exist'}</h1>
      <p>
        Check the address, find an area by name or NHS code in the box at the top, or start from{' '}
        <Link href="/">the map of England</Link> or <Link href="/alliances">the list of Alliances</Link>.
      </p>
    </div>
  );
}
