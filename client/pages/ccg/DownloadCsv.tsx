import type { Profile } from '../../../data/contract/index.ts';
import { csv, fileName } from '../../../data/text/csv.ts';
import { PROFILE_HEAD, profileCells } from '../../charts/spine/csvRows.ts';
import { save } from '../../ui/save.ts';

/** The whole table as a file. */
export const DownloadCsv = ({ profile }: { profile: Profile }) => (
  <p className="copy">
    <button
      type="button"
      className="button"
      onClick={() =>
        save(
          fileName([profile.area.name, 'profile', profile.period, profile.against], 'csv'),
          csv(PROFILE_HEAD, profileCells(profile)),
        )
      }
    >
      Download CSV
    </button>
  </p>
);
