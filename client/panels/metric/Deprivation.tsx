import { periodBrief } from '../../../data/words/figure.ts';
import { areasNoun } from '../../../data/words/spread-parts.ts';
import { FifthsChart } from '../../charts/FifthsChart.tsx';
import { DataTable } from '../DataTable.tsx';
import { fifthColumns } from './fifthColumns.ts';
import { Measured } from './Measured.tsx';
import { Section } from './Section.tsx';
import { fileOf, type Shown } from './shown.ts';
import { Twin } from './Twin.tsx';
import { areFifthsMade, fifthsNote, fifthsTitle } from './titles.ts';
import { UseThis } from './UseThis.tsx';

/** The figures of areas put together by fifths of deprivation; or why they cannot be. */
export function Deprivation(shown: Shown) {
  const { metric, spread } = shown;
  const { level, period } = spread.query;
  const made = areFifthsMade(spread);
  const many = areasNoun(level, 2);
  const drawn = `${metric.label} by fifth of ${many} by deprivation, ${periodBrief(period)}`;
  return (
    <Section
      id="deprivation"
      subject={`Does it follow deprivation? ${metric.label} by fifths of ${many}, ${periodBrief(period)}`}
      title={fifthsTitle(spread)}
    >
      {!made && <p className="prose">{fifthsNote(spread)}</p>}
      {made && (
        <div className="picture card">
          <Measured>
            {(width) => (
              <FifthsChart
                spread={spread}
                spec={{
                  metric,
                  width,
                  title: drawn,
                }}
              />
            )}
          </Measured>
          <p>{fifthsNote(spread)}</p>
          <Twin>
            <Table {...shown} />
          </Twin>
          <UseThis chart="deprivation" of={drawn} {...shown} />
        </div>
      )}
    </Section>
  );
}

function Table(shown: Shown) {
  const { metric, spread } = shown;
  return (
    <DataTable
      label={`${metric.label} by fifth of deprivation`}
      columns={fifthColumns(metric, spread)}
      rows={spread.fifths}
      keyOf={({ fifth }) => String(fifth)}
      file={fileOf(shown, 'by deprivation')}
      empty="No figures."
    />
  );
}
