import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { catalogueQuery } from '../../api.ts';
import { GroupsSection } from '../../ui/groups/GroupsSection.tsx';
import type { Board } from './board.tsx';

/** How its patients differ by group on the measure chosen, unfolded when asked for; nothing where it is published for all together only. */
export function PatientsPart({ alliance, view, go }: Board) {
  const { data } = useQuery(catalogueQuery());
  const [open, setOpen] = useState(view.by !== '');
  const entry = data?.metrics.find(({ id }) => id === view.metric);
  if (!entry || entry.groups.length < 2) return null;
  return (
    <details className="groups" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{metricOf(view.metric).label}: by group of patients</summary>
      {open && (
        <GroupsSection
          metric={view.metric}
          area={alliance.area}
          period={view.period}
          by={view.by}
          onBy={(by) => go({ by })}
        />
      )}
    </details>
  );
}
