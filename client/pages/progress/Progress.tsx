import { byLetters } from '../../../data/text/order.ts';
import { DownloadCsv } from '../../ui/DataTable.tsx';
import './style.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { Link } from 'wouter';
import { progressUrl } from '../../../data/addresses/api.ts';
import type { Areas, Catalogue } from '../../../data/contract/index.ts';
import type { Progress } from '../../../data/contract/progress.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { SOURCES } from '../../../data/sources.ts';
import { decimalsOf } from '../../../data/text/board.ts';
import { csv } from '../../../data/text/csv.ts';
import {
  asAtSentence,
  distinct,
  hasFigure,
  isEnglands,
  progressHeading,
  verdictsSentence,
} from '../../../data/text/progress.ts';
import { plural, withFullStop } from '../../../data/text/words.ts';
import { areasQuery, catalogueQuery, progressQuery } from '../../api.ts';
import { PROGRESS_HEAD, progressCells } from '../../charts/progress/columns.ts';
import { canDraw, PATH_KEY } from '../../charts/progress/path.tsx';
import { AsAtPicker } from '../../ui/AsAtPicker.tsx';
import { Refused, Waiting } from '../../ui/states.tsx';
import { UseChart } from '../../ui/UseChart.tsx';
import { useAddress } from '../../ui/useAddress.ts';
import { useTitle } from '../../ui/useTitle.ts';
import { PROGRESS, type ProgressView, progressPageUrl } from '../../url.ts';
import { AmbitionRow } from './AmbitionRow.tsx';
import { Guidance } from './Guidance.tsx';
import { PathwaySection } from './PathwaySection.tsx';

/** The page of the Taskforce's ambitions: where an area stands on each, how far from its target, and when it is reached. */
export default function ProgressPage() {
  const [view, go] = useAddress(PROGRESS);
  const progress = useQuery({ ...progressQuery(view), placeholderData: keepPreviousData });
  const catalogue = useQuery(catalogueQuery());
  const { data: areas } = useQuery(areasQuery());
  const failure = progress.error ?? catalogue.error;
  const shown = failure ? undefined : progress.data;
  useTitle(
    shown ? `Progress, ${shown.area.name}` : 'Progress',
    shown && !progress.isPlaceholderData
      ? `${asAtSentence(shown)} ${withFullStop(progressHeading(shown.rows))} ${verdictsSentence(shown.rows, 'below')}`
      : null,
  );
  const controls = <ProgressControls view={view} areas={areas} progress={shown} go={go} />;
  return (
    <div className="width progress-page">
      {shown && catalogue.data ? (
        <ProgressPanel
          progress={shown}
          catalogue={catalogue.data}
          busy={progress.isPlaceholderData}
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
              <Refused
                failure={failure}
                again={() => Promise.all([progress.refetch(), catalogue.refetch()])}
              />
              <p>
                <Link href={progressPageUrl()}>See England’s latest</Link>
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

type PanelProps = { progress: Progress; catalogue: Catalogue; busy: boolean; controls: ReactNode };

/** The answer, then every ambition by Annex A's areas, then what the guidance planned. */
function ProgressPanel({ progress, catalogue, busy, controls }: PanelProps) {
  const names = new Map(catalogue.pathway.map(({ id, name }) => [id, name]));
  return (
    <>
      <div className="finding">
        <p className="topic">
          <b>Progress towards the ambitions of the Cancer Taskforce.</b> {asAtSentence(progress)}
        </p>
        <h1 data-testid="finding">{progressHeading(progress.rows)}</h1>
        <p className="lede">{verdictsSentence(progress.rows, 'below')}</p>
      </div>
      {controls}
      <div aria-busy={busy}>
        <Standings progress={progress} />
        <Englands progress={progress} />
        {progress.rows.some(({ path }) => canDraw(path)) && (
          <UseChart
            chart="progress"
            query={{ area: progress.area.area, period: progress.period }}
            of={`every path, ${progress.area.name}`}
          />
        )}
        <h2 className="others">Without a figure, and what Annex A asks locally</h2>
        {catalogue.pathway.map((pathway) => (
          <PathwaySection key={pathway.id} pathway={pathway} progress={progress} names={names} />
        ))}
        <Guidance />
        <Sources progress={progress} />
      </div>
    </>
  );
}

type ControlsProps = {
  view: ProgressView;
  areas: Areas | undefined;
  /** What is shown; nothing while it is on its way or refused. */
  progress: Pick<Progress, 'period' | 'periods'> | undefined;
  go: (change: Partial<ProgressView>) => void;
};

/** Whose progress, and as at when. */
function ProgressControls({ view, areas, progress, go }: ControlsProps) {
  return (
    <div className="controls">
      {areas && <AreaSelect areas={areas} value={view.area} onChange={(area) => go({ area })} />}
      {progress && (
        <AsAtPicker
          periods={progress.periods}
          value={progress.period}
          onChange={(period) => go({ period })}
        />
      )}
    </div>
  );
}

type SelectProps = { value: string; onChange: (value: string) => void };

function AreaSelect({ areas, value, onChange }: SelectProps & { areas: Areas }) {
  const id = useId();
  const groups = areaGroups(areas, value);
  const isOffered =
    value === 'england' || groups.some(({ areas }) => areas.some(({ area }) => area === value));
  return (
    <div className="field area">
      <label htmlFor={id}>Area</label>
      <select
        id={id}
        value={isOffered ? value : ''}
        onChange={(event) => onChange(event.target.value)}
        data-testid="area"
      >
        {!isOffered && (
          <option value="" disabled>
            Choose an area
          </option>
        )}
        <option value="england">England</option>
        {groups.map(({ name, areas }) => (
          <optgroup key={name} label={name}>
            {areas.map((each) => (
              <option key={each.area} value={each.area}>
                {each.name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

type Named = { area: string; name: string };

const byName = (one: Named, other: Named) => byLetters(one.name, other.name);

/**
 * The areas to choose from below England: regions, Alliances of Annex i and of today, and the CCGs or ICBs of the
 * Alliance that is chosen or holds the chosen one. A CCG made by a later merger stands alone.
 */
export function areaGroups(
  { regions, alliances, alliancesToday, ccgs, icbs, laterCcgs }: Areas,
  chosen: string,
): { name: string; areas: Named[] }[] {
  const later = laterCcgs.find(({ area }) => area === chosen);
  const homes = [
    chosen,
    ...(ccgs.find(({ area }) => area === chosen)?.alliances ?? []),
    ...(later ? [later.alliance] : []),
    ...icbs.flatMap(({ area, allianceToday }) => (area === chosen ? [allianceToday] : [])),
  ];
  const own = alliances.filter(({ area }) => homes.includes(area));
  const ownToday = alliancesToday.filter(({ area }) => homes.includes(area));
  return [
    { name: 'Regions', areas: regions },
    { name: 'Alliances: Annex i, 2016', areas: [...alliances].sort(byName) },
    { name: 'Alliances: today', areas: [...alliancesToday].sort(byName) },
    ...(later ? [{ name: 'CCG', areas: [later] }] : []),
    ...own.map((alliance) => ({
      name: `CCGs of ${alliance.name}`,
      areas: ccgs.filter(({ area }) => alliance.ccgs.includes(area)).sort(byName),
    })),
    ...ownToday.map((alliance) => ({
      name: `ICBs of ${alliance.name}`,
      areas: icbs.filter(({ area }) => alliance.icbs.includes(area)).sort(byName),
    })),
  ];
}

/** Every ambition that has a figure, a row each with its path, which unfolds; nothing where none has one. */
function Standings({ progress }: { progress: Progress }) {
  const measured = distinct(progress.rows).filter(hasFigure);
  if (measured.length === 0) return null;
  return (
    <section aria-labelledby="standings">
      <h2 id="standings">{plural(measured.length, 'ambition')} with a figure</h2>
      <PathKey />
      <div className="card ambition-rows" data-testid="standings">
        {measured.map((row) => (
          <AmbitionRow key={row.id} row={row} progress={progress} />
        ))}
      </div>
      <p className="quiet">{decimalsOf(measured)}</p>
    </section>
  );
}

/** The ambitions that ask for less variation in England, with England’s figure: of an area alone they have none. */
function Englands({ progress }: { progress: Progress }) {
  const rows = distinct(progress.rows).filter(isEnglands);
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="englands">
      <h2 id="englands">{plural(rows.length, 'ambition')} with a figure of England alone</h2>
      <div className="card ambition-rows">
        {rows.map((row) => (
          <AmbitionRow key={row.id} row={row} progress={progress} />
        ))}
      </div>
    </section>
  );
}

/** How to read the small charts. */
const PathKey = () => (
  <ul className="path-key">
    {PATH_KEY.map(({ text, swatch }) => (
      <li key={text}>
        <svg width={32} height={20} viewBox="-16 -10 32 20" fill="none" aria-hidden="true">
          {swatch}
        </svg>
        {text}
      </li>
    ))}
  </ul>
);

/** Where the figures come from, their data version, and all rows as a file. */
function Sources({ progress }: { progress: Progress }) {
  const { area, period, dataVersion, query } = progress;
  return (
    <footer className="source">
      <p>
        Sources:{' '}
        {sourcesOf(progress).map(({ publisher, publication, page, licence }, index) => (
          <span key={publication}>
            {index > 0 && '; '}
            {publisher}, <a href={page}>{publication}</a> ({licence})
          </span>
        ))}
        . Data version {dataVersion}. Definitions, cautions and every ambition as Annex A prints it are on the{' '}
        <Link href="/data">Data page</Link>; the same rows for machines are{' '}
        <a href={progressUrl({ area: query.area, period: query.period ?? '' })}>in the API</a>.
      </p>
      <DownloadCsv
        className="copy"
        of="every ambition"
        name={[area.name, 'progress', period]}
        text={() => csv(PROGRESS_HEAD, progressCells(progress))}
      />
    </footer>
  );
}

/** The publications of the measures shown, each once. */
function sourcesOf({ rows }: Progress) {
  const ids = rows.flatMap(({ metric, value }) =>
    metric === null || value === null ? [] : [metricOf(metric).source],
  );
  return [...new Set(ids)].map((id) => SOURCES[id]);
}
