import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Areas, Ccg, LaterCcg } from '../../../data/contract/index.ts';
import { LAND, PALETTE } from '../../../data/palette.ts';
import { formatCount } from '../../../data/text/format.ts';
import { periodWords } from '../../../data/text/words.ts';
import { areasQuery, pathsQuery } from '../../api.ts';
import { AllianceLinks, CcgLinks } from '../../ui/CcgLinks.tsx';
import { Fact } from '../../ui/Fact.tsx';
import NotFound from '../../ui/NotFound.tsx';
import { PackPanel } from '../../ui/PackPanel.tsx';
import { Loaded } from '../../ui/states.tsx';
import { AllTrends } from '../../ui/trend/AllTrends.tsx';
import { useAddress } from '../../ui/useAddress.ts';
import { useTitle } from '../../ui/useTitle.ts';
import { CCG } from '../../url.ts';
import { Profile } from './Profile.tsx';
import './style.css';

/** The page of one CCG, of 2016 or made by a later merger: its facts, where it stands on every measure, and its trends. */
export default function CcgPage({ code }: { code: string }) {
  return (
    <div className="width">
      <Loaded query={areasQuery()} what="the areas">
        {(areas) => {
          const ccg = areas.ccgs.find(({ area }) => area === code);
          if (ccg)
            return (
              <Page
                {...ccg}
                topic="Clinical commissioning group (CCG)"
                located={[ccg.area]}
                areas={areas}
                facts={
                  <>
                    <CcgFacts ccg={ccg} areas={areas} />
                    <p>
                      <Link href={`/?area=${ccg.area}`}>See it on the map of England</Link>
                    </p>
                  </>
                }
              />
            );
          const later = areas.laterCcgs.find(({ area }) => area === code);
          if (later)
            return (
              <Page
                {...later}
                topic="Clinical commissioning group (CCG) made by a later merger"
                located={later.predecessors}
                similar={[]}
                areas={areas}
                facts={<LaterCcgFacts ccg={later} areas={areas} />}
              />
            );
          return <NotFound what={`No CCG has the code “${code}”`} />;
        }}
      </Loaded>
    </div>
  );
}

type PageProps = Pick<Ccg, 'area' | 'name' | 'similar'> & {
  topic: string;
  facts: ReactNode;
  /** The CCGs of 2016 that it is drawn as. */
  located: readonly string[];
  areas: Areas;
};

function Page({ area, name, similar, topic, facts, located, areas }: PageProps) {
  useTitle(name);
  const [{ period }] = useAddress(CCG);
  return (
    <>
      <div className="area-head">
        <div>
          <p className="topic">{topic}</p>
          <h1>{name}</h1>
          {facts}
        </div>
        <Locator ccgs={located} name={name} />
      </div>
      <Profile area={area} similar={similar} areas={areas} />
      <AllTrends area={area} />
      <PackPanel area={area} period={period} name={name} />
    </>
  );
}

/** What is known of a CCG of Annex i. */
function CcgFacts({ ccg, areas }: { ccg: Ccg; areas: Areas }) {
  return (
    <dl className="facts">
      <Fact name={ccg.alliances.length === 1 ? 'Alliance' : 'Alliances'}>
        <AllianceLinks alliances={ccg.alliances} areas={areas} />
      </Fact>
      <Fact name="Codes">
        {ccg.area} (NHS), {ccg.onsCode} (ONS)
      </Fact>
      {ccg.nameAsPrinted !== ccg.name.replace(/ CCG$/, '') && (
        <Fact name="Name in Annex i">{ccg.nameAsPrinted}</Fact>
      )}
      <Fact name="Population">{formatCount(ccg.population)} people, mid-2015</Fact>
      {ccg.imdRank !== null && (
        <Fact name="Deprivation">
          Rank {ccg.imdRank} of {areas.ccgs.length}, where 1 is the most deprived
          {ccg.imdScore !== null && ` (score ${ccg.imdScore.toFixed(1)})`}, Index of Multiple Deprivation 2015
        </Fact>
      )}
      <Fact name="STP">{ccg.stp}</Fact>
      {ccg.successors.length > 0 && (
        <Fact name="Succeeded by">
          <ul>
            {ccg.successors.map((next) => (
              <li key={`${next.area} ${next.from}`}>
                {next.area === ccg.area ? next.name : <Link href={`/ccgs/${next.area}`}>{next.name}</Link>},
                from {periodWords(next.from)}{' '}
                <span className="quiet">
                  ({next.share < 1 && `${(100 * next.share).toFixed(0)}% of its population; `}
                  {next.fit === 'exact'
                    ? 'inside one Alliance'
                    : 'spans Alliances, counted in one as the best fit'}
                  ){next.note && ` ${next.note}`}
                </span>
              </li>
            ))}
          </ul>
        </Fact>
      )}
      {ccg.similar.length > 0 && (
        <Fact name="Similar CCGs">
          <CcgLinks ccgs={ccg.similar} areas={areas} />
        </Fact>
      )}
    </dl>
  );
}

/** What is known of a CCG made by a later merger. */
function LaterCcgFacts({ ccg, areas }: { ccg: LaterCcg; areas: Areas }) {
  return (
    <dl className="facts">
      <Fact name="Counted in">
        <AllianceLinks alliances={[ccg.alliance]} areas={areas} />
        {ccg.fit === 'best-fit' && (
          <span className="quiet">It spans Alliances, and is counted whole in this one as the best fit.</span>
        )}
      </Fact>
      <Fact name="NHS code">{ccg.area}</Fact>
      <Fact name="Figures">
        From {periodWords(ccg.from)}
        {ccg.until !== null && ` to ${periodWords(ccg.until)}`}
      </Fact>
      <Fact name="Succeeds">
        <CcgLinks ccgs={ccg.predecessors} areas={areas} />
      </Fact>
    </dl>
  );
}

/** Where in England an area lies: its CCGs filled, on the outlines of the Alliances. */
function Locator({ ccgs, name }: { ccgs: readonly string[]; name: string }) {
  const { data } = useQuery(pathsQuery());
  if (!data) return <div className="locator" />;
  const { box, ccg, alliance, label } = data.map;
  const places = ccgs.flatMap((id) => (label.ccg[id] ? [label.ccg[id]] : []));
  const [x, y] = [0, 1].map(
    (axis) => places.reduce((sum, place) => sum + (place[axis] ?? 0), 0) / Math.max(1, places.length),
  );
  return (
    <svg
      className="locator"
      viewBox={`0 0 ${box[0]} ${box[1]}`}
      role="img"
      aria-label={`Map of England showing where ${name} is`}
    >
      <path
        d={Object.values(alliance).join('')}
        fill={LAND.alliance}
        stroke={PALETTE.paper}
        strokeWidth={16}
      />
      <path
        d={ccgs.map((id) => ccg[id] ?? '').join('')}
        fill={PALETTE.area}
        stroke={PALETTE.area}
        strokeWidth={6}
      />
      {ccgs.length < 5 && <circle cx={x} cy={y} r={190} fill="none" stroke={PALETTE.area} strokeWidth={28} />}
    </svg>
  );
}
