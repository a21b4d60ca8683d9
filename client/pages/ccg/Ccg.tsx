import type { Areas, Ccg, LaterCcg } from '../../../data/contract/index.ts';
import { formatCount } from '../../../data/text/format.ts';
import { periodWords } from '../../../data/text/words.ts';
import { areasQuery } from '../../api.ts';
import { AreaLink, OnTheMap } from '../../ui/AreaLink.tsx';
import { AllianceLinks, CcgLinks } from '../../ui/CcgLinks.tsx';
import { Fact } from '../../ui/Fact.tsx';
import NotFound from '../../ui/NotFound.tsx';
import { Loaded } from '../../ui/states.tsx';
import { Page } from './Page.tsx';

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
                area={ccg.area}
                name={ccg.name}
                similar={ccg.similar}
                level="ccg"
                topic="Clinical commissioning group (CCG)"
                located={[ccg.area]}
                areas={areas}
                facts={
                  <>
                    <CcgFacts ccg={ccg} areas={areas} />
                    <p>
                      <OnTheMap level="ccg" area={ccg.area}>
                        See it on the map of England
                      </OnTheMap>
                    </p>
                  </>
                }
              />
            );
          const later = areas.laterCcgs.find(({ area }) => area === code);
          if (later)
            return (
              <Page
                area={later.area}
                name={later.name}
                level="ccg"
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
                {next.area === ccg.area ? (
                  next.name
                ) : (
                  <AreaLink level="ccg" area={next.area}>
                    {next.name}
                  </AreaLink>
                )}
                , from {periodWords(next.from)}{' '}
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
