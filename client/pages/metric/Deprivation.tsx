import { periodBrief } from '../../../data/text/figure.ts';
import { areasNoun } from '../../../data/text/spread-parts.ts';
import { fifthColumns } from '../../charts/deprivation/columns.ts';
import { FifthsChart } from '../../charts/deprivation/FifthsChart.tsx';
import { fileOf, type Shown } from '../../charts/kit/shown.ts';
import { areFifthsMade, fifthsNote, fifthsTitle } from '../../charts/kit/titles.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { Measured } from '../../ui/Measured.tsx';
import { Twin } from '../../ui/TableTwin.tsx';
import { Section } from './Section.tsx';
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
