import { periodWords } from '../../data/words/figure.ts';
import type { Mark } from '../charts/trendRows.ts';

/** Where series stop being comparable with what comes before, and why. */
export const Breaks = ({ marks }: { marks: readonly Mark[] }) => (
  <>
    {marks.map(({ period, reasons }) => (
      <p key={period} className="break">
        <b>Break from {periodWords(period).split(' to ')[0]}.</b> {reasons.join(' ')}
      </p>
    ))}
  </>
);
