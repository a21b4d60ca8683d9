import type { SnapshotArea } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { areaLabel } from '../../../data/text/figure.ts';

type Props = { metric: Metric; areas: string; area: SnapshotArea | undefined };

/** What is pointed at, reached by key or chosen, in one place over the map; else how the map is entered. */
export const ReadOut = ({ metric, areas, area }: Props) => (
  <p className="read-out" data-testid="read-out">
    {area ? (
      <b>{areaLabel(metric, area)}</b>
    ) : (
      <>
        Point at one of the {areas}. Zoom with the buttons, a double click, two fingers, or Ctrl and the
        wheel; drag to move. On the map the keys are + − 0, arrows from area to area, and Shift with an arrow
        to move.
      </>
    )}
  </p>
);
