import { useCallback, useId } from 'react';
import { DEFAULTS, OWN_BENCHMARKS } from '../../../data/addresses/choices.ts';
import type { Areas, Catalogue } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { areasNoun, periodBrief } from '../../../data/text/words.ts';
import { AreasChoice } from '../../ui/AreasChoice.tsx';
import { Benchmark } from '../../ui/Benchmark.tsx';
import { ConfidenceChoice } from '../../ui/ComparisonChoices.tsx';
import { Controls } from '../../ui/Controls.tsx';
import { MetricPicker } from '../../ui/MetricPicker.tsx';
import { PeriodPicker } from '../../ui/PeriodPicker.tsx';
import type { Go } from '../../ui/useAddress.ts';
import { type MetricView, periodsAt } from '../../url.ts';

type Props = {
  catalogue: Catalogue;
  page: MetricView;
  areas: Areas | undefined;
  /** Whether the page shows already what its address asks for. */
  fresh: boolean;
  refusal: string;
  go: Go<MetricView>;
};

/** Whether the areas of a level are those of today. */
const isOfToday = (level: MetricView['level']) => level === 'icb' || level === 'alliance-today';

/** What is measured, when, between whom, and against what; folded into one line where there is little room. */
export function MetricControls({ catalogue, page, areas, fresh, refusal, go }: Props) {
  const id = useId();
  const entry = catalogue.metrics.find((each) => each.id === page.metric);
  const onPeriod = useCallback((period: string, passing: boolean) => go({ period }, passing), [go]);
  const alliances = isOfToday(page.level) ? areas?.alliancesToday : areas?.alliances;
  const toLevel = (level: MetricView['level']) =>
    go({
      level,
      area: '',
      ...(isOfToday(level) === isOfToday(page.level) ? {} : { alliance: '', only: false }),
      benchmark: OWN_BENCHMARKS.includes(page.benchmark) ? DEFAULTS.benchmark : page.benchmark,
    });
  return (
    <Controls chosen={[metricOf(page.metric).label, periodBrief(page.period), areasNoun(page.level, 2)]}>
      <MetricPicker catalogue={catalogue} value={page.metric} onChange={(metric) => go({ metric })} />
      <AreasChoice entry={entry} value={page.level} onChange={toLevel} />
      <PeriodPicker
        periods={periodsAt(entry, page.level)}
        value={page.period}
        shown={fresh}
        onChange={onPeriod}
      />
      <div className="field alliance">
        <label htmlFor={id}>Alliance to pick out</label>
        <select
          id={id}
          value={page.alliance}
          onChange={(event) => go({ alliance: event.target.value, only: false })}
          data-testid="alliance"
        >
          <option value="">None</option>
          {alliances?.map(({ area, name }) => (
            <option key={area} value={area}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <Benchmark
        areas={areas}
        level={page.level}
        alliance={page.alliance}
        value={page.benchmark}
        refusal={refusal}
        onChange={(benchmark) => go({ benchmark })}
      />
      <ConfidenceChoice value={page.confidence} onChange={(confidence) => go({ confidence })} />
    </Controls>
  );
}
