import './style.css';
import { Link } from 'wouter';
import type { Areas, Icb } from '../../../data/contract/index.ts';
import { formatCount } from '../../../data/text/format.ts';
import { periodWords } from '../../../data/text/words.ts';
import { areasQuery } from '../../api.ts';
import { IcbLinks } from '../../ui/CcgLinks.tsx';
import { TableBox } from '../../ui/DataTable.tsx';
import { standing } from '../../ui/standing.ts';
import { Loaded } from '../../ui/states.tsx';
import { useTitle } from '../../ui/useTitle.ts';

/** The 19 Alliances of Annex i by region, and those of today. */
export default function Alliances() {
  useTitle('Cancer Alliances');
  return (
    <div className="width">
      <Loaded query={areasQuery()} what="the areas">
        {(areas) => <List areas={areas} />}
      </Loaded>
    </div>
  );
}

function List({ areas }: { areas: Areas }) {
  return (
    <>
      <div className="finding">
        <h1>
          {areas.alliances.length} Cancer Alliances in Annex i, 2016; {areas.alliancesToday.length} today
        </h1>
        <p>
          <a href="#annex-i">Annex i, 2016</a> · <a href="#today">Today</a>
        </p>
      </div>
      <section aria-labelledby="annex-i">
        <h2 id="annex-i">Annex i, 2016</h2>
        <p className="lede">
          As listed in Annex i of the guidance of December 2016:{' '}
          {areas.alliances.filter(({ kind }) => kind === 'alliance').length} Cancer Alliances and the{' '}
          {areas.alliances.filter(({ kind }) => kind === 'vanguard').length} footprints of the National Cancer
          Vanguard, with {areas.ccgs.length} clinical commissioning groups (CCGs).
        </p>
      </section>
      {areas.regions.map((region) => (
        <section key={region.area} aria-labelledby={region.area}>
          <h3 id={region.area}>{region.name}</h3>
          <TableBox label={`Alliances: ${region.name}`}>
            <table className="alliances">
              <thead>
                <tr>
                  <th scope="col">Alliance</th>
                  <th scope="col" className="number">
                    Population
                  </th>
                  <th scope="col" className="number">
                    CCGs
                  </th>
                  <th scope="col">Lead</th>
                </tr>
              </thead>
              <tbody>
                {areas.alliances
                  .filter((alliance) => alliance.region === region.area)
                  .map((alliance) => (
                    <tr key={alliance.area}>
                      <th scope="row">
                        <Link href={`/alliances/${alliance.area}`}>{alliance.name}</Link>{' '}
                        {alliance.kind === 'vanguard' && <span className="tag">Vanguard</span>}
                      </th>
                      <td className="number">{alliance.populationAsPrinted}</td>
                      <td className="number">{alliance.ccgs.length}</td>
                      <td>{alliance.lead?.name ?? <span className="quiet">None named</span>}</td>
                    </tr>
                  ))}
              </tbody>
            </table>
          </TableBox>
        </section>
      ))}
      <Today areas={areas} />
    </>
  );
}

/** The ICBs that stand now; where none does, those that did, and until when. */
function Standing({ icbs, areas }: { icbs: readonly Icb[]; areas: Areas }) {
  const now = standing(icbs, areas);
  if (now.length > 0) return <IcbLinks icbs={now} />;
  return (
    <>
      <IcbLinks icbs={icbs} />
      <span className="quiet">
        Until{' '}
        {periodWords(
          icbs
            .map(({ until }) => until ?? '')
            .sort()
            .at(-1) ?? '',
        )}
      </span>
    </>
  );
}

/** Today’s Alliances with their ICBs. */
const Today = ({ areas }: { areas: Areas }) => (
  <section aria-labelledby="today">
    <h2 id="today">Today</h2>
    <p className="lede">
      {areas.alliancesToday.length} Cancer Alliances, made of Integrated Care Boards (ICBs), which took over
      from CCGs in July 2022; some merged in April 2026.
    </p>
    <TableBox label="Today’s Alliances">
      <table className="alliances">
        <thead>
          <tr>
            <th scope="col">Alliance</th>
            <th scope="col" className="number">
              Population
            </th>
            <th scope="col">ICBs</th>
          </tr>
        </thead>
        <tbody>
          {areas.alliancesToday.map(({ area, name, population, icbs }) => (
            <tr key={area}>
              <th scope="row">
                <Link href={`/alliances/${area}`}>{name}</Link>
              </th>
              <td className="number">{formatCount(population)}</td>
              <td>
                <Standing icbs={areas.icbs.filter((icb) => icbs.includes(icb.area))} areas={areas} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  </section>
);
