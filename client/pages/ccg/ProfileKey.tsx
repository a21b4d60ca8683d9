import type { Profile } from '../../../data/contract/index.ts';
import { readingNotes } from '../../charts/spine/readingNotes.ts';

/** How to read the table: what it is of, when a word is said, and what the picture of the place holds. */
export function ProfileKey({ profile, confidence }: { profile: Profile; confidence: string }) {
  return (
    <details className="key prose">
      <summary>How to read this table</summary>
      {readingNotes(profile, confidence).map((note) => (
        <p key={note}>{note}</p>
      ))}
      <p>
        The usual range over time is that of a control chart by month; a recent trend is read from five annual
        figures.
      </p>
    </details>
  );
}
