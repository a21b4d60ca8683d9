import { Choice } from '../../ui/Choice.tsx';
import { GroupsSection } from '../../ui/groups/GroupsSection.tsx';
import type { Shown } from './shown.ts';

const ENGLAND = { id: 'england', name: 'England' };

/** The groups of patients of England, or of the Alliance or area that the page has picked. */
export function Groups({ page, snapshot, areas, go }: Shown) {
  const picked = [...(areas?.alliances ?? []), ...(areas?.alliancesToday ?? []), ...snapshot.areas];
  const options = [
    ENGLAND,
    ...[...new Set([page.alliance, page.area])].flatMap((id) => {
      const found = picked.find(({ area }) => area === id);
      return found ? [{ id, name: found.name }] : [];
    }),
  ];
  const { id } = options.find((each) => each.id === page.patients) ?? options.at(-1) ?? ENGLAND;
  return (
    <GroupsSection
      metric={page.metric}
      area={id}
      period={snapshot.query.period}
      by={page.by}
      onBy={(by) => go({ by })}
    >
      {options.length > 1 ? (
        <Choice label="Patients of" options={options} value={id} onChange={(patients) => go({ patients })} />
      ) : (
        <p className="prose">
          Of England; pick out an Alliance above, or choose an area in a chart, to see its patients.
        </p>
      )}
    </GroupsSection>
  );
}
