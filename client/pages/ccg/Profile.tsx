import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useLocation, useSearch } from 'wouter';
import type { Areas, Catalogue, Profile as ProfileReply } from '../../../data/contract/index.ts';
import {
  comparisonHeading,
  figuresSentence,
  standardsSentence,
  unjudgedSentence,
} from '../../../data/text/profile.ts';
import { catalogueQuery, profileQuery } from '../../api.ts';
import { lastMonth } from '../../charts/spine/readingNotes.ts';
import { Refused, Waiting } from '../../ui/states.tsx';
import { UseChart } from '../../ui/UseChart.tsx';
import { DownloadCsv } from './DownloadCsv.tsx';
import { ProfileControls } from './ProfileControls.tsx';
import { ProfileKey } from './ProfileKey.tsx';
import { ProfileTable } from './ProfileTable.tsx';
import { SimilarTen } from './SimilarTen.tsx';
import { type ProfileState, profileAddress, readProfile } from './view.ts';

type Props = { area: string; similar: readonly string[]; areas: Areas };

/** Every measure of one CCG beside England, its Alliance and its similar ten; all of the view is in the address. */
export function Profile({ area, similar, areas }: Props) {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const state = readProfile(search);
  const asked = useQuery({ ...profileQuery({ area, ...state }), placeholderData: keepPreviousData });
  const catalogue = useQuery(catalogueQuery());
  const failure = asked.error ?? catalogue.error;
  if (failure)
    return (
      <>
        <Refused failure={failure} again={() => Promise.all([asked.refetch(), catalogue.refetch()])} />
        {search !== '' && (
          <p>
            <Link href={path}>See its latest figures beside England</Link>
          </p>
        )}
      </>
    );
  if (!asked.data || !catalogue.data) return <Waiting what="its figures" />;
  return (
    <Loaded
      profile={asked.data}
      busy={asked.isPlaceholderData}
      catalogue={catalogue.data}
      state={state}
      similar={similar}
      areas={areas}
      onChange={(change) => navigate(profileAddress(path, search, change))}
    />
  );
}

type LoadedProps = {
  profile: ProfileReply;
  busy: boolean;
  catalogue: Catalogue;
  state: ProfileState;
  similar: readonly string[];
  areas: Areas;
  onChange: (change: Partial<ProfileState>) => void;
};

function Loaded({ profile, busy, catalogue, state, similar, areas, onChange }: LoadedProps) {
  return (
    <>
      <section aria-labelledby="stands" aria-busy={busy}>
        <div className="stands" role="status">
          <h2 id="stands">{comparisonHeading(profile)}</h2>
          <p className="lede">
            {figuresSentence(profile.rows, lastMonth(profile.period))} {standardsSentence(profile.rows)}{' '}
            {unjudgedSentence(profile)}
          </p>
        </div>
        <ProfileControls state={state} profile={profile} similar={similar.length > 0} onChange={onChange} />
        <ProfileKey profile={profile} confidence={state.confidence} />
        <ProfileTable
          profile={profile}
          catalogue={catalogue}
          areas={areas}
          open={state.trend}
          onOpen={(trend) => onChange({ trend })}
        />
        <DownloadCsv profile={profile} />
        <UseChart
          chart="spine"
          asked={{
            area: profile.area.area,
            period: state.period,
            benchmark: state.benchmark,
            confidence: state.confidence,
          }}
          of={`${profile.area.name} by every measure`}
        />
      </section>
      {similar.length > 0 && (
        <SimilarTen profile={profile} state={state} similar={similar} areas={areas} onChange={onChange} />
      )}
    </>
  );
}
