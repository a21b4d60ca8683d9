import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Alliance, AllianceToday, Areas } from '../../../data/contract/index.ts';
import { formatCount } from '../../../data/text/format.ts';
import { plural } from '../../../data/text/words.ts';
import { areasQuery, catalogueQuery } from '../../api.ts';
import { AsAtPicker } from '../../ui/AsAtPicker.tsx';
import { CcgLinks, IcbLinks } from '../../ui/CcgLinks.tsx';
import { Fact } from '../../ui/Fact.tsx';
import { GroupsSection } from '../../ui/groups/GroupsSection.tsx';
import NotFound from '../../ui/NotFound.tsx';
import { PackPanel } from '../../ui/PackPanel.tsx';
import { InTurn } from '../../ui/ready.ts';
import { Loaded } from '../../ui/states.tsx';
import { useAddress } from '../../ui/useAddress.ts';
import { useTitle } from '../../ui/useTitle.ts';
import { ALLIANCE } from '../../url.ts';
import { type Board as BoardProps, isOfToday, useProgress, useStandardOfTheTime } from './board.tsx';
import { CautionsPart } from './CautionsPart.tsx';
import { ChangedPart } from './ChangedPart.tsx';
import { DriversPart } from './DriversPart.tsx';
import { FindingsPart } from './FindingsPart.tsx';
import { MapPart } from './MapPart.tsx';
import { sharedPatches } from './patch.ts';
import { ScorecardPart } from './ScorecardPart.tsx';
import { Tiles } from './Tiles.tsx';
import { TrendsPart } from './TrendsPart.tsx';
import './style.css';

/** The board page of an Alliance of Annex i or of today: findings, ambitions, map, scorecard, drivers, trends, changes and cautions. */
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
  useTitle(isOfToday(alliance) ? `${alliance.name}, today` : alliance.name);
  const [view, go] = useAddress(ALLIANCE);
  const board = useStandardOfTheTime({ alliance, areas, view, go });
  return (
    <div className="board">
      {isOfToday(alliance) ? (
        <HeadOfToday alliance={alliance} areas={areas} />
      ) : (
        <Head alliance={alliance} areas={areas} />
      )}
      <InTurn>
        <FindingsPart {...board} />
        <AsAt {...board} />
        <Tiles {...board} />
        <PackPanel area={alliance.area} period={view.period} name={alliance.name} />
        <MapPart {...board} />
        <ScorecardPart {...board} />
        <DriversPart {...board} />
        <TrendsPart {...board} />
        <PatientsPart {...board} />
        <ChangedPart {...board} />
        <CautionsPart {...board} />
      </InTurn>
    </div>
  );
}

/** What is known of one of today's Alliances: its ICBs, and how many people live there. */
function HeadOfToday({ alliance, areas }: { alliance: AllianceToday; areas: Areas }) {
  const icbs = areas.icbs.filter(({ area }) => alliance.icbs.includes(area));
  const standing = icbs.filter(({ until }) => until === null);
  const ended = icbs.filter(({ until }) => until !== null);
  return (
    <header className="board-head">
      <p className="topic">Cancer Alliance of today</p>
      <h1>{alliance.name}</h1>
      <dl className="facts">
        <Fact name="Population">{formatCount(alliance.population)} people, mid-2015</Fact>
        <Fact name="Code">{alliance.onsCode} (ONS)</Fact>
        <Fact name={plural(standing.length, 'ICB')}>
          {standing.length > 0 ? (
            <IcbLinks icbs={standing} />
          ) : (
            'None of its own since the mergers of April 2026'
          )}
        </Fact>
        {ended.length > 0 && (
          <Fact name="Until March 2026">
            <IcbLinks icbs={ended} />
          </Fact>
        )}
      </dl>
      <Patches alliance={alliance} areas={areas} />
      <p className="note">
        A region, lead and STPs are known only of the {areas.alliances.length} Alliances of Annex i.{' '}
        <Link href={`/?level=alliance-today&area=${alliance.area}`}>See it among today’s Alliances</Link>{' '}
        <a href="#pack">Slides and workbook for the board</a>
      </p>
    </header>
  );
}

/** The Alliances of the other geography on the same patch: a link to each, and how much of the people they share. */
function Patches({ alliance, areas }: Pick<BoardProps, 'alliance' | 'areas'>) {
  const today = isOfToday(alliance);
  const shared = sharedPatches(alliance.area, areas);
  const [only] = shared;
  const same = only !== undefined && shared.length === 1 && only.ofOther > 0.99;
  return (
    <p className="note">
      <b>{today ? 'Today.' : 'Annex i, 2016.'}</b>{' '}
      {today
        ? `One of today’s ${areas.alliancesToday.length} Cancer Alliances, made of Integrated Care Boards (ICBs). In Annex i of 2016 its people were in `
        : 'As Annex i listed it in 2016; its figures go on to today through the ICBs in which most of its people live. Today its people are in '}
      {shared.map(({ area, name, ofThis, ofOther }, index) => (
        <span key={area}>
          {index > 0 && '; '}
          <Link href={`/alliances/${area}`}>{name}</Link>
          {same
            ? ', which has the same people'
            : ` (${shareWords(ofThis)} of the people here, ${shareWords(ofOther)} of its own)`}
        </span>
      ))}
      .
    </p>
  );
}

const shareWords = (share: number) => (share > 0.995 ? 'all' : `${Math.max(1, Math.round(100 * share))}%`);

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
      <Patches alliance={alliance} areas={areas} />
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

/** How its patients differ by group on the measure chosen; nothing where the measure is published for all together only. */
function PatientsPart({ alliance, view, go }: BoardProps) {
  const { data } = useQuery(catalogueQuery());
  const entry = data?.metrics.find(({ id }) => id === view.metric);
  if (!entry || entry.groups.length < 2) return null;
  return (
    <GroupsSection
      metric={view.metric}
      area={alliance.area}
      period={view.period}
      by={view.by}
      onBy={(by) => go({ by })}
    />
  );
}

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
