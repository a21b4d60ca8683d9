import { useCallback, useId } from 'react';
import { DEFAULTS } from '../../../data/addresses/choices.ts';
import type { Areas, Catalogue } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { MAP_LEVELS } from '../../../data/metrics/types.ts';
import { areasNoun, periodBrief } from '../../../data/text/words.ts';
import type { Group } from '../../charts/compare/places.ts';
import { ConfidenceChoice } from '../../ui/ComparisonChoices.tsx';
import { Controls } from '../../ui/Controls.tsx';
import { MetricPicker } from '../../ui/MetricPicker.tsx';
import { PeriodPicker } from '../../ui/PeriodPicker.tsx';
import type { Go } from '../../ui/useAddress.ts';
import { type CompareView, OWN_TOTAL, periodsAt } from '../../url.ts';

type Props = {
  catalogue: Catalogue;
  areas: Areas;
  view: CompareView;
  group: Group;
  /** Whether the page shows already what its address asks for. */
  fresh: boolean;
  go: Go<CompareView>;
};

/** What the group is called until the reader names it. */
const UNNAMED = 'Own group';

/** What is compared, when, against what and how surely, and whether with a total; folded where there is little room. */
export function CompareControls(props: Props) {
  const { catalogue, view, group, fresh, go } = props;
  const entry = catalogue.metrics.find((each) => each.id === view.metric);
  const periods = [group.level, ...MAP_LEVELS, 'region', 'own'].map((level) => periodsAt(entry, level));
  const onPeriod = useCallback((period: string, passing: boolean) => go({ period }, passing), [go]);
  return (
    <Controls chosen={[metricOf(view.metric).label, periodBrief(view.period)]}>
      <MetricPicker catalogue={catalogue} value={view.metric} onChange={(metric) => go({ metric })} />
      <PeriodPicker
        periods={periods.find(({ length }) => length > 0) ?? []}
        value={view.period}
        shown={fresh}
        onChange={onPeriod}
      />
      <Against {...props} />
      <ConfidenceChoice value={view.confidence} onChange={(confidence) => go({ confidence })} />
      <Total {...props} />
    </Controls>
  );
}

function Against({ areas, view, group, go }: Props) {
  const id = useId();
  const own = group.members.length > 1;
  return (
    <div className="field against">
      <label htmlFor={id}>Compared with</label>
      <select
        id={id}
        value={view.benchmark}
        onChange={({ target: { value } }) =>
          go({ benchmark: value, ...(value === OWN_TOTAL && view.group === '' ? { group: UNNAMED } : {}) })
        }
        data-testid="benchmark"
      >
        <option value={DEFAULTS.benchmark}>England</option>
        {own && <option value={OWN_TOTAL}>The total of the group</option>}
        <optgroup label="An Alliance of Annex i, 2016">{areas.alliances.map(optionOf)}</optgroup>
        <optgroup label="An Alliance of today">{areas.alliancesToday.map(optionOf)}</optgroup>
      </select>
    </div>
  );
}

function Total({ view, group, go }: Props) {
  const id = useId();
  const isOn = view.group !== '';
  const isPossible = group.members.length > 1;
  const noun = areasNoun(group.level, 2);
  return (
    <div className="total">
      <p>
        <input
          id={id}
          type="checkbox"
          checked={isOn}
          disabled={!isPossible && !isOn}
          onChange={(event) => go({ group: event.target.checked ? UNNAMED : '' })}
          data-testid="total"
        />{' '}
        <label htmlFor={id}>
          {isPossible
            ? `With the total of the ${group.members.length} ${noun}`
            : 'With a total (of two or more CCGs, ICBs or Alliances)'}
        </label>
      </p>
      {isOn && (
        <div className="field">
          <label htmlFor={`${id}-name`}>Called</label>
          <input
            key={view.group}
            id={`${id}-name`}
            type="search"
            maxLength={60}
            defaultValue={view.group}
            onBlur={(event) => go({ group: event.target.value.trim() || UNNAMED }, true)}
            onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
          />
        </div>
      )}
    </div>
  );
}

const optionOf = ({ area, name }: { area: string; name: string }) => (
  <option key={area} value={area}>
    {name}
  </option>
);
