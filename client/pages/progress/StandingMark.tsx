import type { Standing } from '../../../data/text/progress-row.ts';

/** A verdict as a glyph and its words, which alone would do. */
export const StandingMark = ({ standing: { glyph, words, tone } }: { standing: Standing }) => (
  <span className={`standing ${tone}`}>
    <span aria-hidden="true">{glyph}</span> {words}
  </span>
);
