import type { SnapshotArea } from '../../../data/contract/index.ts';
import { COMPARISON_WORDS, GLYPHS } from '../../../data/text/figure.ts';

/** How a figure compares, as a cell of a table: its sign, the word, and why it is not compared. */
export const ComparedWords = ({
  comparison,
  comparisonReason,
}: Pick<SnapshotArea, 'comparison' | 'comparisonReason'>) => (
  <span className={`compared ${comparison}`}>
    <span aria-hidden="true">{GLYPHS[comparison]}</span> {COMPARISON_WORDS[comparison]}
    {comparisonReason && <span className="quiet block">{comparisonReason}</span>}
  </span>
);
