import type { Catalogue } from '../../../data/contract/index.ts';

type Props = { name: string; actions: Catalogue['pathway'][number]['local']; open: boolean };

/** What Annex A asks to be achieved locally in one of its areas, and the national work beside it. */
export function LocalWork({ name, actions, open }: Props) {
  if (actions.length === 0) return null;
  return (
    <details className="notes local" open={open}>
      <summary>
        {name}: what Annex A asks locally, and what is done nationally ({actions.length})
      </summary>
      <ul>
        {actions.map(({ action, recommendations, national }) => (
          <li key={action}>
            {action}.{' '}
            {recommendations.length > 0 && (
              <span className="quiet">
                Taskforce {recommendations.length === 1 ? 'recommendation' : 'recommendations'}{' '}
                {recommendations.join(', ')}.
              </span>
            )}
            {national && <span className="block quiet">Nationally: {national}.</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
