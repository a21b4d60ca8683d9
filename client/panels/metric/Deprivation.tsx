import type { Fifth } from '../../../data/contract.ts';
import { formatCount, formatValue } from '../../../data/format.ts';
import { periodBrief } from '../../../data/words/figure.ts';
import { fifthsWords } from '../../../data/words/spread.ts';
import { areasNoun } from '../../../data/words/spread-parts.ts';
import { FifthsChart } from '../../charts/FifthsChart.tsx';
import { type Column, DataTable } from '../DataTable.tsx';
import { Measured } from './Measured.tsx';
import { asHeading, Section } from './Section.tsx';
import { fileOf, type Shown } from './shown.ts';
import { Twin } from './Twin.tsx';

/** The figures of areas put together by fifths of deprivation; or why they cannot be. */
export function Deprivation(shown: Shown) {
  const { metric, spread } = shown;
  const { level, period } = spread.query;
  const made = spread.fifths.length > 0 && !spread.illustrative;
  const many = areasNoun(level, 2);
  return (
    <Section
      id="deprivation"
      subject={`Does it follow deprivation? ${metric.label} by fifths of ${many}, ${periodBrief(period)}`}
      title={made ? asHeading(fifthsWords(spread)) : `${many} are not put together by deprivation here`}
    >
      {!made && (
        <p className="prose">
          {spread.illustrative ? 'Nothing is judged from illustrative figures.' : spread.fifthsReason}
        </p>
      )}
      {made && (
        <div className="picture card">
          <Measured>
            {(width) => (
              <FifthsChart
                spread={spread}
                spec={{
                  metric,
                  width,
                  title: `${metric.label} by fifth of ${many} by deprivation, ${periodBrief(period)}`,
                }}
              />
            )}
          </Measured>
          <p>
            {spread.fifthsReason} {many} also differ in other ways than deprivation.
          </p>
          <Twin>
            <Table {...shown} />
          </Twin>
        </div>
      )}
    </Section>
  );
}

const FIFTHS = ['', 'Most deprived', 'Second', 'Third', 'Fourth', 'Least deprived'];

function Table(shown: Shown) {
  const { metric, spread } = shown;
  const value = (id: 'value' | 'lower' | 'upper', head: string): Column<Fifth> => ({
    id,
    head,
    number: true,
    value: (row) => row[id],
    shown: (row) => (row[id] === null ? null : formatValue(metric, row[id])),
  });
  const count = (id: 'areas' | 'numerator' | 'denominator', head: string): Column<Fifth> => ({
    id,
    head,
    number: true,
    value: (row) => row[id],
    shown: (row) => (row[id] === null ? null : formatCount(row[id])),
  });
  const columns: Column<Fifth>[] = [
    {
      id: 'fifth_by_deprivation',
      head: 'Fifth',
      value: ({ fifth }) => fifth,
      shown: ({ fifth }) => FIFTHS[fifth],
    },
    count('areas', areasNoun(spread.query.level, 2)),
    value('value', 'Value'),
    value('lower', '95% from'),
    value('upper', '95% to'),
    ...(spread.fifths.some(({ denominator }) => denominator !== null)
      ? [count('numerator', 'Counted'), count('denominator', 'Of')]
      : []),
  ];
  return (
    <DataTable
      label={`${metric.label} by fifth of deprivation`}
      columns={columns}
      rows={spread.fifths}
      keyOf={({ fifth }) => String(fifth)}
      file={fileOf(shown, 'by deprivation')}
      empty="No figures."
    />
  );
}
