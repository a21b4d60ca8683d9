import { useCallback, useId } from 'react';
import { CONFIDENCES, DEFAULTS, OWN_BENCHMARKS } from '../../../data/addresses/choices.ts';
import type { Areas, Catalogue } from '../../../data/contract/index.ts';
import { type MetricId, metric as metricOf } from '../../../data/metrics/index.ts';
import { periodBrief } from '../../../data/text/words.ts';
import { Benchmark } from '../../ui/Benchmark.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { MetricPicker } from '../../ui/MetricPicker.tsx';
import { PeriodPicker } from '../../ui/PeriodPicker.tsx';
import { useWide } from '../../ui/useWide.ts';
import { type MetricView, periodsAt } from '../../url.ts';
import type { Shown } from './shown.ts';

const LEVELS = [
  { id: 'ccg', name: 'CCGs' },
  { id: 'alliance', name: 'Alliances' },
] as const;

type Props = {
  catalogue: Catalogue;
  page: MetricView;
  areas: Areas | undefined;
  /** Whether the page shows already what its address asks for. */
  fresh: boolean;
  refusal: string;
  go: Shown['go'];
  goTo: (metric: MetricId) => void;
};

/** What is measured, when, between whom, and against what; folded into one line where there is little room. */
export function MetricControls({ catalogue, page, areas, fresh, refusal, go, goTo }: Props) {
  const wide = useWide();
  const id = useId();
  const entry = catalogue.metrics.find((each) => each.id === page.metric);
  const levels = LEVELS.filter((each) => periodsAt(entry, each.id).length > 0);
  const onPeriod = useCallback((period: string, passing: boolean) => go({ period }, passing), [go]);
  const toLevel = (level: MetricView['level']) =>
    go({
      level,
      area: '',
      benchmark: OWN_BENCHMARKS.includes(page.benchmark) ? DEFAULTS.benchmark : page.benchmark,
    });
  const controls = (
    <div className="controls">
      <MetricPicker catalogue={catalogue} value={page.metric} onChange={goTo} />
      {levels.length > 1 && <Choice label="Areas" options={levels} value={page.level} onChange={toLevel} />}
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
          {areas?.alliances.map(({ area, name }) => (
            <option key={area} value={area}>
              {name}
            </option>
          ))}
        </select>
      </div>
      {!entry?.illustrative && (
        <>
          <Benchmark
            areas={areas}
            level={page.level}
            alliance={page.alliance}
            value={page.benchmark}
            refusal={refusal}
            onChange={(benchmark) => go({ benchmark })}
          />
          <Choice
            label="Confidence"
            options={CONFIDENCES.map((each) => ({ id: each, name: `${each}%` }))}
            value={page.confidence}
            onChange={(confidence) => go({ confidence })}
          />
        </>
      )}
    </div>
  );
  if (wide) return controls;
  const level = LEVELS.find((each) => each.id === page.level)?.name;
  return (
    <details className="folded">
      <summary>
        <b>Change</b> {metricOf(page.metric).label}, {periodBrief(page.period)}, {level}
      </summary>
      {controls}
    </details>
  );
}
