import { Link } from 'wouter';
import {
  READING_AGES,
  READING_RULE,
  REPORTING,
  SHORTCOMINGS,
  TESTED,
  TESTED_ON,
} from '../../../data/text/accessibility.ts';
import { TableBox } from '../../ui/DataTable.tsx';
import { Fact } from '../../ui/Fact.tsx';
import { useTitle } from '../../ui/useTitle.ts';

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** What was tested for readers of every kind, by what and when, what falls short, and how to report more. */
export default function Accessibility() {
  useTitle('Accessibility');
  return (
    <div className="width">
      <div className="finding">
        <h1>Accessibility of this dashboard</h1>
        <p className="lede">
          Everyone should be able to read and use these pages. Our aim is level AA of the Web Content
          Accessibility Guidelines (WCAG) 2.2. We test by machine, by looking and by listening. We do not
          claim to meet the guidelines in full: what is known to fall short is below.
        </p>
      </div>
      <section aria-labelledby="tested">
        <h2 id="tested">What was tested</h2>
        <p className="prose">Last tested as a whole on {DAY.format(new Date(TESTED_ON))}.</p>
        <dl className="facts">
          {TESTED.map(({ name, by, on, found }) => (
            <Fact key={name} name={name}>
              <p>
                <b>{found}</b>
              </p>
              <p>{on}</p>
              <p className="quiet">{by}.</p>
            </Fact>
          ))}
        </dl>
      </section>
      <section aria-labelledby="short" className="prose">
        <h2 id="short">What falls short</h2>
        <ul className="prose">
          {SHORTCOMINGS.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="reading">
        <h2 id="reading">How hard it is to read</h2>
        <p className="prose">
          {READING_RULE} The terms that we cannot do without are explained{' '}
          <Link href="/methods#words">among the methods</Link>.
        </p>
        <TableBox label="Reading age by page">
          <table>
            <thead>
              <tr>
                <th scope="col">Page</th>
                <th scope="col" className="number">
                  Reading age, years
                </th>
              </tr>
            </thead>
            <tbody>
              {READING_AGES.map(({ name, address, age }) => (
                <tr key={address}>
                  <th scope="row">
                    <Link href={address}>{name}</Link>
                  </th>
                  <td className="number">{age}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      </section>
      <section aria-labelledby="report" className="prose">
        <h2 id="report">Tell us what stands in your way</h2>
        <p>{REPORTING}</p>
      </section>
    </div>
  );
}
