import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useLocation, useSearch } from 'wouter';
import type { AsAt } from '../../../data/addresses/view.ts';
import { areasQuery, catalogueQuery, progressQuery } from '../../api.ts';
import { Refused, Waiting } from '../../ui/states.tsx';
import { useTitle } from '../../ui/useTitle.ts';
import { ProgressControls } from './ProgressControls.tsx';
import { ProgressPanel } from './ProgressPanel.tsx';
import { progressAddress, readProgress } from './view.ts';
import '../../style/progress.css';
import '../../style/progress-lists.css';
import '../../style/progress-narrow.css';

/** The page of the Taskforce's ambitions: where an area stands on each, how far from its target, and when it is met. */
export default function Progress() {
  const view = readProgress(useSearch());
  const [, navigate] = useLocation();
  const asked = useQuery({ ...progressQuery(view), placeholderData: keepPreviousData });
  const catalogue = useQuery(catalogueQuery());
  const { data: areas } = useQuery(areasQuery());
  const failure = asked.error ?? catalogue.error;
  const shown = failure ? undefined : asked.data;
  useTitle(shown ? `Progress, ${shown.area.name}` : 'Progress');
  const controls = (
    <ProgressControls
      view={view}
      areas={areas}
      progress={shown}
      onChange={(change: Partial<AsAt>) => navigate(progressAddress({ ...view, ...change }))}
    />
  );
  return (
    <div className="width progress-page">
      {shown && catalogue.data ? (
        <ProgressPanel
          progress={shown}
          catalogue={catalogue.data}
          busy={asked.isPlaceholderData}
          controls={controls}
        />
      ) : (
        <>
          <div className="finding">
            <h1>Progress towards the ambitions of the Cancer Taskforce</h1>
          </div>
          {controls}
          {failure ? (
            <>
              <Refused failure={failure} again={() => Promise.all([asked.refetch(), catalogue.refetch()])} />
              <p>
                <Link href={progressAddress({ area: 'england', period: '' })}>See England’s latest</Link>
              </p>
            </>
          ) : (
            <Waiting what="every ambition" />
          )}
        </>
      )}
    </div>
  );
}
