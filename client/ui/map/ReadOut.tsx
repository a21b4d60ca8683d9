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
        Point at one of the {areas} to read it here. To zoom: double click, pinch, Ctrl and wheel, + − 0. To
        move: drag, or Shift and arrows.
      </>
    )}
  </p>
);
