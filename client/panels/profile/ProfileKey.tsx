import type { Profile } from '../../../data/contract.ts';
import { periodWords } from '../../../data/words/figure.ts';

/** How to read the table: what it is of, when a word is said, and what the picture of the place holds. */
export function ProfileKey({ profile, confidence }: { profile: Profile; confidence: string }) {
  return (
    <details className="key prose">
      <summary>How to read this table</summary>
      <p>
        Each figure is of {periodWords(profile.period)}, or else the latest before it, which is marked. It is
        better or worse where its {confidence}% interval lies wholly on one side of the value of{' '}
        {profile.against}. A standard is met or not met where the 95% interval lies wholly on one side of it,
        and not sure in between. A weighted mean is our approximation, not an official statistic.
      </p>
      <p>
        The picture of its place runs from the CCG with the least favourable figure to that with the most;
        where nothing is better or worse, from the lowest to the highest. The pale box holds the middle four
        fifths of CCGs, the darker one the middle half, its tick the median. The dashed line is what figures
        are compared with; the dot is this CCG, with its 95% interval.
      </p>
      <p>
        The usual range over time is that of a control chart by month; a recent trend is read from five annual
        figures.
      </p>
    </details>
  );
}
