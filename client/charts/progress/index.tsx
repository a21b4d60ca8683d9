import { progressUrl } from '../../../data/addresses/api.ts';
import type { ChartQuery } from '../../../data/contract/drawing.ts';
import type { Progress, ProgressRow } from '../../../data/contract/progress.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import {
  asAtSentence,
  distinct,
  hasAim,
  hasFigure,
  isMeasured,
  type MeasuredRow,
  progressHeading,
  standing,
  standingLine,
  targetWords,
  verdictsSentence,
  whenWords,
  whereWords,
} from '../../../data/text/progress.ts';
import { progressPageUrl } from '../../url.ts';
import { type Chart, type ChartParts, DRAWN_WIDTH } from '../kit/chart.ts';
import { tableOf } from '../kit/columns.ts';
import { WithLegend } from '../kit/Legend.tsx';
import { unitWords } from '../kit/words.ts';
import { PaintedPlot } from '../over-time/PaintedPlot.tsx';
import { plotOf } from '../over-time/plot.ts';
import { pathColumns, pathRows, progressCellsOf } from './columns.ts';
import { ProgressSheet } from './ProgressSheet.tsx';
import { canDraw, pathDescription, pathKey } from './path.tsx';

/** An area’s way to the ambitions, all that have a path or one of them large. */
export const progress: Chart = {
  asks: (query) => ({ needed: [urlOf(query)] }),
  draw(query, _, replyAt) {
    const progress = replyAt<Progress>(urlOf(query));
    const row = query.ambition ? rowAsked(progress, query.ambition) : null;
    const rows = row ? [row] : distinct(progress.rows);
    const page = progressPageUrl({ area: progress.area.area, period: progress.period });
    return {
      ...(row ? one(progress, row) : whole(progress)),
      metrics: [...new Set(rows.flatMap(({ metric, path }) => (metric && canDraw(path) ? [metric] : [])))],
      boundaries: false,
      page: row ? `${page}#${row.id}` : page,
      name: [progress.area.name, 'progress', row?.id ?? '', progress.period],
      table: tableOfPaths(progress, rows),
    };
  },
};

const urlOf = ({ area = '', period = '' }: ChartQuery) => progressUrl({ area, period });

/** The size of one path alone. */
const LARGE = { width: DRAWN_WIDTH, height: 400 };

const metricIn = ({ metric }: MeasuredRow) => metricOf(metric);

type Words = Pick<ChartParts, 'title' | 'subtitle' | 'picture' | 'alt' | 'notes'>;

/** All ambitions that have a path, one under another. */
function whole(progress: Progress): Words {
  const rows = distinct(progress.rows);
  const drawn = rows.filter(isMeasured).filter(({ path }) => canDraw(path));
  if (drawn.length === 0)
    throw new RangeError(`No ambition has a path to draw for ${progress.area.name} by ${progress.period}.`);
  const title = progressHeading(progress.rows);
  return {
    title,
    subtitle: `${asAtSentence(progress)} Paths of the ${drawn.length} that have one, each in its own unit.`,
    picture: <ProgressSheet rows={drawn} asAt={progress.period} />,
    alt: `${title}. The paths of ${drawn.length} ambitions.`,
    notes: [verdictsSentence(progress.rows), unpathedNote(rows)].filter((note) => note !== ''),
  };
}

/** One ambition, its path large. */
function one(progress: Progress, row: MeasuredRow): Words {
  const metric = metricIn(row);
  const { words } = standing(metric, row);
  const title = `${metric.label}: ${standingLine(metric, row)}`;
  return {
    title,
    subtitle: `${row.ambition}. ${asAtSentence(progress)} ${metric.label}: ${metric.phrase}. ${unitWords(metric)}.`,
    picture: (
      <WithLegend height={LARGE.height} entries={pathKey([row.path])}>
        <PaintedPlot
          plot={plotOf(
            pathDescription(row, metric, { asAt: progress.period, least: LARGE.height }),
            LARGE.width,
          )}
        />
      </WithLegend>
    ),
    alt: `The path of ${metric.label}. ${title}.`,
    notes: [
      `${words}.`,
      targetWords(row),
      whereWords(metric, row),
      row.pace && hasAim(row) ? whenWords(row.pace) : '',
    ].filter((note) => note !== ''),
  };
}

/** The ambition asked for. Throws a RangeError that names those with a path where it has none. */
function rowAsked({ rows, area }: Progress, ambition: string): MeasuredRow {
  const found = rows.find(({ id }) => id === ambition);
  if (found && isMeasured(found) && canDraw(found.path)) return found;
  const drawn = distinct(rows).filter(({ path }) => canDraw(path));
  throw new RangeError(
    `${found ? `There is no path of '${ambition}' to draw for ${area.name}.` : `No ambition '${ambition}'.`} Those with a path: ${drawn.map(({ id }) => id).join(', ') || 'none'}.`,
  );
}

/** The columns of the file that are the same for all points of an ambition’s path. */
const OF_AMBITION = [
  'area',
  'area_name',
  'as_at',
  'ambition_id',
  'ambition',
  'metric',
  'unit',
  'status',
  'target',
  'target_by',
  'verdict',
  'verdict_words',
  'gap_people',
  'when',
  'why_not_when',
  'reason',
];

/** Ambitions with the points of their paths, a row for each point; one row for an ambition that has none. */
function tableOfPaths(progress: Progress, rows: readonly ProgressRow[]): ChartParts['table'] {
  const points = (row: MeasuredRow) => tableOf(pathColumns(metricIn(row)), pathRows(row));
  const [any] = rows.filter(isMeasured).filter(({ path }) => canDraw(path));
  const head = any ? points(any).head : [];
  return {
    head: [...OF_AMBITION, ...head],
    rows: rows.flatMap((row) => {
      const own = progressCellsOf(OF_AMBITION, row, progress);
      const drawn = isMeasured(row) && canDraw(row.path) ? points(row).rows : [];
      return (drawn.length > 0 ? drawn : [head.map(() => null)]).map((cells) => [...own, ...cells]);
    }),
  };
}

/** Ambitions that have a figure and no path to draw, in a sentence; empty where there is none. */
function unpathedNote(rows: readonly ProgressRow[]): string {
  const unpathed = rows
    .filter(hasFigure)
    .filter(({ path }) => !canDraw(path))
    .map((row) => `${row.ambition} (${standingLine(metricIn(row), row)})`);
  return unpathed.length === 0 ? '' : `With a figure, but no path to draw: ${unpathed.join('; ')}.`;
}
