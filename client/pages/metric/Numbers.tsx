import { type SpreadNumber, spreadNumbers } from '../../../data/text/spread.ts';
import { periodBrief } from '../../../data/text/words.ts';
import type { Column } from '../../charts/kit/columns.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { Section } from '../../ui/Section.tsx';
import { fileOf, type Shown } from './shown.ts';

const COLUMNS: Column<SpreadNumber>[] = [
  {
    id: 'statistic',
    head: 'Statistic',
    value: ({ name }) => name,
    parts: [
      { id: 'statistic', value: ({ id }) => id },
      { id: 'statistic_name', value: ({ name }) => name },
    ],
  },
  { id: 'number', head: 'Number', number: true, value: ({ value }) => value, shown: ({ shown }) => shown },
  { id: 'meaning', head: 'What it says', value: ({ meaning }) => meaning },
];

/** The statistics behind the findings, each with what it says in a line. */
export function Numbers(shown: Shown) {
  const { metric, spread } = shown;
  return (
    <Section
      id="numbers"
      subject={`For the analyst. ${metric.label}, ${periodBrief(spread.query.period)}`}
      title="The spread in numbers"
    >
      {spread.variation.reason && <p className="prose">{spread.variation.reason}</p>}
      <div className="picture card numbers">
        <DataTable
          label={`The spread of ${metric.label} in numbers`}
          columns={COLUMNS}
          rows={spreadNumbers(spread)}
          keyOf={({ id }) => id}
          file={fileOf(shown, 'spread in numbers', spread.against)}
          empty="No figures."
        />
      </div>
    </Section>
  );
}
