import type { ProfileRow } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { isIllustrative, rankWords } from '../../../data/text/profile.ts';
import { Spine } from '../../charts/spine/Spine.tsx';
import { spineOf } from '../../charts/spine/spineOf.ts';

const WIDTH = 170;

/** Where the figure lies among all areas of the level: a spine, and the place in words. */
export function PlaceCell({ row, metric }: { row: ProfileRow; metric: Metric }) {
  const { rank } = row;
  const spine = spineOf(row, metric, 'ccg');
  if (isIllustrative(row)) return <td className="quiet">Not ranked</td>;
  return (
    <td className="place">
      {spine && <Spine {...spine} width={WIDTH} />}
      <span className="block">
        {rank ? rankWords(rank) : <span className="quiet">Not ranked: no interval is published</span>}
      </span>
    </td>
  );
}
