import { useCallback } from 'react';
import { periodsAt } from '../../../data/addresses/view.ts';
import type { Catalogue } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { periodBrief } from '../../../data/text/figure.ts';
import { Choice } from '../../ui/Choice.tsx';
import { MetricPicker } from '../../ui/MetricPicker.tsx';
import { PeriodPicker } from '../../ui/PeriodPicker.tsx';
import type { View } from './view.ts';

const LEVELS = [
  { id: 'ccg', name: 'CCGs' },
  { id: 'alliance', name: 'Alliances' },
] as const;
const LAYOUTS = [
  { id: 'map', name: 'Map' },
  { id: 'hex', name: 'Hexagons' },
] as const;

type Props = {
  catalogue: Catalogue;
  view: View;
  wide: boolean;
  shown: boolean;
  go: (change: Partial<View>, passing?: boolean) => void;
};

/** What to map, when, and how; folded into one line where there is little room. */
export function MapControls({ catalogue, view, wide, shown, go }: Props) {
  const entry = catalogue.metrics.find((each) => each.id === view.metric);
  const levels = LEVELS.filter(({ id }) => periodsAt(entry, id).length > 0);
  const onPeriod = useCallback((period: string, passing: boolean) => go({ period }, passing), [go]);
  const controls = (
    <div className="controls">
      <MetricPicker catalogue={catalogue} value={view.metric} onChange={(metric) => go({ metric })} />
      {levels.length > 1 && (
        <Choice
          label="Areas"
          options={levels}
          value={view.level}
          onChange={(level) => go({ level, area: '', within: '', find: '' })}
        />
      )}
      <Choice label="Layout" options={LAYOUTS} value={view.layout} onChange={(layout) => go({ layout })} />
      <PeriodPicker
        periods={periodsAt(entry, view.level)}
        value={view.period}
        shown={shown}
        onChange={onPeriod}
      />
    </div>
  );
  if (wide) return controls;
  const level = LEVELS.find(({ id }) => id === view.level)?.name;
  return (
    <details className="folded">
      <summary>
        <b>Change</b> {metricOf(view.metric).label}, {periodBrief(view.period)}, {level}
      </summary>
      {controls}
    </details>
  );
}
