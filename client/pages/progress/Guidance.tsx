import { FUNDING, GUIDANCE, TIMESCALES } from '../../../data/ambitions/guidance.ts';
import { TableBox } from '../../ui/DataTable.tsx';

/** What the guidance of December 2016 said of money and dates, as context and no more. */
export const Guidance = () => (
  <section className="part context" aria-labelledby="context">
    <p className="topic">Context</p>
    <h2 id="context">What the guidance of {GUIDANCE.date} said of money and dates</h2>
    <p className="prose">
      From {GUIDANCE.publisher}, <cite>{GUIDANCE.title}</cite>, {GUIDANCE.date}. They are what was planned
      then; nothing here says what was spent or done.
    </p>
    <h3>Funding for the National Cancer Programme, over and above CCG baselines</h3>
    <TableBox label="Funding by year">
      <table className="funding">
        <caption>
          Guidance of {GUIDANCE.date}, {FUNDING.place}, after <cite>{FUNDING.source}</cite>
        </caption>
        <thead>
          <tr>
            <th scope="col">Year</th>
            <th scope="col" className="number">
              Millions of pounds
            </th>
          </tr>
        </thead>
        <tbody>
          {FUNDING.rows.map(({ year, millions }) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              <td className="number">£{millions}m</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
    <h3>Timescales for the plans of Cancer Alliances</h3>
    <TableBox label="Timescales">
      <table className="timescales">
        <caption>
          Guidance of {GUIDANCE.date}, {TIMESCALES.place}
        </caption>
        <thead>
          <tr>
            <th scope="col">Date</th>
            <th scope="col">Item</th>
          </tr>
        </thead>
        <tbody>
          {TIMESCALES.rows.map(({ item, date }) => (
            <tr key={item}>
              <th scope="row">{date}</th>
              <td>{item}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  </section>
);
