import { Link } from 'wouter';
import type { Areas } from '../../../data/contract/index.ts';
import type { Place } from '../../charts/compare/places.ts';
import { compareAreasUrl, MOST_AREAS } from './view.ts';

const EXAMPLE = '02N';

/** What to do where fewer than two areas are chosen, with two comparisons to start from. */
export function Start({ areas, chosen }: { areas: Areas; chosen: readonly Place[] }) {
  const [only] = chosen;
  const ccg = areas.ccgs.find(({ area }) => area === (only?.area ?? EXAMPLE)) ?? areas.ccgs[0];
  const alliance = areas.alliances.find(({ ccgs }) => ccg && ccgs.includes(ccg.area));
  return (
    <div className="prose start">
      <p>
        {only
          ? `Only ${only.name} is chosen: choose at least one more area.`
          : `Choose two to ${MOST_AREAS} areas: CCGs, Alliances, regions or England, in any mixture.`}
      </p>
      <p>Or start from one of these:</p>
      <ul>
        {ccg && ccg.similar.length > 0 && (
          <li>
            <Link href={compareAreasUrl([ccg.area, ...ccg.similar])}>
              {ccg.name} beside its ten most similar CCGs
            </Link>
          </li>
        )}
        {alliance && (
          <li>
            <Link
              href={compareAreasUrl([...alliance.ccgs.slice(0, MOST_AREAS - 2), alliance.area, 'england'])}
            >
              The CCGs of {alliance.name} beside the Alliance and England
            </Link>
          </li>
        )}
      </ul>
    </div>
  );
}
