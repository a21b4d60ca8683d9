import { useQueries } from '@tanstack/react-query';
import type { Catalogue } from '../../../data/contract/index.ts';
import { noSpreadChange, spreadChange, spreadChangeByChance } from '../../../data/text/spread.ts';
import { areasNoun, periodBrief } from '../../../data/text/words.ts';
import { trendQuery } from '../../api.ts';
import type { SpreadLine } from '../../charts/kit/ChartFrame.tsx';
import { overTimeTitle, variationAmbitions } from '../../charts/kit/titles.ts';
import { lineOf, linesDrawn, overTimeColumns } from '../../charts/spread/index.tsx';
import { canShowOverTime, SpreadOverTime } from '../../charts/spread/SpreadOverTime.tsx';
import { DataTable, Twin } from '../../ui/DataTable.tsx';
import { Measured } from '../../ui/Measured.tsx';
import { Section } from '../../ui/Section.tsx';
import { UseThis } from './shared.tsx';
import { fileOf, type Shown } from './shown.ts';

type Props = Shown & { catalogue: Catalogue };

/** The spread by period, with the picked Alliance and the chosen area in it, and what the ambitions ask of it. */
export function OverTime({ catalogue, ...shown }: Props) {
  const { page, metric, spread } = shown;
  const lines = useLines(shown);
  const one = areasNoun(spread.query.level, 1);
  const drawn = `Spread of ${metric.label.toLowerCase()} between ${areasNoun(spread.query.level, 2)}`;
  const changed = spreadChange(spread);
  const cannot = noSpreadChange(spread);
  return (
    <Section
      id="over-time"
      subject={`Is the variation shrinking? ${metric.label} by ${one}`}
      title={overTimeTitle(spread)}
    >
      <Ambitions catalogue={catalogue} metric={page.metric} said={changed !== ''} />
      {cannot && <p className="prose">{cannot}</p>}
      {changed && <p className="prose">{spreadChangeByChance(spread)}</p>}
      {canShowOverTime(spread) && (
        <div className="picture card">
          <Measured>
            {(width) => (
              <SpreadOverTime
                spread={spread}
                lines={lines}
                spec={{
                  metric,
                  width,
                  height: width < 560 ? 300 : 360,
                  title: drawn,
                }}
              />
            )}
          </Measured>
          {spread.breaks.map(({ from, reason }) => (
            <p key={from} className="break">
              <b>Break from {periodBrief(from)}.</b> {reason}
            </p>
          ))}
          <Twin>
            <OverTimeTable {...shown} />
          </Twin>
          <UseThis chart="spread" of={drawn} {...shown} />
        </div>
      )}
    </Section>
  );
}

/** The picked Alliance and the chosen area over the same periods. */
function useLines(shown: Shown): SpreadLine[] {
  const answers = useQueries({ queries: linesDrawn(shown.page, shown.spread, shown.picked).map(trendQuery) });
  return answers.flatMap(({ data }) => (data ? [lineOf(data)] : []));
}

/** What the ambitions ask of the variation, and whether it can be told. */
function Ambitions({ catalogue, metric, said }: { catalogue: Catalogue; metric: string; said: boolean }) {
  return variationAmbitions(catalogue, metric).map((ambition) => (
    <p key={ambition} className="ambition" data-testid="ambition">
      <b>The ambition (Annex A):</b> {ambition}.{' '}
      {said
        ? 'The change is stated above, of the figures here only.'
        : 'Whether it is being met cannot be told from the figures here.'}
    </p>
  ));
}

function OverTimeTable(shown: Shown) {
  const { metric, spread } = shown;
  return (
    <DataTable
      label={`Spread of ${metric.label} by period`}
      columns={overTimeColumns(metric, spread.query.level)}
      rows={spread.overTime.toReversed()}
      keyOf={({ period }) => period}
      file={fileOf(shown, 'spread over time')}
      empty="No figures."
      chosen={spread.query.period}
    />
  );
}
