import type { Profile } from '../../../data/contract.ts';
import { csv, fileName } from '../../../data/csv.ts';
import { save } from '../../export/save.ts';
import { PROFILE_HEAD, profileCells } from './csvRows.ts';

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
