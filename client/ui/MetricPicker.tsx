import { useId } from 'react';
import type { Catalogue } from '../../data/contract/index.ts';
import { asMetricId, type MetricId, metric as metricOf } from '../../data/metrics/index.ts';
import { isMapped } from '../url.ts';

/** The metrics that can be mapped, grouped by the pathway area they measure. */
export function MetricPicker({
  catalogue,
  value,
  onChange,
}: {
  catalogue: Catalogue;
  value: MetricId;
  onChange: (id: MetricId) => void;
}) {
  const id = useId();
  const mapped = catalogue.metrics.filter(isMapped);
  return (
    <div className="field metric">
      <label htmlFor={id}>Metric</label>
      <select
        id={id}
        value={value}
        onChange={(event) => onChange(asMetricId(event.target.value))}
        data-testid="metric"
      >
        {catalogue.pathway.map((pathway) => {
          const own = mapped.filter((each) => each.pathway === pathway.id);
          return own.length === 0 ? null : (
            <optgroup key={pathway.id} label={pathway.name}>
              {own.map((each) => (
                <option key={each.id} value={each.id}>
                  {metricOf(each.id).label}
                </option>
              ))}
            </optgroup>
          );
        })}
      </select>
    </div>
  );
}
