import { Type } from 'typebox';
import { Area, PeriodId } from '../../../data/contract/index.ts';
import { METRIC_IDS, type MetricId } from '../../../data/metrics/index.ts';
import { fileName } from '../../../data/text/csv.ts';
import { periodBrief, periodWords } from '../../../data/text/words.ts';
import { file } from '../file.ts';
import {
  checkReport,
  type Gathered,
  gather,
  PARTS,
  type Part,
  pageOf,
  type Subject,
} from '../shared/gather.ts';
import { type Book, XLSX } from '../shared/xlsx/book.ts';
import {
  assembleBook,
  coverSheet,
  type FigureSheet,
  type Note,
  notesSheet,
} from '../shared/xlsx/front-matter.ts';
import { work } from '../worker/work.ts';
import { ambitionsSheets } from './sheets/ambitions.ts';
import { driversSheet } from './sheets/drivers.ts';
import { findingsSheet } from './sheets/findings.ts';
import { profileSheet } from './sheets/profile.ts';
import { scorecardSheets } from './sheets/scorecard.ts';
import { sourcesSheet } from './sheets/sources.ts';
import { trendSheet } from './sheets/trend.ts';
import { variationSheet } from './sheets/variation.ts';

/** The parts of a report that a workbook has. */
const PARTS_NEEDED: ReadonlySet<Part> = new Set(PARTS.filter((part) => part !== 'map'));

function figuresOf(gathered: Gathered, origin: string): FigureSheet[] {
  const { findings, progress, scorecard, profile, trends, drivers, spread, period, subject } = gathered;
  const ofAlliance = isWhole(subject) ? drivers : [];
  return [
    ...(findings ? [findingsSheet(findings, origin)] : []),
    ...ambitionsSheets(progress),
    ...(scorecard ? scorecardSheets(scorecard, gathered) : []),
    ...(profile ? [profileSheet(profile)] : []),
    ...trends.map((trend) => trendSheet(trend, period)),
    ...ofAlliance.slice(0, 1).map(driversSheet),
    ...(spread ? [variationSheet(spread, gathered)] : []),
  ];
}

/** Whether a report is of a whole Alliance. */
const isWhole = ({ level }: Subject) => level === 'alliance' || level === 'alliance-today';

/** Notes on the area itself, and on sheets that are left out. */
function notesOf({ areas, subject, scorecard, profile, spread, drivers, trends, period }: Gathered): Note[] {
  const note = (text: string): Note => ({ kind: 'Area', name: subject.name, text });
  const without = (name: string): Note => ({
    kind: 'Sheet left out',
    name,
    text: `There are no figures for it as at ${periodWords(period)}.`,
  });
  const own = areas.alliances.find(({ area }) => area === subject.area)?.note ?? '';
  const texts = new Set([
    own,
    ...(scorecard?.notes ?? []),
    ...(profile?.rows ?? []).flatMap(({ notes }) => notes),
  ]);
  return [
    ...[...texts].filter(Boolean).map(note),
    ...(trends.length > 0 ? [] : [without('Trends by month')]),
    ...(isWhole(subject) && drivers.length === 0 ? [without('Drivers')] : []),
    ...(spread ? [] : [without('Variation')]),
  ];
}

/** The workbook of an area as at a period, from the replies of the API. */
function bookOf(gathered: Gathered, origin: string): Book {
  const { subject, period, dataVersion, builtAt } = gathered;
  const figures = figuresOf(gathered, origin);
  const used = new Set(figures.flatMap(({ metrics }) => metrics));
  const ids: MetricId[] = METRIC_IDS.filter((id) => used.has(id));
  const title = `${subject.name}: cancer outcomes as at ${periodBrief(period)}`;
  const cover = coverSheet({
    title,
    about: [
      `The figures of the board page of ${subject.name} as at ${periodWords(period)}: findings, ambitions, comparisons, trends and their sources.`,
    ],
    ...{ link: pageOf(gathered, origin), origin, dataVersion, builtAt },
  });
  const about = { title, subject: `Cancer outcomes, ${subject.name}, ${periodWords(period)}`, made: builtAt };
  const more = figures.flatMap(({ sheet, notes = [] }) =>
    notes.map((text) => ({ kind: 'Caution', name: sheet.name, text })),
  );
  const notes = notesSheet(ids, [...more, ...notesOf(gathered)]);
  return assembleBook(about, cover, notes, [...figures, sourcesSheet(gathered, ids, origin)]);
}

export const workbookFile = file({
  path: '/api/pack/:alliance.xlsx',
  summary:
    'The workbook of an Alliance, of a CCG or an ICB by its code, or of england: every figure of its board page, with notes and sources.',
  parameters: Type.Object(
    { alliance: { ...Area, description: 'An Alliance, the NHS code of a CCG or an ICB, or england' } },
    { additionalProperties: false },
  ),
  query: Type.Object(
    {
      period: Type.Optional({ ...PeriodId, description: 'As at this period; the latest by default' }),
    },
    { additionalProperties: false },
  ),
  type: XLSX,
  linked: true,
  heavy: () => true,
  check: (dataset, { alliance = '', period }) => checkReport(dataset, { area: alliance, period }),
  examples: ['/api/pack/peninsula.xlsx', '/api/pack/england.xlsx?period=fy2016-17'],
  async make({ dataset, origin, signal }, { alliance, period }) {
    const gathered = await gather(
      dataset,
      { area: alliance, ...(period && { period }) },
      PARTS_NEEDED,
      signal,
    );
    const name = fileName([gathered.subject.name, gathered.period, gathered.dataVersion], 'xlsx');
    return { name, body: await work('book', bookOf(gathered, origin), signal) };
  },
});
