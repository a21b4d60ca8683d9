import { breakWords } from '../../charts/kit/breakWords.ts';
import type { Mark } from '../../charts/over-time/series.ts';

/** Where series stop being comparable with what comes before, and why. */
export const Breaks = ({ marks }: { marks: readonly Mark[] }) => (
  <>
    {marks.map(({ period, reasons }) => (
      <p key={period} className="break">
        <b>{breakWords(period)}</b> {reasons.join(' ')}
      </p>
    ))}
  </>
);
