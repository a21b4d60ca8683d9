import type { Alliance as AllianceFacts, Areas } from '../../../data/contract/index.ts';
import { AreasLoaded } from '../../ui/AreasLoaded.tsx';
import { InTurn } from '../../ui/InTurn.tsx';
import NotFound from '../../ui/NotFound.tsx';
import { PackPanel } from '../../ui/PackPanel.tsx';
import { useTitle } from '../../ui/useTitle.ts';
import { AsAt } from './AsAt.tsx';
import { CautionsPart } from './CautionsPart.tsx';
import { ChangedPart } from './ChangedPart.tsx';
import { DriversPart } from './DriversPart.tsx';
import { FindingsPart } from './FindingsPart.tsx';
import { Head } from './Head.tsx';
import { MapPart } from './MapPart.tsx';
import { ScorecardPart } from './ScorecardPart.tsx';
import { Tiles } from './Tiles.tsx';
import { TrendsPart } from './TrendsPart.tsx';
import { useAllianceView } from './useBoard.ts';
import './style.css';

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
