import { Link } from 'wouter';
import type { Alliance, Areas } from '../../../data/contract/index.ts';
import { CcgLinks } from '../../ui/CcgLinks.tsx';
import { Fact } from '../../ui/Fact.tsx';

/** What Annex i says of an Alliance: kind, lead, region, population, STPs and CCGs. */
export function Head({ alliance, areas }: { alliance: Alliance; areas: Areas }) {
  const region = areas.regions.find(({ area }) => area === alliance.region);
  return (
    <header className="board-head">
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
        <Fact name={alliance.stps.length === 1 ? 'STP' : 'STPs'}>
          {alliance.stps.map((stp, index) => (
            <span key={stp.onsCode}>
              {index > 0 && '; '}
              {stp.name} <span className="quiet">({coverage(stp)})</span>
            </span>
          ))}
        </Fact>
        <Fact name={`${alliance.ccgs.length} CCGs`}>
          <CcgLinks ccgs={alliance.ccgs} areas={areas} />
        </Fact>
      </dl>
      <p className="note">
        Facts as in Annex i, December 2016. STPs are sustainability and transformation plan footprints.
        {alliance.nameAsPrinted !== alliance.name && ` Printed there as “${alliance.nameAsPrinted}”.`}{' '}
        <Link href={`/?level=alliance&area=${alliance.area}`}>See it among all Alliances</Link>{' '}
        <a href="#pack">Slides and workbook for the board</a>
      </p>
    </header>
  );
}

const coverage = (stp: Alliance['stps'][number]) =>
  stp.coverage === 'whole' ? 'whole' : `part: ${stp.coverageAsPrinted || 'as printed'}`;
