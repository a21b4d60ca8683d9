import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Areas, Icb } from '../../../data/contract/index.ts';
import { formatCount } from '../../../data/text/format.ts';
import { periodWords } from '../../../data/text/words.ts';
import { areasQuery, profileQuery } from '../../api.ts';
import { AreaLink, OnTheMap } from '../../ui/AreaLink.tsx';
import { Fact } from '../../ui/Fact.tsx';
import NotFound from '../../ui/NotFound.tsx';
import { Loaded } from '../../ui/states.tsx';
import { CCG } from '../../url.ts';
import { Page } from './Page.tsx';

/** The page of an Integrated Care Board: its facts, where it stands on every measure, and its trends. */
export default function IcbPage({ code }: { code: string }) {
  return (
    <div className="width">
      <Loaded query={areasQuery()} what="the areas">
        {(areas) => {
          const icb = areas.icbs.find(({ area }) => area === code);
          return icb ? (
            <Page
              area={icb.area}
              name={icb.name}
              topic="Integrated Care Board (ICB)"
              alliance={icb.allianceToday}
              similar={[]}
              areas={areas}
              level="icb"
              located={foundersOf(icb, areas)}
              facts={<IcbFacts icb={icb} areas={areas} />}
            />
          ) : (
            <Unknown code={code} areas={areas} />
          );
        }}
      </Loaded>
    </div>
  );
}

/** The first ICBs, before all mergers, whose people are for the most part in an ICB: the shapes it is drawn as. */
const foundersOf = (icb: Icb, areas: Areas): string[] => {
  const mostly = ({ successors }: Icb) =>
    [...successors].sort((one, other) => other.share - one.share)[0]?.area;
  const found = areas.icbs.filter((each) => mostly(each) === icb.area);
  return found.length > 0 ? found.flatMap((each) => foundersOf(each, areas)) : [icb.area];
};

/** What is known of an ICB: where it lies, from when to when it stands, and what it came from or became. */
function IcbFacts({ icb, areas }: { icb: Icb; areas: Areas }) {
  const { alliances, alliancesToday, icbs } = areas;
  const today = alliancesToday.find(({ area }) => area === icb.allianceToday);
  const predecessors = icbs.flatMap((each) =>
    each.successors
      .filter(({ area }) => area === icb.area)
      .map(({ from, share }) => ({ area: each.area, name: each.name, from, share })),
  );
  return (
    <>
      <dl className="facts">
        {today && (
          <Fact name="Alliance today">
            <AreaLink level="alliance-today" area={today.area}>
              {today.name}
            </AreaLink>
          </Fact>
        )}
        <Fact name="Annex i, 2016">
          <ul>
            {icb.alliances.map(({ area, share, counted }) => (
              <li key={area}>
                <Link href={`/alliances/${area}`}>
                  {alliances.find((each) => each.area === area)?.name ?? area}
                </Link>
                {icb.alliances.length > 1 && (
                  <span className="quiet">
                    {' '}
                    about {percent(share)} of its people
                    {counted && '; its figures are counted whole in this one, as the best fit'}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </Fact>
        <Fact name="Codes">
          {icb.area} (NHS){icb.onsCode && `, ${icb.onsCode} (ONS)`}
        </Fact>
        <Fact name="Population">{formatCount(icb.population)} people, mid-2015</Fact>
        <Fact name="Waiting times">
          From {periodWords(icb.from)}
          {icb.until === null ? ' on' : ` to ${periodWords(icb.until)}`}
        </Fact>
        {predecessors.length > 0 && <Moves name="Made from" moves={predecessors} whose="of its people" />}
        {icb.successors.length > 0 && (
          <Moves name="Succeeded by" moves={icb.successors} whose="of its people" />
        )}
      </dl>
      {icb.until === null ? null : (
        <p className="note">
          It {icb.successors.length > 1 ? 'was divided' : 'merged'} in{' '}
          {periodWords(icb.successors[0]?.from ?? icb.until)}; what follows are its last figures.
        </p>
      )}
      {predecessors.length > 0 && foundersOf(icb, areas).includes(icb.area) ? (
        <p className="note">
          It has no shape of its own on the map: that of an ICB that was divided has the colour of the part
          with most of its people.
        </p>
      ) : (
        <p>
          <OnTheMap level="icb" area={icb.area}>
            See it on the map of England
          </OnTheMap>
        </p>
      )}
    </>
  );
}

const percent = (share: number) => `${Math.max(1, Math.round(100 * share))}%`;

type MovesProps = {
  name: string;
  moves: readonly { area: string; name: string; from: string; share: number }[];
  whose: string;
};

/** The ICBs that an ICB came from or became, from when, and with what share of the people. */
const Moves = ({ name, moves, whose }: MovesProps) => (
  <Fact name={name}>
    <ul>
      {moves.map((move) => (
        <li key={move.area}>
          <AreaLink level="icb" area={move.area}>
            {move.name}
          </AreaLink>
          , from {periodWords(move.from)}
          {move.share < 1 && <span className="quiet"> ({`about ${percent(move.share)} ${whose}`})</span>}
        </li>
      ))}
    </ul>
  </Fact>
);

/** A code that no ICB has: what the server holds nearest to it. */
function Unknown({ code, areas }: { code: string; areas: Areas }) {
  const { error } = useQuery(profileQuery({ area: code, ...CCG.parse('') }));
  const details = (error as { details?: readonly string[] } | null)?.details ?? [];
  const near = areas.icbs.filter(({ area }) => details.includes(area));
  return (
    <>
      <NotFound what={`No Integrated Care Board has the code “${code}”`} />
      {near.length > 0 && (
        <div className="prose">
          <p>The nearest codes:</p>
          <ul>
            {near.map(({ area, name }) => (
              <li key={area}>
                <AreaLink level="icb" area={area}>
                  {name}
                </AreaLink>{' '}
                ({area})
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
