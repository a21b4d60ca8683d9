import { Link } from 'wouter';
import type { Alliance as AllianceFacts, Areas } from '../../data/contract.ts';
import { useTitle } from '../controls/useTitle.ts';
import { AreasLoaded } from '../panels/AreasLoaded.tsx';
import { AreaTrends } from '../panels/AreaTrends.tsx';
import { CcgLinks } from '../panels/CcgLinks.tsx';
import { Fact } from '../panels/Fact.tsx';
import { Locator } from '../panels/Locator.tsx';
import { OtherFigures } from '../panels/OtherFigures.tsx';
import NotFound from './NotFound.tsx';

/** The page of one Alliance: its facts from Annex i, and its waiting times. */
export default function Alliance({ id }: { id: string }) {
  return (
    <AreasLoaded>
      {(areas) => {
        const alliance = areas.alliances.find(({ area }) => area === id);
        return alliance ? (
          <Page alliance={alliance} areas={areas} />
        ) : (
          <NotFound what={`No Alliance is called “${id}”`} />
        );
      }}
    </AreasLoaded>
  );
}

function Page({ alliance, areas }: { alliance: AllianceFacts; areas: Areas }) {
  useTitle(alliance.name);
  const region = areas.regions.find(({ area }) => area === alliance.region);
  return (
    <>
      <div className="area-head">
        <div>
          <p className="topic">
            {alliance.kind === 'vanguard'
              ? 'National Cancer Vanguard, counted here as an Alliance'
              : 'Cancer Alliance'}
          </p>
          <h1>{alliance.name}</h1>
          <dl className="facts">
            <Fact name="Region">{region?.name}</Fact>
            <Fact name="Population">{alliance.populationAsPrinted}</Fact>
            <Fact name="Lead">
              {alliance.lead ? (
                <>
                  <b>{alliance.lead.name}</b>, {alliance.lead.role}, {alliance.lead.organisation}
                </>
              ) : (
                'No lead is named in Annex i'
              )}
            </Fact>
            <Fact name="STPs">
              <ul>
                {alliance.stps.map((stp) => (
                  <li key={stp.onsCode}>
                    {stp.name} <span className="quiet">({coverage(stp)})</span>
                  </li>
                ))}
              </ul>
            </Fact>
            <Fact name={`${alliance.ccgs.length} CCGs`}>
              <CcgLinks ccgs={alliance.ccgs} areas={areas} />
            </Fact>
          </dl>
          <p className="quiet">
            Facts as in Annex i, December 2016. STPs are sustainability and transformation plan footprints.
            {alliance.nameAsPrinted !== alliance.name && ` Printed there as “${alliance.nameAsPrinted}”.`}{' '}
            {alliance.note}
          </p>
          <p>
            <Link href={`/?level=alliance&area=${alliance.area}`}>See it on the map among all Alliances</Link>
            , or <Link href={`/?within=${alliance.area}`}>its CCGs ranked</Link>.
          </p>
        </div>
        <Locator ccgs={alliance.ccgs} name={alliance.name} />
      </div>
      <AreaTrends area={alliance.area} />
      <OtherFigures area={alliance.area} level="alliance" />
    </>
  );
}

const coverage = (stp: AllianceFacts['stps'][number]) =>
  stp.coverage === 'whole' ? 'whole' : `part: ${stp.coverageAsPrinted || 'as printed'}`;
