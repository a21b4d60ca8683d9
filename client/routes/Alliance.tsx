import type { Alliance as AllianceFacts, Areas } from '../../data/contract.ts';
import { useTitle } from '../controls/useTitle.ts';
import { AreasLoaded } from '../panels/AreasLoaded.tsx';
import { AsAt } from '../panels/alliance/AsAt.tsx';
import { CautionsPart } from '../panels/alliance/CautionsPart.tsx';
import { ChangedPart } from '../panels/alliance/ChangedPart.tsx';
import { DriversPart } from '../panels/alliance/DriversPart.tsx';
import { FindingsPart } from '../panels/alliance/FindingsPart.tsx';
import { Head } from '../panels/alliance/Head.tsx';
import { MapPart } from '../panels/alliance/MapPart.tsx';
import { ScorecardPart } from '../panels/alliance/ScorecardPart.tsx';
import { Tiles } from '../panels/alliance/Tiles.tsx';
import { TrendsPart } from '../panels/alliance/TrendsPart.tsx';
import { useAllianceView } from '../panels/alliance/useBoard.ts';
import { InTurn } from '../panels/InTurn.tsx';
import { PackPanel } from '../panels/PackPanel.tsx';
import NotFound from './NotFound.tsx';
import '../style/profile.css';
import '../style/alliance.css';
import '../style/alliance-tables.css';
import '../style/alliance-narrow.css';
import '../style/alliance-print.css';

/** The board page of one Alliance: findings, ambitions, map, scorecard, drivers, trends, changes and cautions. */
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
  const board = { alliance, areas, ...useAllianceView() };
  return (
    <div className="board">
      <Head alliance={alliance} areas={areas} />
      <InTurn>
        <FindingsPart {...board} />
        <AsAt {...board} />
        <Tiles {...board} />
        <PackPanel area={alliance.area} period={board.view.period} name={alliance.name} />
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
