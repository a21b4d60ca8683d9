import type { Snapshot } from '../../data/contract/index.ts';
import { metric as metricOf } from '../../data/metrics/index.ts';
import { areaLabel, intervalPhrase } from '../../data/text/figure.ts';
import { areasNoun, uncapitalised } from '../../data/text/words.ts';
import { usePointedArea } from '../charts/kit/pointedArea.ts';

type Props = {
  snapshot: Snapshot;
  chosen: string;
  /** How the areas are reached where it is no map. */
  hint?: string;
  /** Whether a screen reader is told of an area, where the mark itself is not focused. */
  live?: boolean;
};

/** What is pointed at, reached by key or chosen, in one place over the drawing; else how it is read. */
export function ReadOut({ snapshot: { query, areas }, chosen, hint, live = false }: Props) {
  const metric = metricOf(query.metric);
  const id = usePointedArea();
  const area = areas.find((each) => each.area === id) ?? areas.find((each) => each.area === chosen);
  return (
    <p className="read-out" data-testid="read-out" aria-live={live && area ? 'polite' : undefined}>
      {area ? (
        <b>
          {[areaLabel(metric, area), uncapitalised(intervalPhrase(metric, area))].filter(Boolean).join(', ')}
        </b>
      ) : (
        (hint ?? (
          <>
            <span className="by-mouse">
              Point at one of the {areasNoun(query.level, 2)} to read it here. To zoom: double click, pinch,
              Ctrl and wheel, + − 0. To move: drag, or Shift and arrows.
            </span>
            <span className="by-finger">
              Touch one of the {areasNoun(query.level, 2)} to read it here. To zoom: pinch, or the buttons. To
              move, once enlarged: drag.
            </span>
          </>
        ))
      )}
    </p>
  );
}
