import { useState } from 'react';
import { intervalPhrase } from '../../../data/text/figure.ts';
import { areasNoun, periodBrief } from '../../../data/text/words.ts';
import { AllianceStrips, type StripRow, stripRows } from '../../charts/alliances/AllianceStrips.tsx';
import { allianceColumns, betweenNote, betweenTitle } from '../../charts/alliances/index.tsx';
import { usePointedArea } from '../../charts/kit/pointedArea.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { Picture } from '../../ui/Picture.tsx';
import { ReadOut } from '../../ui/ReadOut.tsx';
import { Section } from '../../ui/Section.tsx';
import { Tipped } from '../../ui/tip/Tipped.tsx';
import { areaWords, UseThis } from './shared.tsx';
import { fileOf, type Shown } from './shown.ts';

/** How much of the variation lies between Alliances and how much within them, with each Alliance's CCGs or ICBs. */
export function Between(shown: Shown) {
  const { metric, spread, picked, page, go } = shown;
  const period = periodBrief(spread.query.period);
  const { level } = spread.query;
  const [isEntered, setEntered] = useState(false);
  const drawn = `${metric.label}: ${areasNoun(level, 2)} of each Alliance, ${period}`;
  const subject = `Where does it lie? ${metric.label} between and within Alliances, ${period}`;
  if (level !== 'ccg' && level !== 'icb') return null;
  return (
    <Section id="between" subject={subject} title={betweenTitle(spread)} method="between">
      <p className="prose">{betweenNote(spread)}</p>
      {spread.alliances.length > 0 && (
        <Picture
          before={<StripRead {...shown} isEntered={isEntered} />}
          chart={(width) => (
            // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the rows inside
            <div onFocus={() => setEntered(true)} onBlur={() => setEntered(false)}>
              <Tipped words={(id) => stripWords(shown, id)}>
                <AllianceStrips
                  spread={spread}
                  spec={{ metric, width, title: drawn, picked, selected: page.area }}
                  onSelect={(area) => go({ area: area === page.area ? '' : area }, true)}
                  onPick={(alliance) => go({ alliance: alliance === page.alliance ? '' : alliance }, true)}
                />
              </Tipped>
            </div>
          )}
          table={<Table {...shown} />}
          use={<UseThis chart="alliances" of={drawn} {...shown} />}
        />
      )}
    </Section>
  );
}

const rowOf = ({ spread, metric }: Shown, id: string) =>
  stripRows(spread, metric).find(({ alliance }) => alliance.area === id);

/** Beside the pointer: a CCG or ICB as anywhere, an Alliance with the spread of its areas. */
function stripWords(shown: Shown, id: string) {
  const row = rowOf(shown, id);
  return row ? <span>{withInterval(shown, row)}</span> : areaWords(shown.snapshot)(id);
}

const withInterval = ({ metric }: Shown, { label, alliance }: StripRow) =>
  [label, intervalPhrase(metric, alliance)].filter(Boolean).join('. ');

/** The same in one place over the strips, read out as keys go along their dots: a row that has the focus says itself. */
function StripRead({ isEntered, ...shown }: Shown & { isEntered: boolean }) {
  const row = rowOf(shown, usePointedArea());
  if (row)
    return (
      <p className="read-out" data-testid="read-out">
        <b>{withInterval(shown, row)}</b>
      </p>
    );
  return (
    <ReadOut
      snapshot={shown.snapshot}
      chosen={shown.page.area}
      hint="Point at an Alliance or one of its dots to read it here, or go to the chart with Tab, from Alliance to Alliance with the up and down arrows and along its dots with left and right."
      live={isEntered}
    />
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
      areas="rows"
      file={fileOf(shown, 'within alliances')}
      empty="No figures."
      chosen={shown.page.alliance}
    />
  );
}
