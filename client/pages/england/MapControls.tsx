import { useCallback } from 'react';
import type { Catalogue } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { areasNoun, periodBrief } from '../../../data/text/words.ts';
import { AreasChoice } from '../../ui/AreasChoice.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Controls } from '../../ui/Controls.tsx';
import { MetricPicker } from '../../ui/MetricPicker.tsx';
import { PeriodPicker } from '../../ui/PeriodPicker.tsx';
import type { Go } from '../../ui/useAddress.ts';
import { type EnglandView, periodsAt } from '../../url.ts';

const LAYOUTS = [
  { id: 'map', name: 'Map' },
  { id: 'hex', name: 'Hexagons' },
] as const;

type Props = {
  catalogue: Catalogue;
  view: EnglandView;
  /** Whether the page shows already what its address asks for. */
  shown: boolean;
  go: Go<EnglandView>;
};

/** What to map, when, and how; folded into one line where there is little room. */
export function MapControls({ catalogue, view, shown, go }: Props) {
  const entry = catalogue.metrics.find((each) => each.id === view.metric);
  const onPeriod = useCallback((period: string, passing: boolean) => go({ period }, passing), [go]);
  return (
    <Controls chosen={[metricOf(view.metric).label, periodBrief(view.period), areasNoun(view.level, 2)]}>
      <MetricPicker catalogue={catalogue} value={view.metric} onChange={(metric) => go({ metric })} />
      <AreasChoice
        entry={entry}
        value={view.level}
        onChange={(level) => go({ level, area: '', within: '', find: '', view: '' })}
      />
      <Choice
        label="Layout"
        options={LAYOUTS}
        value={view.layout}
        onChange={(layout) => go({ layout, view: '' })}
      />
      <PeriodPicker
        periods={periodsAt(entry, view.level)}
        value={view.period}
        shown={shown}
        onChange={onPeriod}
      />
    </Controls>
  );
}
