import type { Areas, Icb } from '../../data/contract/index.ts';
import { briefName } from '../../data/text/words.ts';
import { AreaLink } from './AreaLink.tsx';

/** CCGs as links to their pages, in the order given. */
export function CcgLinks({ ccgs, areas }: { ccgs: readonly string[]; areas: Areas }) {
  const name = (id: string) =>
    [...areas.ccgs, ...areas.laterCcgs].find(({ area }) => area === id)?.name ?? id;
  return (
    <ul className="links-list">
      {ccgs.map((id) => (
        <li key={id}>
          <AreaLink level="ccg" area={id}>
            {briefName(name(id))}
          </AreaLink>
        </li>
      ))}
    </ul>
  );
}

/** Alliances as links to their pages. */
export function AllianceLinks({ alliances, areas }: { alliances: readonly string[]; areas: Areas }) {
  return (
    <ul>
      {alliances.map((id) => (
        <li key={id}>
          <AreaLink level="alliance" area={id}>
            {areas.alliances.find(({ area }) => area === id)?.name ?? id}
          </AreaLink>
        </li>
      ))}
    </ul>
  );
}

/** ICBs as links to their pages. */
export const IcbLinks = ({ icbs }: { icbs: readonly Pick<Icb, 'area' | 'name'>[] }) => (
  <ul className="links-list">
    {icbs.map(({ area, name }) => (
      <li key={area}>
        <AreaLink level="icb" area={area}>
          {briefName(name)}
        </AreaLink>
      </li>
    ))}
  </ul>
);
