import type { ProfileRow } from '../../../data/contract.ts';
import { formatValue } from '../../../data/format.ts';
import type { Metric } from '../../../data/metrics.ts';
import { isIllustrative, rankWords } from '../../../data/words/profile.ts';
import { Spine } from '../../charts/Spine.tsx';

const WIDTH = 170;

/** Where the figure lies among all areas of the level: a spine, and the place in words. */
export function PlaceCell({ row, metric }: { row: ProfileRow; metric: Metric }) {
  const { spine, value, rank } = row;
  if (isIllustrative(row)) return <td className="quiet">Not ranked</td>;
  return (
    <td className="place">
      {spine && value !== null && (
        <Spine
          value={value}
          lower={row.lower}
          upper={row.upper}
          benchmark={row.benchmark}
          spine={spine}
          higherIsBetter={metric.polarity === 'none' ? null : metric.polarity === 'higher'}
          metric={metric}
          width={WIDTH}
          label={spineWords(row, metric)}
        />
      )}
      <span className="block">
        {rank ? rankWords(rank) : <span className="quiet">Not ranked: no interval is published</span>}
      </span>
    </td>
  );
}

/** The spine in words: `79.1%, among 209 CCGs from 66.7% to 93.1%, half of them between 78.0% and 85.2%`. */
function spineWords({ spine, value }: ProfileRow, metric: Metric): string {
  if (!spine || value === null) return '';
  const [own, min, p25, p75, max] = [value, spine.min, spine.p25, spine.p75, spine.max].map((each) =>
    formatValue(metric, each),
  );
  return `${own}, among ${spine.areas} CCGs from ${min} to ${max}, half of them between ${p25} and ${p75}`;
}
