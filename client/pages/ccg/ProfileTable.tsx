import type { Areas, Catalogue, Profile } from '../../../data/contract/index.ts';
import { periodWords } from '../../../data/text/figure.ts';
import { TableBox } from '../../ui/TableBox.tsx';
import { ProfileRows } from './ProfileRows.tsx';
import type { ProfileState } from './view.ts';

type Props = {
  profile: Profile;
  catalogue: Catalogue;
  areas: Areas;
  open: ProfileState['trend'];
  onOpen: (trend: ProfileState['trend']) => void;
};

/** Every measure as a row, grouped by the pathway area it belongs to. */
export function ProfileTable({ profile, catalogue, areas, open, onOpen }: Props) {
  const groups = catalogue.pathway
    .map(({ id, name }) => ({ id, name, rows: profile.rows.filter(({ pathway }) => pathway === id) }))
    .filter(({ rows }) => rows.length > 0);
  const similar = profile.rows.some((row) => row.similar !== null);
  const columns = similar ? 9 : 8;
  return (
    <div className="profile">
      <TableBox label="Where it stands">
        <table>
          <caption className="hidden">
            {profile.area.name} as at {periodWords(profile.period)}: each measure beside England, its Alliance
            {similar && ' and its ten most similar CCGs'}
          </caption>
          <thead>
            <tr>
              <th scope="col">Measure, period and source</th>
              <th scope="col">This CCG, 95% interval</th>
              <th scope="col" className="number">
                England
              </th>
              <th scope="col" className="number">
                Alliance
              </th>
              {similar && (
                <th scope="col" className="number">
                  Similar ten
                </th>
              )}
              <th scope="col">Compared</th>
              <th scope="col">Standard</th>
              <th scope="col">Place among CCGs (95% range)</th>
              <th scope="col">Over time</th>
            </tr>
          </thead>
          {groups.map(({ id, name, rows }) => (
            <tbody key={id}>
              <tr className="group">
                <th scope="rowgroup" colSpan={columns}>
                  <span>{name}</span>
                </th>
              </tr>
              {rows.map((row) => (
                <ProfileRows
                  key={row.metric}
                  row={row}
                  profile={profile}
                  catalogue={catalogue}
                  areas={areas}
                  columns={columns}
                  similar={similar}
                  open={row.metric === open}
                  onToggle={() => onOpen(row.metric === open ? '' : (row.metric as ProfileState['trend']))}
                />
              ))}
            </tbody>
          ))}
        </table>
      </TableBox>
    </div>
  );
}
