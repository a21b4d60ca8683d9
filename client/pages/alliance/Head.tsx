import { briefUrl, packUrl } from '../../../data/addresses/api.ts';
import type { Alliance, AllianceToday, Areas, Icb } from '../../../data/contract/index.ts';
import { formatCount } from '../../../data/text/format.ts';
import { periodWords, plural } from '../../../data/text/words.ts';
import { AreaLink, OnTheMap } from '../../ui/AreaLink.tsx';
import { AsAtPicker } from '../../ui/AsAtPicker.tsx';
import { CcgLinks, IcbLinks } from '../../ui/CcgLinks.tsx';
import { Fact } from '../../ui/Fact.tsx';
import { isMaking, LoadingState, useLoading } from '../../ui/FileLoading.tsx';
import { ended, standing } from '../../ui/standing.ts';
import { type Board, isOfToday, useProgress } from './board.tsx';
import { sharedPatches } from './patch.ts';

/** The name of an Alliance, what it is in one line that unfolds, as at when the page is read, and the files for a board. */
export function Head(board: Board) {
  const { alliance, areas } = board;
  const today = isOfToday(alliance);
  const icbs = today
    ? areas.icbs.filter(({ area }) => alliance.icbs.includes(area))
    : areas.icbs.filter((icb) =>
        icb.alliances.some(({ area, counted }) => counted && area === alliance.area),
      );
  const facts = today ? (
    <FactsOfToday {...{ alliance, areas, icbs }} />
  ) : (
    <Facts {...{ alliance, areas, icbs }} />
  );
  return (
    <header className="board-head">
      <h1>{alliance.name}</h1>
      <Taken {...board} />
      <details className="about entry">
        <summary>{lineOf(alliance, icbs, areas)}</summary>
        {facts}
      </details>
    </header>
  );
}

/** The people of the ICBs that count in it now; null where none does. */
const peopleNow = (icbs: readonly Icb[], areas: Areas) => {
  const now = standing(icbs, areas);
  return now.length === 0 ? null : now.reduce((sum, { population }) => sum + population, 0);
};

const millions = (people: number) => `${(people / 1e6).toFixed(1)} million people`;

/** What an Alliance is, in one line: `Cancer Alliance of 2016 (Annex i) · 2.5 million people · 11 CCGs, now 1 ICB`. */
function lineOf(alliance: Alliance | AllianceToday, icbs: readonly Icb[], areas: Areas): string {
  const now = standing(icbs, areas).length;
  const people = millions(alliance.population);
  if (isOfToday(alliance)) {
    const since = peopleNow(icbs, areas);
    const moved = since !== null && millions(since) !== people;
    const counted = moved
      ? `${millions(since)}, ${people.split(' people')[0]} before ${sinceLast(icbs, areas)}`
      : people;
    return `Cancer Alliance of today · ${counted} · ${now === 0 ? `no ICB of its own since ${sinceLast(icbs, areas)}` : plural(now, 'ICB')}`;
  }
  const kind =
    alliance.kind === 'vanguard'
      ? 'National Cancer Vanguard, counted as an Alliance (Annex i, 2016)'
      : 'Cancer Alliance of 2016 (Annex i)';
  const since =
    now === 0 ? `no ICB counts in it since ${sinceLast(icbs, areas)}` : `now ${plural(now, 'ICB')}`;
  return `${kind} · ${people} · ${plural(alliance.ccgs.length, 'CCG')}, ${since}`;
}

type FactsProps<Of> = { alliance: Of; areas: Areas; icbs: readonly Icb[] };

/** The month from which none of some ICBs that have ended is there, in words. */
const sinceLast = (icbs: readonly Icb[], areas: Areas): string =>
  periodWords(
    ended(icbs, areas)
      .flatMap(({ successors }) => successors.map(({ from }) => from))
      .sort()
      .at(-1) ?? '',
  );

/** The ICBs that count in it now, those that are to, and those that did, by when they ended. */
function IcbFacts({ icbs, areas }: { icbs: readonly Icb[]; areas: Areas }) {
  const now = standing(icbs, areas);
  const gone = ended(icbs, areas);
  const months = [...new Set(gone.map(({ until }) => until ?? ''))].sort().reverse();
  const coming = icbs.filter(({ from }) => from > areas.latestMonth);
  return (
    <>
      <Fact name={now.length === 1 ? 'ICB now' : 'ICBs now'}>
        {now.length > 0 ? <IcbLinks icbs={now} /> : `None of its own since ${sinceLast(icbs, areas)}`}
      </Fact>
      {coming.length > 0 && (
        <Fact name={`From ${periodWords(coming[0]?.from ?? '')}`}>
          <IcbLinks icbs={coming} />
        </Fact>
      )}
      {months.map((month) => (
        <Fact key={month} name={`Until ${periodWords(month)}`}>
          <IcbLinks icbs={gone.filter(({ until }) => until === month)} />
        </Fact>
      ))}
    </>
  );
}

/** What is known of one of today’s Alliances: its ICBs, and how many people live there. */
function FactsOfToday({ alliance, areas, icbs }: FactsProps<AllianceToday>) {
  const since = peopleNow(icbs, areas);
  return (
    <>
      <dl className="facts">
        <IcbFacts icbs={icbs} areas={areas} />
        <Fact name="Population">
          {formatCount(alliance.population)} people, mid-2015
          {since !== null &&
            since !== alliance.population &&
            `; since the mergers of ${sinceLast(icbs, areas)} its figures are of ICBs with ${formatCount(since)}`}
        </Fact>
        <Fact name="Code">{alliance.onsCode} (ONS)</Fact>
      </dl>
      <Patches alliance={alliance} areas={areas} />
      <p className="note">
        A region, lead and STPs are known only of the {areas.alliances.length} Alliances of Annex i.{' '}
        <OnTheMap level="alliance-today" area={alliance.area}>
          See it among today’s Alliances
        </OnTheMap>
      </p>
    </>
  );
}

/** What Annex i says of an Alliance, after the ICBs in which its people are counted now. */
function Facts({ alliance, areas, icbs }: FactsProps<Alliance>) {
  const region = areas.regions.find(({ area }) => area === alliance.region);
  return (
    <>
      <dl className="facts">
        <IcbFacts icbs={icbs} areas={areas} />
        <Fact name={`${plural(alliance.ccgs.length, 'CCG')} of 2016`}>
          <CcgLinks ccgs={alliance.ccgs} areas={areas} />
        </Fact>
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
      </dl>
      <Patches alliance={alliance} areas={areas} />
      <p className="note">
        Facts as in Annex i, December 2016. STPs are sustainability and transformation plan footprints.
        {alliance.nameAsPrinted !== alliance.name && ` Printed there as “${alliance.nameAsPrinted}”.`}{' '}
        <OnTheMap level="alliance" area={alliance.area}>
          See it among all Alliances
        </OnTheMap>
      </p>
    </>
  );
}

const coverage = (stp: Alliance['stps'][number]) =>
  stp.coverage === 'whole' ? 'whole' : `part: ${stp.coverageAsPrinted || 'as printed'}`;

/** The Alliances of the other geography on the same patch: a link to each, and how much of the people they share. */
function Patches({ alliance, areas }: Pick<Board, 'alliance' | 'areas'>) {
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
          <AreaLink level="alliance" area={area}>
            {name}
          </AreaLink>
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

/** As at which period the whole page is read, and the page as files. */
function Taken(board: Board) {
  const { data } = useProgress(board);
  const { alliance, view, go } = board;
  const { state, load, stop } = useLoading();
  const asAt = { area: alliance.area, period: view.period };
  const files = [
    { what: 'Brief (PDF)', url: briefUrl(asAt) },
    { what: 'Slides', url: packUrl('pptx', asAt) },
  ];
  return (
    <>
      <div className="taken">
        {data && (
          <AsAtPicker periods={data.periods} value={data.period} onChange={(period) => go({ period })} />
        )}
        <p className="board-files">
          {files.map(({ what, url }) => (
            <a
              key={what}
              className="button"
              href={url}
              download
              aria-busy={isMaking(state, what)}
              onClick={(event) => {
                event.preventDefault();
                load(what, url);
              }}
            >
              {what}
            </a>
          ))}
          <a href="#pack">Choose slides</a>
        </p>
      </div>
      <LoadingState state={state} stop={stop} />
    </>
  );
}
