import { progressUrl } from '../../../data/addresses/view.ts';
import type { Progress, ProgressRow } from '../../../data/contract/progress.ts';
import { type MetricId, metric as metricOf } from '../../../data/metrics/index.ts';
import {
  asAtSentence,
  distinct,
  hasFigure,
  progressHeading,
  verdictsSentence,
} from '../../../data/text/progress.ts';
import { whenWords } from '../../../data/text/progress-pace.ts';
import { hasAim, standing, standingLine, targetWords, whereWords } from '../../../data/text/progress-row.ts';
import { progressAddress } from '../../pages/progress/view.ts';
import { noFinding } from '../kit/board.ts';
import { tableOf } from '../kit/columns.ts';
import { type Answered, type Asked, DRAWN_WIDTH, type Exported, type Taken } from '../kit/exported.ts';
import { unitWords } from '../kit/subtitle.ts';
import { WithLegend } from '../kit/WithLegend.tsx';
import { progressCellsOf } from './csvRows.ts';
import { pathKey } from './key.tsx';
import { canDraw, ProgressPath } from './ProgressPath.tsx';
import { ProgressSheet } from './ProgressSheet.tsx';
import { pathColumns, pathRows } from './table.ts';

const urlOf = ({ area = '', period = '' }: Asked) => progressUrl({ area, period });

const LARGE = { width: DRAWN_WIDTH, height: 400 };

const metricIn = ({ metric }: ProgressRow) => metricOf(metric as MetricId);

/** What a row of the file says of its ambition, before the point of its path. */
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
function tableOfPaths(progress: Progress, rows: readonly ProgressRow[]): Taken['table'] {
  const points = (row: ProgressRow) => tableOf(pathColumns(metricIn(row)), pathRows(row));
  const [any] = rows.filter(({ path }) => canDraw(path));
  const head = any ? points(any).head : [];
  return {
    head: [...OF_AMBITION, ...head],
    rows: rows.flatMap((row) => {
      const own = progressCellsOf(OF_AMBITION, row, progress);
      const drawn = row.metric !== null && canDraw(row.path) ? points(row).rows : [];
      return (drawn.length > 0 ? drawn : [head.map(() => null)]).map((cells) => [...own, ...cells]);
    }),
  };
}

/** Ambitions that have a figure and no path to draw, in a sentence; empty where there is none. */
function unpathed(rows: readonly ProgressRow[]): string {
  const said = rows
    .filter((row) => hasFigure(row) && !canDraw(row.path))
    .map((row) => `${row.ambition} (${standingLine(metricIn(row), row)})`);
  return said.length === 0 ? '' : `With a figure, but no path to draw: ${said.join('; ')}.`;
}

function whole(progress: Progress): Pick<Taken, 'title' | 'picture' | 'alt' | 'notes' | 'subtitle'> {
  const rows = distinct(progress.rows);
  const drawn = rows.filter(({ path }) => canDraw(path));
  if (drawn.length === 0)
    throw new RangeError(`No ambition has a path to draw for ${progress.area.name} by ${progress.period}.`);
  const title = progressHeading(progress.rows);
  return {
    title,
    subtitle: `${asAtSentence(progress)} Paths of the ${drawn.length} that have one, each in its own unit.`,
    picture: <ProgressSheet rows={drawn} />,
    alt: `${title}. The paths of ${drawn.length} ambitions.`,
    notes: [verdictsSentence(progress.rows), unpathed(rows)].filter((note) => note !== ''),
  };
}

function one(progress: Progress, row: ProgressRow) {
  const metric = metricIn(row);
  const illustrative = row.status === 'illustrative';
  const { words } = standing(metric, row);
  const title = illustrative
    ? noFinding(row.metric as MetricId)
    : `${metric.label}: ${standingLine(metric, row)}`;
  return {
    title,
    subtitle: `${row.ambition}. ${asAtSentence(progress)} ${metric.label}: ${metric.phrase}. ${unitWords(metric)}.`,
    picture: (
      <WithLegend height={LARGE.height} entries={pathKey([row.path])}>
        <ProgressPath row={row} spec={{ metric, ...LARGE, title: '' }} />
      </WithLegend>
    ),
    alt: `The path of ${metric.label}. ${title}.`,
    notes: [
      `${words}.`,
      targetWords(row),
      illustrative ? '' : whereWords(metric, row),
      row.pace && hasAim(row) ? whenWords(row.pace) : '',
    ].filter((note) => note !== ''),
  };
}

/** The ambition asked for. Throws a RangeError that names those with a path where it has none. */
function rowAsked({ rows, area }: Progress, ambition: string): ProgressRow {
  const found = rows.find(({ id }) => id === ambition);
  if (found && found.metric !== null && canDraw(found.path)) return found;
  const known = distinct(rows).filter(({ path }) => canDraw(path));
  throw new RangeError(
    `${found ? `There is no path of '${ambition}' to draw for ${area.name}.` : `No ambition '${ambition}'.`} Those with a path: ${known.map(({ id }) => id).join(', ') || 'none'}.`,
  );
}

function taken(asked: Asked, answered: Answered): Taken {
  const progress = answered<Progress>(urlOf(asked));
  const row = asked.ambition ? rowAsked(progress, asked.ambition) : null;
  const shown = row ? [row] : distinct(progress.rows);
  const page = progressAddress({ area: progress.area.area, period: progress.period });
  return {
    ...(row ? one(progress, row) : whole(progress)),
    metrics: [
      ...new Set(shown.flatMap(({ metric, path }) => (metric && canDraw(path) ? [metric as MetricId] : []))),
    ],
    illustrative: row?.status === 'illustrative',
    mixed: row === null && shown.some(({ status }) => status === 'illustrative'),
    boundaries: false,
    page: row ? `${page}#${row.id}` : page,
    name: [progress.area.name, 'progress', row?.id ?? '', progress.period],
    table: tableOfPaths(progress, shown),
  };
}

/** An area’s way to the ambitions, all that have a path or one of them large. */
export const progress: Exported = {
  asks: (asked) => ({ needed: [urlOf(asked)] }),
  take: (asked, _, answered) => taken(asked, answered),
};
