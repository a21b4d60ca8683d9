import { useQuery } from '@tanstack/react-query';
import { useId, useMemo } from 'react';
import type { Snapshot } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import type { Painting } from '../../../data/painting.ts';
import { areasNoun, periodBrief } from '../../../data/text/words.ts';
import { areasQuery } from '../../api.ts';
import { ListKey, RankedList } from '../../ui/RankedList.tsx';
import { useAfterPaint, usePainted } from '../../ui/ready.ts';
import type { Go } from '../../ui/useAddress.ts';
import type { EnglandView } from '../../url.ts';

type Props = {
  snapshot: Snapshot;
  painted: Painting;
  view: EnglandView;
  go: Go<EnglandView>;
};

/** The wider areas that a list of a level can be narrowed to; today’s Alliances lie in none. */
const WIDER: Partial<
  Record<string, { one: string; all: string; list: 'alliances' | 'regions' | 'alliancesToday' }>
> = {
  ccg: { one: 'Alliance', all: 'All Alliances', list: 'alliances' },
  alliance: { one: 'Region', all: 'All regions', list: 'regions' },
  icb: { one: 'Alliance of today', all: 'All Alliances of today', list: 'alliancesToday' },
};

/** The ranked list and what narrows it. */
export function ListColumn({ snapshot, painted: colours, view, go }: Props) {
  const shown = useAfterPaint(
    useMemo(() => ({ snapshot, view, painted: colours }), [snapshot, view, colours]),
  );
  const { metric, period, level } = shown.snapshot.query;
  const caption = `${metricOf(metric).label}, ${periodBrief(period)}, by ${areasNoun(level, 1)}`;
  return (
    <div className="list-column">
      <h2 className="hidden">Ranked list</h2>
      <ListFilters snapshot={snapshot} view={view} go={go} />
      <ListKey snapshot={snapshot} />
      <RankedList {...shown} caption={caption} go={go} />
    </div>
  );
}

/** What narrows the list: a wider area, a name or code. */
export function ListFilters({ snapshot, view, go }: Pick<Props, 'snapshot' | 'view' | 'go'>) {
  const id = useId();
  // Not before the first paint, even where the areas are known already: what the server drew has none.
  const painted = usePainted();
  const { data } = useQuery({ ...areasQuery(), enabled: painted });
  const areas = painted ? data : undefined;
  const { level } = snapshot.query;
  const wider = WIDER[level];
  return (
    <div className="filters">
      {wider && (
        <div className="field">
          <label htmlFor={`${id}-within`}>{wider.one}</label>
          <select
            id={`${id}-within`}
            value={view.within}
            onChange={(event) => go({ within: event.target.value })}
          >
            <option value="">{wider.all}</option>
            {areas?.[wider.list].map(({ area, name }) => (
              <option key={area} value={area}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      <div className="field">
        <label htmlFor={`${id}-find`}>Name or code</label>
        <input
          id={`${id}-find`}
          type="search"
          value={view.find}
          onChange={(event) => go({ find: event.target.value }, true)}
        />
      </div>
    </div>
  );
}
