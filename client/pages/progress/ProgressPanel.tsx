import type { Catalogue } from '../../../data/contract/index.ts';
import type { Progress } from '../../../data/contract/progress.ts';
import { asAtSentence, progressHeading, verdictsSentence } from '../../../data/text/progress.ts';
import { canDraw } from '../../charts/progress/plane.ts';
import { UseChart } from '../../ui/UseChart.tsx';
import { Guidance } from './Guidance.tsx';
import { PathKey } from './PathKey.tsx';
import { PathwaySection } from './PathwaySection.tsx';
import { Sources } from './Sources.tsx';
import { Standings } from './Standings.tsx';

type Props = { progress: Progress; catalogue: Catalogue; busy: boolean; controls: React.ReactNode };

/** The answer, then every ambition by Annex A's areas, then what the guidance planned. */
export function ProgressPanel({ progress, catalogue, busy, controls }: Props) {
  const names = new Map(catalogue.pathway.map(({ id, name }) => [id, name]));
  return (
    <>
      <div className="finding" role="status">
        <p className="topic">
          <b>Progress towards the ambitions of the Cancer Taskforce.</b> {asAtSentence(progress)}
        </p>
        <h1 data-testid="finding">{progressHeading(progress.rows)}</h1>
        <p className="lede">{verdictsSentence(progress.rows)}</p>
      </div>
      {controls}
      <div aria-busy={busy}>
        <Standings rows={progress.rows} />
        <PathKey />
        {progress.rows.some(({ path }) => canDraw(path)) && (
          <UseChart
            chart="progress"
            asked={{ area: progress.area.area, period: progress.period }}
            of={`every path, ${progress.area.name}`}
          />
        )}
        {catalogue.pathway.map((pathway) => (
          <PathwaySection key={pathway.id} pathway={pathway} progress={progress} names={names} />
        ))}
        <Guidance />
        <Sources progress={progress} />
      </div>
    </>
  );
}
