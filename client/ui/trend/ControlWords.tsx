import type { Signal, Trend } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/types.ts';
import { assuranceWords, segmentWords, variationWords } from '../../../data/text/control.ts';
import { SCREENED } from '../../../data/text/limits.ts';
import { countWords, HOW_TO_READ, rulesWords } from '../../../data/text/signals.ts';

type Props = { metric: Metric; trend: Trend };

/** What a control chart says in words, its cautions and how it is read. */
export function ControlWords({ metric, trend: { control, points } }: Props) {
  const { cautions, segments, runLength } = control;
  const assurance = assuranceWords(metric, control);
  const hasFigure = new Set(points.flatMap(({ period, value }) => (value === null ? [] : period)));
  const rules = rulesWords(runLength);
  return (
    <div className="control-words">
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
