import { Link } from 'wouter';
import type { Progress, ProgressRow } from '../../../data/contract/progress.ts';
import { type Metric, metric as metricOf } from '../../../data/metrics/index.ts';
import { changingSentence } from '../../../data/text/board.ts';
import { formatValue } from '../../../data/text/format.ts';
import {
  besideWords,
  gapSentence,
  hasAim,
  hasFigure,
  knownSpread,
  type MeasuredRow,
  paceNeededWords,
  paceSeenWords,
  type Standing,
  spreadWords,
  standing,
  standingLine,
  targetWords,
  whenWords,
  whereWords,
} from '../../../data/text/progress.ts';
import { periodBrief, withFullStop } from '../../../data/text/words.ts';
import { nothing } from '../../charts/kit/chart.ts';
import { ReadPlot } from '../../charts/over-time/OverTime.tsx';
import { PaintedPlot } from '../../charts/over-time/PaintedPlot.tsx';
import { plotOf } from '../../charts/over-time/plot.ts';
import { pathColumns, pathRows } from '../../charts/progress/columns.ts';
import { canDraw, pathDescription } from '../../charts/progress/path.tsx';
import { DataTable, TableBox, TableTwin } from '../../ui/DataTable.tsx';
import { Fact } from '../../ui/Fact.tsx';
import { Measured } from '../../ui/Measured.tsx';
import { UseChart } from '../../ui/UseChart.tsx';
import { metricAtUrl } from '../../url.ts';

type Props = { row: MeasuredRow; progress: Progress };

/**
 * One ambition with a figure: what it asks, where it stands and its path in a row; unfolded, how far, how fast and when,
 * with the path as a table and a file.
 */
export function AmbitionRow({ row, progress }: Props) {
  const metric = metricOf(row.metric);
  return (
    <details className="entry ambition-row" id={row.id} data-testid="ambition">
      <summary>
        <h3>{row.ambition}</h3>
        <div>
          <b className="block">
            <StandingMark standing={standing(metric, row)} />
          </b>
          {standingLine(metric, row)}
        </div>
        {canDraw(row.path) ? (
          <PaintedPlot
            plot={plotOf(pathDescription(row, metric, { ...SMALL, asAt: progress.period }), SMALL.width)}
          />
        ) : (
          <span className="quiet">{row.basis === 'variation' ? '' : 'One figure: no path to draw.'}</span>
        )}
      </summary>
      <div className="ambition-more">
        <dl className="facts">
          <RowFacts metric={metric} row={row} />
        </dl>
        <PathFiles metric={metric} row={row} file={progress} />
        <SpreadTable metric={metric} row={row} />
        <Notes row={row} />
        <p className="onward">
          <Link href={metricPage(row, progress.area)}>{row.label ?? metric.label}: how areas differ</Link>
        </p>
      </div>
    </details>
  );
}

/** The page of a row’s metric, in the period of its figure, with the area picked out. */
const metricPage = ({ metric, period }: MeasuredRow, { area, level }: Progress['area']) =>
  metricAtUrl(metric, level === 'england' ? { period } : { period, level, area });

function RowFacts({ metric, row }: { metric: Metric; row: ProgressRow }) {
  const { pace, basis } = row;
  const gap = gapSentence(metric, row);
  const seen = pace && paceSeenWords(metric, pace);
  const needed = pace && paceNeededWords(metric, pace, row.target?.by ?? null);
  const beside = besideWords(row);
  return (
    <>
      {basis === 'variation' ? (
        <Fact name="Spread">{spreadWords(metric, row)}</Fact>
      ) : (
        <Fact name="Where we are">{whereWords(metric, row)}</Fact>
      )}
      {beside && <Fact name="Beside it">{beside}</Fact>}
      <Fact name="To reach">{targetWords(row)}</Fact>
      {gap && <Fact name="Gap">{gap}</Fact>}
      {seen && <Fact name="Pace seen">{seen}</Fact>}
      {needed && <Fact name="Pace needed">{needed}</Fact>}
      {pace && hasAim(row) && <Fact name={seen ? 'When' : 'Pace and date'}>{whenWords(pace)}</Fact>}
      {basis !== 'variation' && hasFigure(row) && (
        <Fact name="Changing?">{changingSentence(metric, row)}</Fact>
      )}
    </>
  );
}

/** What must be known of the figure, but for what the facts say already. */
function Notes({ row }: { row: ProgressRow }) {
  const notes = row.basis === 'variation' ? [] : row.notes.filter((note) => note !== `${row.target?.label}.`);
  return (
    <>
      {notes.length > 0 && <p className="note">{notes.map(withFullStop).join(' ')}</p>}
      {row.footnote && <p className="note">Annex A, footnote: {row.footnote}</p>}
    </>
  );
}

/** A path in its row, and unfolded. */
const SMALL = { width: 280, least: 124, compact: true };
const LARGE = { least: 320 };

type PictureProps = {
  metric: Metric;
  row: ProgressRow;
  file: Pick<Progress, 'area' | 'period' | 'dataVersion'>;
};

/** The path of an ambition as a table and as a file; nothing where there is nothing to draw between. */
function PathFiles({ metric, row, file }: PictureProps) {
  if (!canDraw(row.path)) return null;
  const label = `The path of ${row.label ?? metric.label}`;
  return (
    <div className="path">
      <Measured>
        {(width) => (
          <ReadPlot
            plot={plotOf(pathDescription(row, metric, { ...LARGE, asAt: file.period }), width)}
            name={label}
            onPick={nothing}
          />
        )}
      </Measured>
      <TableTwin>
        <DataTable
          label={label}
          columns={pathColumns(metric)}
          rows={pathRows(row)}
          keyOf={({ kind, time }) => `${kind} ${time}`}
          file={{
            name: [file.area.name, row.id, 'path'],
            about: { area: file.area.name, ambition: row.ambition, data_version: file.dataVersion },
          }}
          empty="No figures."
        />
      </TableTwin>
      <UseChart
        chart="progress"
        query={{ area: file.area.area, period: file.period, ambition: row.id }}
        of={`${label}, ${file.area.name}`}
      />
    </div>
  );
}

/** The spread between CCGs by period, where there are two or more. */
function SpreadTable({ metric, row }: { metric: Metric; row: ProgressRow }) {
  const periods = knownSpread(row);
  if (row.basis !== 'variation' || periods.length < 2) return null;
  const label = `Spread between CCGs: ${metric.label}`;
  const shown = (value: number | null) => (value === null ? '' : formatValue(metric, value));
  return (
    <TableBox label={label} plain>
      <table>
        <caption className="hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col">Period</th>
            <th scope="col" className="number">
              CCGs
            </th>
            <th scope="col" className="number">
              10th percentile
            </th>
            <th scope="col" className="number">
              Median
            </th>
            <th scope="col" className="number">
              90th percentile
            </th>
          </tr>
        </thead>
        <tbody>
          {periods.map(({ period, areas, p10, median, p90 }) => (
            <tr key={period}>
              <th scope="row">{periodBrief(period)}</th>
              <td className="number">{areas}</td>
              <td className="number">{shown(p10)}</td>
              <td className="number">{shown(median)}</td>
              <td className="number">{shown(p90)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

/** A verdict as a glyph and its words, which alone would do. */
export const StandingMark = ({ standing: { glyph, words, tone } }: { standing: Standing }) => (
  <span className={`standing ${tone}`}>
    <span aria-hidden="true">{glyph}</span> {words}
  </span>
);
