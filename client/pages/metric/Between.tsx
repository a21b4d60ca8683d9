import { areasNoun, periodBrief } from '../../../data/text/words.ts';
import { AllianceStrips } from '../../charts/alliances/AllianceStrips.tsx';
import { allianceColumns, betweenNote, betweenTitle } from '../../charts/alliances/index.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Picture } from '../../ui/Picture.tsx';
import { Section } from '../../ui/Section.tsx';
import { UseThis } from './shared.tsx';
import { fileOf, type Shown } from './shown.ts';

/** How much of the variation lies between Alliances and how much within them, with each Alliance's CCGs or ICBs. */
export function Between(shown: Shown) {
  const { metric, spread, picked } = shown;
  const period = periodBrief(spread.query.period);
  const { level } = spread.query;
  const drawn = `${metric.label}: ${areasNoun(level, 2)} of each Alliance, ${period}`;
  const subject = `Where does it lie? ${metric.label} between and within Alliances, ${period}`;
  if (level !== 'ccg' && level !== 'icb') return null;
  return (
    <Section id="between" subject={subject} title={betweenTitle(spread)} method="between">
      <p className="prose">{betweenNote(spread)}</p>
      {spread.alliances.length > 0 && (
        <Picture
          chart={(width) => <AllianceStrips spread={spread} spec={{ metric, width, title: drawn, picked }} />}
          table={<Table {...shown} />}
          use={<UseThis chart="alliances" of={drawn} {...shown} />}
        />
      )}
    </Section>
  );
}

function Table(shown: Shown) {
  const { metric, spread } = shown;
  return (
    <DataTable
      label={`${metric.label}: the ${areasNoun(spread.query.level, 2)} of each Alliance`}
      columns={allianceColumns(metric, spread.query.level)}
      rows={spread.alliances}
      keyOf={({ area }) => area}
      file={fileOf(shown, 'within alliances')}
      empty="No figures."
      chosen={shown.page.alliance}
    />
  );
}
