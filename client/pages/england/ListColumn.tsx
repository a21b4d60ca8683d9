import { useQuery } from '@tanstack/react-query';
import { useId, useMemo } from 'react';
import type { Snapshot } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { periodBrief } from '../../../data/text/words.ts';
import { areasQuery } from '../../api.ts';
import { ListKey, RankedList } from '../../ui/RankedList.tsx';
import { useAfterPaint, usePainted } from '../../ui/ready.ts';
import type { Go } from '../../ui/useAddress.ts';
import type { EnglandView } from '../../url.ts';

type Props = {
  snapshot: Snapshot;
  view: EnglandView;
  pointed: string;
  go: Go<EnglandView>;
  onPoint: (id: string) => void;
};

/** The ranked list and what narrows it. */
export function ListColumn({ snapshot, view, pointed, go, onPoint }: Props) {
  const id = useId();
  // Not before the first paint, even where the areas are known already: what the server drew has none.
  const painted = usePainted();
  const { data } = useQuery({ ...areasQuery(), enabled: painted });
  const areas = painted ? data : undefined;
  const ccgs = snapshot.query.level === 'ccg';
  const wider = ccgs ? areas?.alliances : areas?.regions;
  const shown = useAfterPaint(useMemo(() => ({ snapshot, view }), [snapshot, view]));
  const { metric, period } = shown.snapshot.query;
  const caption = `${metricOf(metric).label}, ${periodBrief(period)}, by ${ccgs ? 'CCG' : 'Alliance'}`;
  return (
    <div className="list-column">
      <div className="filters">
        <div className="field">
          <label htmlFor={`${id}-within`}>{ccgs ? 'Alliance' : 'Region'}</label>
          <select
            id={`${id}-within`}
            value={view.within}
            onChange={(event) => go({ within: event.target.value })}
          >
            <option value="">{ccgs ? 'All Alliances' : 'All regions'}</option>
            {wider?.map(({ area, name }) => (
              <option key={area} value={area}>
                {name}
              </option>
            ))}
          </select>
        </div>
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
      <ListKey snapshot={snapshot} />
      <RankedList {...shown} pointed={pointed} caption={caption} go={go} onPoint={onPoint} />
    </div>
  );
}
