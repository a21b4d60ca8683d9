import type { WithinAlliance } from '../../../data/contract.ts';
import { formatValue } from '../../../data/format.ts';
import { periodBrief } from '../../../data/words/figure.ts';
import { betweenWords } from '../../../data/words/spread.ts';
import { AllianceStrips } from '../../charts/AllianceStrips.tsx';
import { type Column, DataTable } from '../DataTable.tsx';
import { Measured } from './Measured.tsx';
import { asHeading, Section } from './Section.tsx';
import { fileOf, type Shown } from './shown.ts';
import { Twin } from './Twin.tsx';

/** How much of the variation lies between Alliances and how much within them, with each Alliance's CCGs. */
export function Between(shown: Shown) {
  const { metric, spread, picked } = shown;
  const period = periodBrief(spread.query.period);
  const subject = `Where does it lie? ${metric.label} between and within Alliances, ${period}`;
  if (spread.query.level !== 'ccg') return null;
  const known = spread.between !== null;
  return (
    <Section
      id="between"
      subject={subject}
      title={
        known && !spread.illustrative
          ? asHeading(betweenWords(spread))
          : 'How much lies between Alliances is not stated here'
      }
    >
      {known && !spread.illustrative ? (
        <p className="prose">
          An Alliance that differs from the others as a whole asks for something else than one whose own CCGs
          lie far apart. {spread.betweenReason}
        </p>
      ) : (
        <p className="prose">
          {spread.illustrative ? 'Nothing is judged from illustrative figures.' : betweenWords(spread)}
        </p>
      )}
      {spread.alliances.length > 0 && (
        <div className="picture card">
          <Measured>
            {(width) => (
              <AllianceStrips
                spread={spread}
                spec={{ metric, width, title: `${metric.label}: CCGs of each Alliance, ${period}`, picked }}
              />
            )}
          </Measured>
          <Twin>
            <Table {...shown} />
          </Twin>
        </div>
      )}
    </Section>
  );
}

function Table(shown: Shown) {
  const { metric, spread } = shown;
  const number = (
    id: string,
    head: string,
    value: (row: WithinAlliance) => number | null,
    words = (known: number) => formatValue(metric, known),
  ): Column<WithinAlliance> => ({
    id,
    head,
    number: true,
    value,
    shown: (row) => {
      const known = value(row);
      return known === null ? null : words(known);
    },
  });
  const columns: Column<WithinAlliance>[] = [
    { id: 'alliance', head: 'Alliance', value: ({ name }) => name },
    number('value', 'Alliance as a whole', ({ value }) => value),
    number('ccgs', 'CCGs', ({ areas }) => areas, String),
    number('min', 'Lowest CCG', ({ min }) => min),
    number('median', 'Median CCG', ({ median }) => median),
    number('max', 'Highest CCG', ({ max }) => max),
  ];
  return (
    <DataTable
      label={`${metric.label}: the CCGs of each Alliance`}
      columns={columns}
      rows={spread.alliances}
      keyOf={({ area }) => area}
      file={fileOf(shown, 'within alliances')}
      empty="No figures."
      chosen={shown.page.alliance}
    />
  );
}
