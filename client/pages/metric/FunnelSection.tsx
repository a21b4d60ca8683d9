import { LIMITS, OWN_BENCHMARKS } from '../../../data/addresses/choices.ts';
import { formatValue } from '../../../data/text/format.ts';
import { exactLimitsWords, widenedLimitsWords } from '../../../data/text/spread.ts';
import { areasNoun, periodBrief } from '../../../data/text/words.ts';
import { FunnelChart } from '../../charts/funnel/FunnelChart.tsx';
import { funnelColumns, funnelHeading } from '../../charts/funnel/index.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Section } from '../../ui/Section.tsx';
import { AreasSection } from './AreasSection.tsx';
import { AreaRead } from './shared.tsx';
import { fileOf, type Shown } from './shown.ts';

type Drawn = 'score' | 'exact' | 'widened';

/** Every area by its number of people, between the limits that chance sets; or the reason why none can be drawn. */
export function FunnelSection(shown: Shown) {
  const { page, metric, spread, go } = shown;
  const { funnel, funnelReason, query } = spread;
  const one = areasNoun(query.level, 1);
  const subject = `Is it more than chance? ${metric.label} by ${one}, ${periodBrief(query.period)}`;
  if (!funnel)
    return (
      <Section id="funnel" subject={subject} title={funnelHeading(spread)} method="funnel">
        <p className="prose">{funnelReason}</p>
      </Section>
    );
  const title = `${metric.label} by ${one}, ${periodBrief(query.period)}`;
  const drawn: Drawn = page.widened ? 'widened' : page.limits;
  return (
    <AreasSection
      shown={shown}
      id="funnel"
      subject={subject}
      heading={funnelHeading(spread)}
      method="funnel"
      words={
        <>
          Each dot is {/^(Alliance|ICB)/.test(one) ? 'an' : 'a'} {one}: the further right, the more it counts
          {metric.kind === 'proportion' && ` (${metric.outOf})`}, and the less chance can move it. A dot
          between the limits differs from {spread.against} ({formatValue(metric, funnel.centre)}) by no more
          than chance could explain.
          {OWN_BENCHMARKS.includes(page.benchmark) &&
            ` The limits stand around ${spread.against}, as each ${one} is compared with a figure of its own.`}
        </>
      }
      title={title}
      heights={[400, 480]}
      chart={({ spec, onSelect }) => (
        <FunnelChart spread={spread} spec={{ ...spec, adjusted: page.widened }} onSelect={onSelect} />
      )}
      of={`the funnel plot of ${title}`}
      before={
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
      }
      table={{
        label: `Funnel of ${metric.label}, ${periodBrief(query.period)}`,
        columns: funnelColumns(metric, query.level),
        rows: spread.areas,
        file: fileOf(shown, `funnel ${page.limits} limits`, spread.against),
        empty: 'No figures.',
      }}
    >
      <AreaRead {...shown} />
      <p>
        {widenedLimitsWords(spread)} {exactLimitsWords(spread)}
      </p>
    </AreasSection>
  );
}
