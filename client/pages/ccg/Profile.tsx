import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useLocation, useSearch } from 'wouter';
import type { Areas, Catalogue, Profile as ProfileReply } from '../../../data/contract/index.ts';
import { csv } from '../../../data/text/csv.ts';
import {
  comparisonHeading,
  figuresSentence,
  standardsSentence,
  unjudgedSentence,
} from '../../../data/text/profile.ts';
import { catalogueQuery, profileQuery } from '../../api.ts';
import { PROFILE_HEAD, profileCells } from '../../charts/spine/columns.ts';
import { lastMonth, readingNotes } from '../../charts/spine/index.tsx';
import { AsAtPicker } from '../../ui/AsAtPicker.tsx';
import { AgainstChoice, ConfidenceChoice } from '../../ui/ComparisonChoices.tsx';
import { DownloadCsv } from '../../ui/DataTable.tsx';
import { Refused, Waiting } from '../../ui/states.tsx';
import { UseChart } from '../../ui/UseChart.tsx';
import { useAddress } from '../../ui/useAddress.ts';
import { useTitle } from '../../ui/useTitle.ts';
import { CCG, type CcgView } from '../../url.ts';
import { ProfileTable } from './ProfileTable.tsx';
import { SimilarTen } from './SimilarTen.tsx';

type Props = { area: string; alliance?: string; similar: readonly string[]; areas: Areas };

/** Every measure of one CCG or ICB beside England, its Alliance and its similar ten; all of the view is in the address. */
export function Profile({ area, alliance, similar, areas }: Props) {
  const search = useSearch();
  const [path] = useLocation();
  const [view, go] = useAddress(CCG);
  const profile = useQuery({ ...profileQuery({ area, ...view }), placeholderData: keepPreviousData });
  const catalogue = useQuery(catalogueQuery());
  const failure = profile.error ?? catalogue.error;
  if (failure)
    return (
      <>
        <Refused failure={failure} again={() => Promise.all([profile.refetch(), catalogue.refetch()])} />
        {search !== '' && (
          <p>
            <Link href={path}>See its latest figures beside England</Link>
          </p>
        )}
      </>
    );
  if (!profile.data || !catalogue.data) return <Waiting what="its figures" />;
  return (
    <Sections
      profile={profile.data}
      busy={profile.isPlaceholderData}
      catalogue={catalogue.data}
      view={view}
      alliance={alliance}
      similar={similar}
      areas={areas}
      go={go}
    />
  );
}

type SectionsProps = {
  profile: ProfileReply;
  busy: boolean;
  catalogue: Catalogue;
  view: CcgView;
  alliance?: string;
  similar: readonly string[];
  areas: Areas;
  go: (change: Partial<CcgView>) => void;
};

function Sections({ profile, busy, catalogue, view, alliance, similar, areas, go }: SectionsProps) {
  const heading = comparisonHeading(profile);
  const sentences = [
    figuresSentence(profile.rows, lastMonth(profile.period)),
    standardsSentence(profile.rows),
    unjudgedSentence(profile),
  ].join(' ');
  useTitle(profile.area.name, busy ? null : `${heading}. ${sentences}`);
  return (
    <>
      <section aria-labelledby="stands" aria-busy={busy}>
        <div className="stands">
          <h2 id="stands">{heading}</h2>
          <p className="lede">{sentences}</p>
        </div>
        <ProfileControls
          view={view}
          profile={profile}
          alliance={alliance}
          hasSimilar={similar.length > 0}
          go={go}
        />
        <ProfileKey profile={profile} confidence={view.confidence} />
        <ProfileTable
          profile={profile}
          catalogue={catalogue}
          areas={areas}
          open={view.trend}
          onOpen={(trend) => go({ trend })}
        />
        <DownloadCsv
          className="copy"
          name={[profile.area.name, 'profile', profile.period, profile.against]}
          text={() => csv(PROFILE_HEAD, profileCells(profile))}
        />
        <UseChart
          chart="spine"
          query={{
            area: profile.area.area,
            period: view.period,
            benchmark: view.benchmark,
            confidence: view.confidence,
          }}
          of={`${profile.area.name} by every metric`}
        />
      </section>
      {similar.length > 0 && (
        <SimilarTen profile={profile} view={view} similar={similar} areas={areas} go={go} />
      )}
    </>
  );
}

/** What the area can be compared with; the Alliance of an ICB is that of today. */
const benchmarksFor = (alliance: string | undefined, hasSimilar: boolean) => [
  { id: 'england', name: 'England' },
  alliance === undefined
    ? { id: 'alliance', name: 'Its Alliance' }
    : { id: alliance, name: 'Its Alliance today' },
  ...(hasSimilar ? [{ id: 'similar', name: 'Its similar ten' }] : []),
  { id: 'best-decile', name: 'The best tenth' },
];

type ControlsProps = Pick<SectionsProps, 'profile' | 'view' | 'alliance' | 'go'> & { hasSimilar: boolean };

/** As at when, compared with what, and how surely. */
function ProfileControls({ view, profile, alliance, hasSimilar, go }: ControlsProps) {
  return (
    <div className="controls">
      <AsAtPicker periods={profile.periods} value={profile.period} onChange={(period) => go({ period })} />
      <AgainstChoice
        options={benchmarksFor(alliance, hasSimilar)}
        value={view.benchmark}
        name={profile.against}
        onChange={(benchmark) => go({ benchmark })}
      />
      <ConfidenceChoice value={view.confidence} onChange={(confidence) => go({ confidence })} />
    </div>
  );
}

/** How to read the table: what it is of, when a difference is named, and what the picture of the place holds. */
function ProfileKey({ profile, confidence }: { profile: ProfileReply; confidence: string }) {
  return (
    <details className="key prose">
      <summary>How to read this table</summary>
      {readingNotes(profile, confidence).map((note) => (
        <p key={note}>{note}</p>
      ))}
      <p>
        The usual range over time is that of a control chart by month; a recent trend is read from five annual
        figures.
      </p>
    </details>
  );
}
