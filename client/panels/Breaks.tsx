import type { Mark } from '../charts/trendSeries.ts';
import { breakWords } from './breakWords.ts';

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
