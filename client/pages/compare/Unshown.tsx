import type { Place } from '../../charts/compare/places.ts';
import { MOST_AREAS } from './view.ts';

/** What the address asks for and the page cannot show, by name; nothing where it shows all. */
export function Unshown({ unknown, beyond }: { unknown: readonly string[]; beyond: readonly Place[] }) {
  if (unknown.length + beyond.length === 0) return null;
  return (
    <div className="unshown" role="alert">
      {unknown.length > 0 && (
        <p>
          {unknown.length === 1 ? 'No area has the code ' : 'No areas have the codes '}
          {unknown.map((each) => `“${each}”`).join(', ')}: left out.
        </p>
      )}
      {beyond.length > 0 && (
        <p>
          At most {MOST_AREAS} areas are compared: the first {MOST_AREAS} are shown, and left out{' '}
          {beyond.length === 1 ? 'is' : 'are'} {beyond.map(({ name }) => name).join(', ')}.
        </p>
      )}
    </div>
  );
}
