import './style.css';
import { Link } from 'wouter';
import type { Areas } from '../../../data/contract/index.ts';
import { areasQuery } from '../../api.ts';
import { TableBox } from '../../ui/DataTable.tsx';
import { Loaded } from '../../ui/states.tsx';
import { useTitle } from '../../ui/useTitle.ts';

/** The 19 Alliances by region. */
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
        <h1>{areas.alliances.length} Cancer Alliances and Vanguards cover England</h1>
        <p className="lede">
          As listed in Annex i of the guidance of December 2016:{' '}
          {areas.alliances.filter(({ kind }) => kind === 'alliance').length} Cancer Alliances and the{' '}
          {areas.alliances.filter(({ kind }) => kind === 'vanguard').length} footprints of the National Cancer
          Vanguard, with {areas.ccgs.length} clinical commissioning groups (CCGs).
        </p>
      </div>
      {areas.regions.map((region) => (
        <section key={region.area} aria-labelledby={region.area}>
          <h2 id={region.area}>{region.name}</h2>
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
    </>
  );
}
