import type { Control, Signal, Trend } from '../../data/contract.ts';
import type { Metric } from '../../data/metrics/types.ts';
import { assuranceWords, segmentWords, variationWords } from '../../data/words/control.ts';
import { SCREENED } from '../../data/words/limits.ts';
import { countWords, HOW_TO_READ, rulesWords, TYPE_WORDS } from '../../data/words/signals.ts';
import { markOf, SignalMark } from '../charts/SignalMarks.tsx';

type Props = { metric: Metric; trend: Trend };

/** What a control chart says in words, its key, its cautions and how it is read. */
export function ControlWords({ metric, trend: { control, points } }: Props) {
  const { cautions, segments, runLength } = control;
  const assurance = assuranceWords(metric, control);
  const hasFigure = new Set(points.flatMap(({ period, value }) => (value === null ? [] : period)));
  const rules = rulesWords(runLength);
  return (
    <div className="control-words">
      <Key points={control.points} hasFigure={hasFigure} />
      <p>
        <b>Variation.</b> {variationWords(metric, control)}
      </p>
      {assurance !== '' && (
        <p>
          <b>Standard.</b> {assurance}
        </p>
      )}
      <p>{countWords(control, hasFigure)}</p>
      {cautions.some((each) => each !== SCREENED) && (
        <p className="quiet">{cautions.filter((each) => each !== SCREENED).join(' ')}</p>
      )}
      <details className="notes">
        <summary>How to read this chart</summary>
        <p>{HOW_TO_READ}</p>
        <ul>
          {(Object.keys(rules) as Signal[]).map((rule) => (
            <li key={rule}>{rules[rule]}</li>
          ))}
        </ul>
        <p>{SCREENED}</p>
        <ul>
          {segments.map((segment) => (
            <li key={segment.from}>{segmentWords(metric, segment)}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}

const MARK_WORDS = { ...TYPE_WORDS, 'no-limits': 'No limits' };

/** The marks that the chart uses, with what each says. */
function Key({ points, hasFigure }: { points: Control['points']; hasFigure: ReadonlySet<string> }) {
  const marks = new Set(points.filter(({ period }) => hasFigure.has(period)).map(markOf));
  return (
    <ul className="control-key">
      {[...marks].sort().map((mark) => (
        <li key={mark}>
          <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
            <SignalMark x={8} y={8} type={mark} size={6} />
          </svg>
          {MARK_WORDS[mark]}
        </li>
      ))}
    </ul>
  );
}
