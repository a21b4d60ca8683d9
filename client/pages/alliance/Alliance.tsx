import { useQuery } from '@tanstack/react-query';
import { useSearch } from 'wouter';
import { periodWords } from '../../../data/text/words.ts';
import { areasQuery, catalogueQuery, findingsQuery } from '../../api.ts';
import NotFound from '../../ui/NotFound.tsx';
import { PackPanel } from '../../ui/PackPanel.tsx';
import { InTurn } from '../../ui/ready.ts';
import { Swapped } from '../../ui/Swapped.tsx';
import { Loaded } from '../../ui/states.tsx';
import { useAddress } from '../../ui/useAddress.ts';
import { useTitle } from '../../ui/useTitle.ts';
import { ALLIANCE } from '../../url.ts';
import { AmbitionsPart } from './AmbitionsPart.tsx';
import { AnswerPart } from './AnswerPart.tsx';
import { asAtShown } from './asks.ts';
import {
  type Board as BoardProps,
  isOfToday,
  useProgress,
  useScorecard,
  useStandardOfTheTime,
} from './board.tsx';
import { CautionsPart } from './CautionsPart.tsx';
import { ChangedPart } from './ChangedPart.tsx';
import { Contents } from './Contents.tsx';
import { DriversPart } from './DriversPart.tsx';
import { Head } from './Head.tsx';
import { MapPart } from './MapPart.tsx';
import { PatientsPart } from './PatientsPart.tsx';
import { ScorecardPart } from './ScorecardPart.tsx';
import { TrendsPart } from './TrendsPart.tsx';
import './style.css';

/** The board page of an Alliance of Annex i or of today: answer, ambitions, map, drivers, trends, scorecard, changes, cautions. */
export default function AlliancePage({ id }: { id: string }) {
  return (
    <div className="width">
      <Loaded query={areasQuery()} what="the areas">
        {(areas) => {
          const alliance = [...areas.alliances, ...areas.alliancesToday].find(({ area }) => area === id);
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

function Board({ alliance, areas }: Pick<BoardProps, 'alliance' | 'areas'>) {
  const search = useSearch();
  const [named, go] = useAddress(ALLIANCE);
  const { data: catalogue } = useQuery(catalogueQuery());
  const view = catalogue ? { ...named, period: asAtShown(alliance.area, named.period, catalogue) } : named;
  const { data: progress } = useProgress({ alliance, areas, view, go });
  const shown = view.period || (progress?.period ?? '');
  const board = useStandardOfTheTime({ alliance, areas, view, go });
  const { data: card } = useScorecard(board);
  const { data: answer } = useQuery(findingsQuery({ area: alliance.area, period: board.view.period }));
  useTitle(
    isOfToday(alliance) ? `${alliance.name}, today` : alliance.name,
    answer ? `As at ${periodWords(answer.period)}. ${answer.findings[0]?.text ?? ''}` : null,
  );
  return (
    <div className="board">
      <Swapped search={search} view={{ metric: board.view.metric, period: shown, asAt: true }} />
      <InTurn>
        <FirstView {...board} />
        <MapPart {...board} />
        <DriversPart {...board} />
        <TrendsPart {...board} />
        <PatientsPart {...board} />
        <ScorecardPart {...board} />
        <ChangedPart {...board} />
        <CautionsPart {...board} />
        <PackPanel
          area={alliance.area}
          period={view.period}
          name={alliance.name}
          alone={card?.rows.length === 1}
        />
      </InTurn>
    </div>
  );
}

/** What the server draws: who it is, the answer beside the trend, the ambitions, and what follows. */
const FirstView = (board: BoardProps) => (
  <>
    <Head {...board} />
    <AnswerPart {...board} />
    <AmbitionsPart {...board} />
    <Contents />
  </>
);
