import { Link } from 'wouter';
import type { Alliance, Areas } from '../../../data/contract/index.ts';
import { areasQuery } from '../../api.ts';
import { AsAtPicker } from '../../ui/AsAtPicker.tsx';
import { CcgLinks } from '../../ui/CcgLinks.tsx';
import { Fact } from '../../ui/Fact.tsx';
import NotFound from '../../ui/NotFound.tsx';
import { PackPanel } from '../../ui/PackPanel.tsx';
import { InTurn } from '../../ui/ready.ts';
import { Loaded } from '../../ui/states.tsx';
import { useAddress } from '../../ui/useAddress.ts';
import { useTitle } from '../../ui/useTitle.ts';
import { ALLIANCE } from '../../url.ts';
import { type Board as BoardProps, useProgress } from './board.tsx';
import { CautionsPart } from './CautionsPart.tsx';
import { ChangedPart } from './ChangedPart.tsx';
import { DriversPart } from './DriversPart.tsx';
import { FindingsPart } from './FindingsPart.tsx';
import { MapPart } from './MapPart.tsx';
import { ScorecardPart } from './ScorecardPart.tsx';
import { Tiles } from './Tiles.tsx';
import { TrendsPart } from './TrendsPart.tsx';
import './style.css';

/** The board page of one Alliance: findings, ambitions, map, scorecard, drivers, trends, changes and cautions. */
export default function AlliancePage({ id }: { id: string }) {
  return (
    <div className="width">
      <Loaded query={areasQuery()} what="the areas">
        {(areas) => {
          const alliance = areas.alliances.find(({ area }) => area === id);
          return alliance ? (
            <Board alliance={alliance} areas={areas} />
          ) : (
            <NotFound what={`No Alliance is called “${id}”`} />
          );
        }}
      </Loaded>
    </div>
  );
}

function Board({ alliance, areas }: { alliance: Alliance; areas: Areas }) {
  useTitle(alliance.name);
  const [view, go] = useAddress(ALLIANCE);
  const board = { alliance, areas, view, go };
  return (
    <div className="board">
      <Head alliance={alliance} areas={areas} />
      <InTurn>
        <FindingsPart {...board} />
        <AsAt {...board} />
        <Tiles {...board} />
        <PackPanel area={alliance.area} period={view.period} name={alliance.name} />
        <MapPart {...board} />
        <ScorecardPart {...board} />
        <DriversPart {...board} />
        <TrendsPart {...board} />
        <ChangedPart {...board} />
        <CautionsPart {...board} />
      </InTurn>
    </div>
  );
}

/** What Annex i says of an Alliance: kind, lead, region, population, STPs and CCGs. */
function Head({ alliance, areas }: { alliance: Alliance; areas: Areas }) {
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

/** As at which period the whole page is read. */
function AsAt(board: BoardProps) {
  const { data } = useProgress(board);
  if (!data) return null;
  return (
    <div className="controls as-at">
      <AsAtPicker periods={data.periods} value={data.period} onChange={(period) => board.go({ period })} />
      <p>
        All of the page uses what was known at the end of this period: each measure’s latest figure by then.
      </p>
    </div>
  );
}
