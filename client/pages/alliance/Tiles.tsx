import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { DEFAULTS } from '../../../data/addresses/choices.ts';
import type { Profile } from '../../../data/contract/index.ts';
import { tileRows } from '../../../data/text/tiles.ts';
import { profileQuery } from '../../api.ts';
import { Refused, Waiting } from '../../ui/states.tsx';
import { Part } from './Part.tsx';
import { Tile } from './Tile.tsx';
import { type Board, useProgress } from './useBoard.ts';

/** Each ambition of Annex A that has a figure, with the three questions asked of it kept apart. */
export function Tiles(board: Board) {
  const { data, error, refetch, isPlaceholderData } = useProgress(board);
  const compared = useQuery(
    profileQuery({
      area: board.alliance.area,
      period: board.view.period,
      benchmark: DEFAULTS.benchmark,
      confidence: DEFAULTS.confidence,
    }),
  );
  const { tiles, without } = tileRows(data?.rows ?? []);
  const all = `/progress?area=${board.alliance.area}${board.view.period && `&period=${board.view.period}`}`;
  return (
    <Part id="ambitions" title="Where it stands on the ambitions">
      {error ? (
        <Refused failure={error} again={refetch} />
      ) : !data ? (
        <Waiting what="the ambitions" />
      ) : (
        <>
          <div className="tiles" aria-busy={isPlaceholderData}>
            {tiles.map((row) => (
              <Tile key={row.id} row={row} compared={rowOf(compared.data, row.metric, row.period)} />
            ))}
          </div>
          <p>
            {tiles.length === 0 && 'No ambition has a figure by then. '}
            {without > 0 &&
              `${without} other ${without === 1 ? 'ambition has' : 'ambitions have'} no figure for this Alliance by then. `}
            <Link href={all}>Every ambition of Annex A, with its path to the target</Link>
          </p>
        </>
      )}
    </Part>
  );
}

/** A measure's row of the profile, where it is of the same period. */
const rowOf = (profile: Profile | undefined, metric: string | null, period: string | null) =>
  profile?.rows.find((row) => row.metric === metric && row.period === period);
