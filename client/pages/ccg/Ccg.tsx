import { Link, useSearch } from 'wouter';
import type { Areas, Ccg as CcgFacts, LaterCcg } from '../../../data/contract/index.ts';
import { AreasLoaded } from '../../ui/AreasLoaded.tsx';
import NotFound from '../../ui/NotFound.tsx';
import { PackPanel } from '../../ui/PackPanel.tsx';
import { AllTrends } from '../../ui/trend/AllTrends.tsx';
import { useTitle } from '../../ui/useTitle.ts';
import { CcgFactList, LaterCcgFactList } from './CcgFactList.tsx';
import { Locator } from './Locator.tsx';
import { Profile } from './Profile.tsx';
import { readProfile } from './view.ts';
import '../../style/profile.css';
import '../../style/profile-ten.css';
import '../../style/profile-narrow.css';

/** The page of one CCG, of 2016 or made by a later merger: its facts, where it stands on every measure, and its trends. */
export default function Ccg({ code }: { code: string }) {
  return (
    <AreasLoaded>
      {(areas) => {
        const ccg = areas.ccgs.find(({ area }) => area === code);
        const later = areas.laterCcgs.find(({ area }) => area === code);
        if (ccg) return <Page ccg={ccg} areas={areas} />;
        if (later) return <LaterPage ccg={later} areas={areas} />;
        return <NotFound what={`No CCG has the code “${code}”`} />;
      }}
    </AreasLoaded>
  );
}

function Page({ ccg, areas }: { ccg: CcgFacts; areas: Areas }) {
  useTitle(ccg.name);
  return (
    <>
      <div className="area-head">
        <div>
          <p className="topic">Clinical commissioning group (CCG)</p>
          <h1>{ccg.name}</h1>
          <CcgFactList ccg={ccg} areas={areas} />
          <p>
            <Link href={`/?area=${ccg.area}`}>See it on the map of England</Link>
          </p>
        </div>
        <Locator ccgs={[ccg.area]} name={ccg.name} />
      </div>
      <Profile area={ccg.area} similar={ccg.similar} areas={areas} />
      <AllTrends area={ccg.area} />
      <CcgPack ccg={ccg} />
    </>
  );
}

function LaterPage({ ccg, areas }: { ccg: LaterCcg; areas: Areas }) {
  useTitle(ccg.name);
  return (
    <>
      <div className="area-head">
        <div>
          <p className="topic">Clinical commissioning group (CCG) made by a later merger</p>
          <h1>{ccg.name}</h1>
          <LaterCcgFactList ccg={ccg} areas={areas} />
        </div>
        <Locator ccgs={ccg.predecessors} name={ccg.name} />
      </div>
      <Profile area={ccg.area} similar={[]} areas={areas} />
      <AllTrends area={ccg.area} />
      <CcgPack ccg={ccg} />
    </>
  );
}

function CcgPack({ ccg: { area, name } }: { ccg: Pick<CcgFacts, 'area' | 'name'> }) {
  const { period } = readProfile(useSearch());
  return <PackPanel area={area} period={period} name={name} />;
}
