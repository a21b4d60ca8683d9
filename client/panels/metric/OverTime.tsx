import { useQueries } from '@tanstack/react-query';
import type { Catalogue, SpreadPoint } from '../../../data/contract.ts';
import { formatValue } from '../../../data/format.ts';
import { type Grain, parsePeriod } from '../../../data/periods.ts';
import { periodBrief } from '../../../data/words/figure.ts';
import { areasNoun, gapWords, shareWords } from '../../../data/words/spread-parts.ts';
import { change, changeByChance, longestChange, noChange } from '../../../data/words/spread-time.ts';
import { trendQuery } from '../../api.ts';
import type { SpreadLine } from '../../charts/chartSpec.ts';
import { canShowOverTime, SpreadOverTime } from '../../charts/SpreadOverTime.tsx';
import { type Column, DataTable } from '../DataTable.tsx';
import { Measured } from './Measured.tsx';
import { asHeading, Section } from './Section.tsx';
import { fileOf, type Shown } from './shown.ts';
import { Twin } from './Twin.tsx';

type Props = Shown & { catalogue: Catalogue };

/** The spread by period, with the picked Alliance and the chosen area in it, and what the ambitions ask of it. */
export function OverTime({ catalogue, ...shown }: Props) {
  const { page, metric, spread } = shown;
  const lines = useLines(shown);
  const one = areasNoun(spread.query.level, 1);
  const changed = change(spread);
  const cannot = noChange(spread);
  const title = asHeading(changed || longestChange(spread)) || titleWithout(spread);
  return (
    <Section id="over-time" subject={`Is the variation shrinking? ${metric.label} by ${one}`} title={title}>
      <Ambitions catalogue={catalogue} metric={page.metric} said={changed !== ''} />
      {cannot && <p className="prose">{cannot}</p>}
      {changed && <p className="prose">{changeByChance(spread)}</p>}
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
                  title: `Spread of ${metric.label.toLowerCase()} between ${areasNoun(spread.query.level, 2)}`,
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
        </div>
      )}
    </Section>
  );
}

const titleWithout = ({ illustrative, overTime }: Shown['spread']) =>
  illustrative
    ? 'Illustrative figures say nothing of a change'
    : overTime.length > 1
      ? 'No change can be stated up to this period'
      : 'One period is published, so no change can be stated yet';

/** The picked Alliance and the chosen area over the same periods. */
function useLines({ page, spread, picked }: Shown): SpreadLine[] {
  const grain = parsePeriod(spread.query.period)?.grain as Grain;
  const known = spread.areas.some(({ area }) => area === page.area) ? [page.area] : [];
  const wanted = [...new Set([...(picked.size > 0 ? [page.alliance] : []), ...known])];
  const answers = useQueries({
    queries: wanted.map((area) => trendQuery({ metric: page.metric, area, grain, group: 'all' })),
  });
  return answers.flatMap(({ data }) =>
    data ? [{ area: data.area.area, name: data.area.name, points: data.points }] : [],
  );
}

/** The ambitions of Annex A about variation in a metric, each once. */
function Ambitions({ catalogue, metric, said }: { catalogue: Catalogue; metric: string; said: boolean }) {
  const asked = new Set(
    catalogue.pathway
      .flatMap(({ ambitions }) => ambitions)
      .filter((each) => each.metric === metric && each.heading.includes('variation'))
      .map(({ ambition }) => ambition),
  );
  return [...asked].map((ambition) => (
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
  const number = (
    id: string,
    head: string,
    value: (point: SpreadPoint) => number | null,
    words = (known: number) => formatValue(metric, known),
  ): Column<SpreadPoint> => ({
    id,
    head,
    number: true,
    value,
    shown: (point) => {
      const known = value(point);
      return known === null ? null : words(known);
    },
  });
  const gap = (low: number | null, high: number | null) =>
    low === null || high === null ? null : high - low;
  const inUnits = (width: number) => gapWords(metric, width);
  const columns: Column<SpreadPoint>[] = [
    {
      id: 'spread_period',
      head: 'Period',
      value: ({ period }) => period,
      shown: ({ period }) => periodBrief(period),
    },
    number('areas', areasNoun(spread.query.level, 2), ({ areas }) => areas, String),
    number('min', 'Lowest', ({ min }) => min),
    number('p10', '10th percentile', ({ p10 }) => p10),
    number('median', 'Median', ({ median }) => median),
    number('p90', '90th percentile', ({ p90 }) => p90),
    number('max', 'Highest', ({ max }) => max),
    number('p10_to_p90', '10th to 90th', ({ p10, p90 }) => gap(p10, p90), inUnits),
    number(
      'p10_to_p90_by_chance',
      'The same by chance',
      ({ chance }) => gap(chance?.p10 ?? null, chance?.p90 ?? null),
      inUnits,
    ),
    number('i2', 'Beyond chance (I²)', ({ i2 }) => i2, shareWords),
  ];
  return (
    <DataTable
      label={`Spread of ${metric.label} by period`}
      columns={columns}
      rows={spread.overTime.toReversed()}
      keyOf={({ period }) => period}
      file={fileOf(shown, 'spread over time')}
      empty="No figures."
      chosen={spread.query.period}
    />
  );
}
