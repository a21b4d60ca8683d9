import { useQueries } from '@tanstack/react-query';
import type { Catalogue, Trend } from '../../../data/contract/index.ts';
import { noSpreadChange, spreadChange, spreadChangeByChance } from '../../../data/text/spread.ts';
import { areasNoun, periodBrief } from '../../../data/text/words.ts';
import { trendQuery } from '../../api.ts';
import { OverTime as Explored, exploredQuery } from '../../charts/over-time/OverTime.tsx';
import { canShowOverTime, spreadDescription } from '../../charts/spread/bands.tsx';
import {
  linesDrawn,
  overTimeColumns,
  overTimeTitle,
  variationAmbitions,
} from '../../charts/spread/index.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Picture } from '../../ui/Picture.tsx';
import { Section } from '../../ui/Section.tsx';
import { useIsArea } from '../../ui/trend/useExplored.ts';
import { UseThis } from './shared.tsx';
import { fileOf, type Shown } from './shown.ts';

type Props = Shown & { catalogue: Catalogue };

/** The spread by period, with the picked Alliance and the chosen area in it, and what the ambitions ask of it. */
export function OverTime({ catalogue, ...shown }: Props) {
  const { page, metric, spread, go } = shown;
  const trends = useTrends(shown);
  const isArea = useIsArea();
  const one = areasNoun(spread.query.level, 1);
  const drawn = `Spread of ${metric.label.toLowerCase()} between ${areasNoun(spread.query.level, 2)}`;
  const description = spreadDescription(spread, trends, metric, drawn);
  const changed = spreadChange(spread);
  const cannot = noSpreadChange(spread);
  return (
    <Section
      id="over-time"
      subject={`Is the variation shrinking? ${metric.label} by ${one}`}
      title={overTimeTitle(spread)}
    >
      <Ambitions catalogue={catalogue} metric={page.metric} isKnown={changed !== ''} />
      {cannot && <p className="prose">{cannot}</p>}
      {changed && <p className="prose">{spreadChangeByChance(spread)}</p>}
      {canShowOverTime(spread) && (
        <Picture
          chart={(width) => (
            <Explored
              description={description}
              width={width}
              name={drawn}
              view={page}
              onView={go}
              isArea={isArea}
            />
          )}
          table={<OverTimeTable {...shown} />}
          use={<UseThis chart="spread" of={drawn} narrowed={exploredQuery(description, page)} {...shown} />}
        >
          {spread.breaks.map(({ from, reason }) => (
            <p key={from} className="break">
              <b>Break from {periodBrief(from)}.</b> {reason}
            </p>
          ))}
        </Picture>
      )}
    </Section>
  );
}

/** The picked Alliance and the chosen area over the same periods. */
function useTrends(shown: Shown): Trend[] {
  const answers = useQueries({ queries: linesDrawn(shown.page, shown.spread, shown.picked).map(trendQuery) });
  return answers.flatMap(({ data }) => data ?? []);
}

type AmbitionsProps = { catalogue: Catalogue; metric: string; isKnown: boolean };

/** What the ambitions ask of the variation, and whether its change is known. */
function Ambitions({ catalogue, metric, isKnown }: AmbitionsProps) {
  return variationAmbitions(catalogue, metric).map((ambition) => (
    <p key={ambition} className="ambition" data-testid="ambition">
      <b>The ambition (Annex A):</b> {ambition}.{' '}
      {isKnown
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
