import { useMemo } from 'react';
import { areasNoun, periodBrief } from '../../../data/text/words.ts';
import { Bars } from '../../charts/bars/Bars.tsx';
import { fifthBars } from '../../charts/deprivation/bars.tsx';
import { areFifthsMade, fifthColumns, fifthsNote, fifthsTitle } from '../../charts/deprivation/index.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Picture } from '../../ui/Picture.tsx';
import { Section } from '../../ui/Section.tsx';
import { UseThis } from './shared.tsx';
import { fileOf, type Shown } from './shown.ts';

/** The figures of areas put together by fifths of deprivation; or why they cannot be. */
export function Deprivation(shown: Shown) {
  const { metric, spread } = shown;
  const { level, period } = spread.query;
  const many = areasNoun(level, 2);
  const drawn = `${metric.label} by fifth of ${many} by deprivation, ${periodBrief(period)}`;
  const description = useMemo(() => fifthBars(spread, metric, drawn), [spread, metric, drawn]);
  return (
    <Section
      id="deprivation"
      subject={`Does it follow deprivation? ${metric.label} by fifths of ${many}, ${periodBrief(period)}`}
      title={fifthsTitle(spread)}
    >
      {areFifthsMade(spread) ? (
        <Picture
          chart={(width) => <Bars description={description} width={width} />}
          table={<Table {...shown} />}
          use={<UseThis chart="deprivation" of={drawn} {...shown} />}
        >
          <p>{fifthsNote(spread)}</p>
        </Picture>
      ) : (
        <p className="prose">{fifthsNote(spread)}</p>
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
