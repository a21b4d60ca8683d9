import { LIMITS, OWN_BENCHMARKS } from '../../../data/addresses/choices.ts';
import { formatValue } from '../../../data/text/format.ts';
import { exactLimitsWords, widenedLimitsWords } from '../../../data/text/spread.ts';
import { areasNoun, periodBrief } from '../../../data/text/words.ts';
import { FunnelChart } from '../../charts/funnel/FunnelChart.tsx';
import { funnelColumns, funnelHeading } from '../../charts/funnel/index.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Picture } from '../../ui/Picture.tsx';
import { ReadOut } from '../../ui/ReadOut.tsx';
import { Section } from '../../ui/Section.tsx';
import { Tipped } from '../../ui/tip/Tipped.tsx';
import { AreaRead, areaWords, READ_HINT, UseThis } from './shared.tsx';
import { fileOf, type Shown } from './shown.ts';

type Drawn = 'score' | 'exact' | 'widened';

/** Every area by its number of people, between the limits that chance sets; or the reason why none can be drawn. */
export function FunnelSection(shown: Shown) {
  const { page, metric, spread, picked, go } = shown;
  const { funnel, funnelReason, query } = spread;
  const one = areasNoun(query.level, 1);
  const subject = `Is it more than chance? ${metric.label} by ${one}, ${periodBrief(query.period)}`;
  if (!funnel)
    return (
      <Section id="funnel" subject={subject} title={funnelHeading(spread)} method="funnel">
        <p className="prose">{funnelReason}</p>
      </Section>
    );
  const drawnTitle = `${metric.label} by ${one}, ${periodBrief(query.period)}`;
  const drawn: Drawn = page.widened ? 'widened' : page.limits;
  return (
    <Section id="funnel" subject={subject} title={funnelHeading(spread)} method="funnel">
      <p className="prose">
        Each dot is {/^(Alliance|ICB)/.test(one) ? 'an' : 'a'} {one}: the further right, the more it counts
        {metric.kind === 'proportion' && ` (${metric.outOf})`}, and the less chance can move it. A dot between
        the limits differs from {spread.against} ({formatValue(metric, funnel.centre)}) by no more than chance
        could explain.
        {OWN_BENCHMARKS.includes(page.benchmark) &&
          ` The limits stand around ${spread.against}, as each ${one} is compared with a figure of its own.`}
      </p>
      <Picture
        before={
          <>
            <Choice
              label="Limits"
              options={[
                { id: 'score', name: 'Plain' },
                { id: 'exact', name: 'Exact' },
                { id: 'widened', name: 'Widened' },
              ]}
              value={drawn}
              onChange={(chosen) =>
                go({ widened: chosen === 'widened', limits: chosen === 'exact' ? 'exact' : LIMITS[0] })
              }
            />
            <ReadOut snapshot={shown.snapshot} chosen={page.area} hint={READ_HINT} />
          </>
        }
        chart={(width) => (
          <Tipped words={areaWords(shown.snapshot)}>
            <FunnelChart
              spread={spread}
              spec={{
                metric,
                width,
                height: width < 560 ? 400 : 480,
                title: drawnTitle,
                picked,
                selected: page.area,
                adjusted: page.widened,
                against: spread.against,
              }}
              onSelect={(area) => go({ area: area === page.area ? '' : area }, true)}
            />
          </Tipped>
        )}
        table={<FunnelTable {...shown} />}
        use={<UseThis chart="funnel" of={`the funnel plot of ${drawnTitle}`} {...shown} />}
      >
        <AreaRead {...shown} />
        <p>
          {widenedLimitsWords(spread)} {exactLimitsWords(spread)}
        </p>
      </Picture>
    </Section>
  );
}

function FunnelTable(shown: Shown) {
  const { page, metric, spread } = shown;
  const columns = funnelColumns(metric, spread.query.level);
  return (
    <DataTable
      label={`Funnel of ${metric.label}, ${periodBrief(spread.query.period)}`}
      columns={columns}
      rows={spread.areas}
      keyOf={({ area }) => area}
      areas="rows"
      file={fileOf(shown, `funnel ${page.limits} limits`, spread.against)}
      empty="No figures."
      chosen={page.area}
    />
  );
}
